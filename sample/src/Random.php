<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * xorshift32, seeded by a key: the same key gives the same numbers on every machine and PHP version.
 */
final class Random
{
    private int $state;

    public function __construct(string $key)
    {
        // xorshift stays at zero for ever once it is there.
        $this->state = hexdec(substr(md5($key), 0, 8)) ?: 1;
    }

    /**
     * @return int 0 to $count - 1
     */
    public function below(int $count): int
    {
        $x = $this->state;
        $x ^= ($x << 13) & 0xFFFFFFFF;
        $x ^= $x >> 17;
        $x ^= ($x << 5) & 0xFFFFFFFF;
        $this->state = $x;

        return ($x >> 4) % $count;
    }

    public function between(int $low, int $high): int
    {
        return $low + $this->below($high - $low + 1);
    }

    /**
     * @template T
     * @param non-empty-list<T> $list
     * @return T
     */
    public function pick(array $list): mixed
    {
        return $list[$this->below(count($list))];
    }

    /**
     * @template T
     * @param non-empty-list<T> $list
     * @return list<T> $count different members in the order of the list
     */
    public function some(array $list, int $count): array
    {
        $left = count($list);
        $picked = [];
        foreach ($list as $member) {
            if ($this->below($left--) < $count - count($picked)) {
                $picked[] = $member;
            }
        }

        return $picked;
    }
}
