<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

/** What arrived of one feed, by source or price book and over time. */
final class FeedArrivals
{
    /** The sources with the most items have a colour of their own; the others share the last one. */
    private const COLOURS = 6;

    /** @var array<array-key, Series> by source or price book, the largest first */
    public readonly array $bySource;
    public readonly Series $deletions;

    /** @param list<array{scope: string, isDeletion: bool, part: int, items: int}> $rows */
    public function __construct(array $rows)
    {
        $deletions = new Series('deletions', 'gone');
        $items = [];

        foreach ($rows as $row) {
            if ($row['isDeletion']) {
                $deletions->add($row['part'], $row['items']);
            } else {
                $items[$row['scope']] = ($items[$row['scope']] ?? 0) + $row['items'];
            }
        }

        arsort($items);
        $series = [];
        foreach (array_keys($items) as $rank => $source) {
            $series[$source] = new Series((string) $source, 's' . min($rank, self::COLOURS - 1));
        }

        foreach ($rows as $row) {
            if (!$row['isDeletion']) {
                $series[$row['scope']]->add($row['part'], $row['items']);
            }
        }

        $this->bySource = $series;
        $this->deletions = $deletions;
    }

    /** @return list<Series> those with items */
    public function series(): array
    {
        return [...array_values($this->bySource), ...($this->deletions->items > 0 ? [$this->deletions] : [])];
    }

    /** @return array<int, int> items by part of the time, where there are any */
    public function sums(): array
    {
        $sums = [];
        foreach ($this->series() as $series) {
            foreach ($series->parts as $part => $items) {
                $sums[$part] = ($sums[$part] ?? 0) + $items;
            }
        }

        return $sums;
    }
}
