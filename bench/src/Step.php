<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * How far the work goes that is timed.
 */
enum Step
{
    /** Item to document: mapped, encoded, hashed. */
    case Map;

    /** The documents joined to request bodies. */
    case Batch;

    /** The bodies compressed: Aco\gzip() and gzencode(). */
    case Gzip;
}
