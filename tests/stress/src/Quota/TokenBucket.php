<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * A bucket that holds what one window allows and fills at its rate.
 */
final class TokenBucket implements Model
{
    private float $taken = 0.0;

    private int $at = 0;

    private float $most = 0.0;

    public function __construct(private readonly int $limit, private readonly int $window)
    {
    }

    public function take(int $now, int $amount): bool
    {
        $this->taken = max(0.0, $this->taken - ($now - $this->at) * $this->limit / $this->window);
        $this->at = $now;
        if ($this->taken + $amount > $this->limit) {
            return false;
        }
        $this->taken += $amount;
        $this->most = max($this->most, $this->taken);

        return true;
    }

    public function most(): int
    {
        return (int) ceil($this->most);
    }
}
