<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

/** How often a fault strikes the requests that it is for. */
final class Frequency
{
    private int $matched = 0;
    private int $fired = 0;

    /** @param int|null $times null for always */
    public function __construct(
        private readonly ?int $times,
        private readonly int $after,
        private readonly float $probability,
    ) {
    }

    public function isOver(): bool
    {
        return $this->times !== null && $this->fired >= $this->times;
    }

    /** Counts a request and decides whether the fault strikes it. */
    public function strikes(SeededRandom $random): bool
    {
        if ($this->matched++ < $this->after) {
            return false;
        }
        if ($this->probability < 1.0 && $random->next() >= $this->probability) {
            return false;
        }

        $this->fired++;

        return true;
    }

    /** @return array{matched: int, fired: int} */
    public function counts(): array
    {
        return ['matched' => $this->matched, 'fired' => $this->fired];
    }
}
