<?php

declare(strict_types=1);

namespace Aco\Bench\Quota;

/**
 * When requests arrived, in nanoseconds.
 */
final class Arrivals
{
    private const SECOND = 1_000_000_000;

    /**
     * @param list<int> $times
     */
    public function __construct(private readonly array $times)
    {
    }

    /** How many arrived in so many seconds from the first one. */
    public function within(int $seconds): int
    {
        return count(array_filter($this->times, fn (int $time): bool => $time < $this->times[0] + $seconds * self::SECOND));
    }

    /** The most that arrived in any second, wherever it starts. */
    public function mostInASecond(): int
    {
        $most = 0;
        $first = 0;
        foreach ($this->times as $last => $time) {
            while ($this->times[$first] <= $time - self::SECOND) {
                $first++;
            }
            $most = max($most, $last - $first + 1);
        }

        return $most;
    }
}
