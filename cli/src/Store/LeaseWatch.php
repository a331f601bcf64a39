<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * Decides whether the holder of a lease lives, from what a contender sees of it: a holder counts its row up every few
 * seconds. No clock but the contender's own is asked, and only for the time between its looks, so that neither the
 * clocks of hosts nor those of the nodes of a cluster have to agree.
 */
final class LeaseWatch
{
    /** A holder that was not heard of for so long is taken to be dead. */
    public const DEAD_SECONDS = 20.0;
    /** A holder is heard of at least this often while it works. */
    public const RENEW_SECONDS = 3;

    /** Of a longer pause between two looks, during which this process or the database may have been frozen itself. */
    private const MAX_SECONDS_A_LOOK = 4.0;

    private ?string $seen = null;
    private float $lookedAt = 0.0;
    private float $silence = 0.0;

    /**
     * @param string $state what changes when the holder renews
     * @param float $now seconds of a clock that never jumps
     * @return ?bool whether it lives; null while that cannot be told
     */
    public function look(string $state, float $now): ?bool
    {
        $isFirst = $this->seen === null;
        $hasChanged = $this->seen !== $state;
        $this->silence = $hasChanged
            ? 0.0
            : $this->silence + min($now - $this->lookedAt, self::MAX_SECONDS_A_LOOK);
        $this->seen = $state;
        $this->lookedAt = $now;

        return match (true) {
            $hasChanged => $isFirst ? null : true,
            $this->silence >= self::DEAD_SECONDS => false,
            default => null,
        };
    }
}
