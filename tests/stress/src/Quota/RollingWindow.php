<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * No window may hold more, wherever it begins.
 */
final class RollingWindow implements Model
{
    /** @var \SplQueue<array{int, int}> times and amounts */
    private \SplQueue $log;

    private int $amount = 0;

    private int $most = 0;

    public function __construct(private readonly int $limit, private readonly int $window)
    {
        $this->log = new \SplQueue();
    }

    public function take(int $now, int $amount): bool
    {
        while (!$this->log->isEmpty() && $this->log->bottom()[0] <= $now - $this->window) {
            $this->amount -= $this->log->dequeue()[1];
        }
        if ($this->amount + $amount > $this->limit) {
            return false;
        }
        $this->log->enqueue([$now, $amount]);
        $this->amount += $amount;
        $this->most = max($this->most, $this->amount);

        return true;
    }

    public function most(): int
    {
        return $this->most;
    }
}
