<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

/** The same numbers for the same seed on every PHP version. Good for coin tosses, not for secrets. */
final class SeededRandom
{
    private const BITS = 52;

    private int $counter = 0;

    public function __construct(private readonly int $seed)
    {
    }

    /** From 0 up to, but not including, 1. */
    public function next(): float
    {
        $digits = substr(hash('sha256', $this->seed . ':' . $this->counter++), 0, intdiv(self::BITS, 4));

        return hexdec($digits) / 2 ** self::BITS;
    }
}
