<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

interface Clock
{
    /** Seconds since 1970; jumps when the clock is set. */
    public function now(): float;

    /** Seconds since some start; never jumps. */
    public function elapsed(): float;

    /** May return early, on a signal. */
    public function sleep(float $seconds): void;
}
