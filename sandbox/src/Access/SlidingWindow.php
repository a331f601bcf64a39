<?php

declare(strict_types=1);

namespace Aco\Sandbox\Access;

/** Counts what happened within the last so many seconds. */
final class SlidingWindow
{
    /** @var \SplQueue<array{float, int}> time and amount */
    private \SplQueue $entries;
    private int $used = 0;

    public function __construct(private readonly float $seconds, private readonly int $limit)
    {
        $this->entries = new \SplQueue();
    }

    /**
     * Seconds until the amount fits, 0 when it fits now. An amount above the limit fits into an empty window: it could
     * never be sent otherwise.
     */
    public function waitFor(int $amount, float $now): float
    {
        $this->forgetBefore($now - $this->seconds);
        $excess = $this->used + $amount - $this->limit;
        if ($excess <= 0 || $this->used === 0) {
            return 0.0;
        }

        $wait = 0.0;

        foreach ($this->entries as [$time, $used]) {
            $wait = $time + $this->seconds - $now;
            $excess -= $used;
            if ($excess <= 0) {
                break;
            }
        }

        return max($wait, 0.001);
    }

    public function add(int $amount, float $now): void
    {
        $this->entries->enqueue([$now, $amount]);
        $this->used += $amount;
    }

    private function forgetBefore(float $time): void
    {
        while (!$this->entries->isEmpty() && $this->entries->bottom()[0] <= $time) {
            $this->used -= $this->entries->dequeue()[1];
        }
    }
}
