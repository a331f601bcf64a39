<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * How far the work goes that is timed.
 */
enum Step: string
{
    /** Item to document: mapped, encoded, hashed. */
    case Map = 'map';

    /** The documents joined to request bodies. */
    case Batch = 'map+batch';

    /** The bodies compressed: Aco\gzip() and gzencode(). */
    case Gzip = 'map+batch+gzip';
}
