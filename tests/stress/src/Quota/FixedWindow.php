<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * Windows that follow one another and begin anew at zero.
 */
final class FixedWindow implements Model
{
    private int $number = -1;

    private int $amount = 0;

    private int $most = 0;

    /**
     * @param int $start when one of the windows begins
     */
    public function __construct(private readonly int $limit, private readonly int $window, private readonly int $start)
    {
    }

    public function take(int $now, int $amount): bool
    {
        $number = intdiv($now - $this->start, $this->window);
        if ($number !== $this->number) {
            $this->number = $number;
            $this->amount = 0;
        }

        if ($this->amount + $amount > $this->limit) {
            return false;
        }

        $this->amount += $amount;
        $this->most = max($this->most, $this->amount);

        return true;
    }

    public function most(): int
    {
        return $this->most;
    }
}
