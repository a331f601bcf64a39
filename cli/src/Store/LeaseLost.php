<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** Another process has taken over: this one must not write any more. */
final class LeaseLost extends CommandFailure
{
    /** @param string $holder the one that works now, "" when unknown */
    public function __construct(string $name, string $holder)
    {
        parent::__construct(
            "This process has lost the lease \"$name\" to another" . ($holder === '' ? '' : " ($holder)")
            . ', because it did not respond for ' . (int) LeaseWatch::DEAD_SECONDS
            . ' seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.'
        );
    }
}
