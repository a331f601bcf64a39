<?php

declare(strict_types=1);

namespace Aco\Bench\Scale;

use Aco\Bench\Pairs;

/** The figures of shops of different sizes. */
final class Growth
{
    public const HEADLINE = "                  new: CPU            wall  memory   unchanged: CPU   in PHP                  memory\n"
        . "    items    µs/item  kernel         µs/item     MiB      µs/item    µs/item    ratio          MiB\n";

    /** What a buffer more or less may make. */
    private const FLAT_KIB = 8192;

    /** @var array<int, array<string, float|int>> by number of items */
    private array $rows = [];

    /** @param list<array{ours: Run, reference: Run}> $unchanged */
    public function add(int $items, Run $first, array $unchanged): string
    {
        $pairs = new Pairs();
        foreach ($unchanged as $pair) {
            $pairs->add($pair['ours']->cpu, $pair['reference']->cpu);
        }

        $summary = $pairs->summary();
        $micro = 1e6 / $items;
        $row = $this->rows[$items] = [
            'newCpu' => $first->cpu * $micro,
            'newKernel' => $first->kernel / $first->cpu,
            'newWall' => $first->wall * $micro,
            'newKib' => $first->kib,
            'unchangedCpu' => $summary['ours'] * $micro,
            'referenceCpu' => $summary['reference'] * $micro,
            'ratio' => $summary['ratio'],
            'low' => $summary['low'],
            'high' => $summary['high'],
            'unchangedKib' => max(array_map(static fn (array $pair): int => $pair['ours']->kib, $unchanged)),
        ];

        return sprintf(
            "%9s %10.1f %5.0f %% %15.1f %7.1f %12.2f %10.2f %7.1fx (%.1f-%.1f) %5.1f\n",
            number_format($items),
            $row['newCpu'],
            100 * $row['newKernel'],
            $row['newWall'],
            $row['newKib'] / 1024,
            $row['unchangedCpu'],
            $row['referenceCpu'],
            $row['ratio'],
            $row['low'],
            $row['high'],
            $row['unchangedKib'] / 1024,
        );
    }

    /** Whether the largest shop takes hardly more memory than the smallest. */
    public function isFlat(): bool
    {
        return $this->growth('newKib') <= self::FLAT_KIB && $this->growth('unchangedKib') <= self::FLAT_KIB;
    }

    public function verdict(): string
    {
        return sprintf(
            "memory of the largest beside the smallest: %+.1f MiB new, %+.1f MiB unchanged%s\n",
            $this->growth('newKib') / 1024,
            $this->growth('unchangedKib') / 1024,
            $this->isFlat() ? '' : ': it GROWS',
        );
    }

    /** @return array<int, array<string, float|int>> by number of items */
    public function data(): array
    {
        return $this->rows;
    }

    private function growth(string $figure): int
    {
        $kib = array_column($this->rows, $figure);

        return (int) (end($kib) - $kib[0]);
    }
}
