<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** What shoppers get of an item. */
enum State: string
{
    case Unseen = 'unseen';
    /** As it was sent; nothing, where it was deleted or disabled. */
    case Shown = 'shown';
    case Missing = 'missing';
    /** An earlier version, or one that should be gone. */
    case Stale = 'stale';
    case Different = 'different';
}
