<?php

declare(strict_types=1);

namespace Aco\Bench\Servers;

/**
 * How the answer to a request ends.
 */
enum Ending
{
    /** As it should; the connection is kept. */
    case Kept;

    /** In the middle of its bytes, where the connection is closed. */
    case Cut;

    /** Without a byte: the connection is closed. */
    case Closed;

    /** Without a byte: the connection is reset. */
    case Reset;

    /** Never: the connection stays open. */
    case Never;
}
