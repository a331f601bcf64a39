<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** What an event says about the metadata of an asset. */
enum EventKind
{
    /** It holds the properties that changed. */
    case Changed;
    /** It holds all of them. */
    case Complete;
    /** The asset is gone. */
    case Deleted;
}
