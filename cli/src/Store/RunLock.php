<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Keeps a second run off the same database; free again when its holder dies. */
interface RunLock
{
    public function release(): void;

    /**
     * Called first in every transaction of the holder: a holder that was replaced writes nothing any more.
     *
     * @throws LeaseLost
     */
    public function guard(): void;

    /**
     * Says that the holder is still at work; called now and then while it writes nothing.
     *
     * @throws LeaseLost
     */
    public function renew(): void;
}
