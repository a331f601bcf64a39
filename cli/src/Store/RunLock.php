<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Keeps a second run off the same database; released when its holder dies. */
interface RunLock
{
    public function release(): void;
}
