<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Which undelivered rows of earlier runs are sent. Those that were never sent always are. */
enum Leftovers
{
    /** Whatever has failed. */
    case All;
    /** What has failed, once its wait is over. */
    case Due;
}
