<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

/** When a tenant is worked on next, and how often in a row its service or its settings have failed. */
final class Turn
{
    /** How often the spool folder of a tenant is looked into. */
    public const SECONDS = 60.0;
    /** How often a tenant is worked on whose spool folder is empty: that is when what has failed is due. */
    private const IDLE_SECONDS = 300.0;
    private const MAX_SECONDS = 900.0;

    private function __construct(
        public readonly float $dueAt,
        public readonly int $failures,
        private readonly float $ranAt,
    ) {
    }

    /** Of a tenant that this node has just taken. */
    public static function first(float $now): self
    {
        return new self($now, 0, -INF);
    }

    /** After a run; each failure in a row doubles the time until the next one. */
    public function after(bool $hasFailed, float $now): self
    {
        $failures = $hasFailed ? $this->failures + 1 : 0;

        return new self($now + min(self::SECONDS * 2 ** min($failures, 10), self::MAX_SECONDS), $failures, $now);
    }

    /** After a look into an empty spool folder. */
    public function later(float $now): self
    {
        return new self($now + self::SECONDS, $this->failures, $this->ranAt);
    }

    /** Whether there is something to do even when the spool folder is empty. */
    public function isOwed(float $now): bool
    {
        return $this->failures > 0 || $now - $this->ranAt >= self::IDLE_SECONDS;
    }

    /**
     * The tenants that come next: those that have waited longest, and of those that keep failing only as many as leave
     * most workers to the others, because each may take long to find out that its service is still down.
     *
     * @param array<string, self> $turns of the tenants that are not worked on, by name
     * @param int $failing how many of the latter are worked on right now
     * @return list<string>
     */
    public static function next(array $turns, float $now, int $workers, int $busy, int $failing): array
    {
        $due = array_filter($turns, static fn (self $turn): bool => $turn->dueAt <= $now);
        $rank = static fn (self $turn): array => [$turn->failures > 0, $turn->dueAt];
        uasort($due, static fn (self $a, self $b): int => $rank($a) <=> $rank($b));
        $suspects = max(1, intdiv($workers, 4)) - $failing;
        $next = [];

        foreach ($due as $name => $turn) {
            if (count($next) >= $workers - $busy) {
                break;
            }

            if ($turn->failures === 0 || $suspects-- > 0) {
                $next[] = (string) $name;
            }
        }

        return $next;
    }
}
