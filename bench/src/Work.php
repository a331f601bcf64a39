<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * What is timed: a step, and how many items are decoded and then worked on at once.
 */
final class Work
{
    /** As a reader hands items over, as most batches are limited, and as Commerce hands them over. */
    public const AHEAD = [16, self::BATCH, 500];
    public const BATCH = 100;

    public function __construct(public readonly Step $step, public readonly int $items)
    {
    }

    /**
     * @param non-empty-list<int> $ahead how many items are decoded before documents are made of them
     * @return non-empty-array<string, self> by name: the documents alone, and batches of as many as a request takes
     */
    public static function of(string $feed, array $ahead): array
    {
        $limit = \Aco\Feed::from($feed)->batchLimit();
        $works = [];

        foreach ($ahead as $items) {
            $works["documents, $items at a time"] = new self(Step::Map, $items);
        }

        return $works + [
            'request bodies' => new self(Step::Batch, $limit),
            'compressed bodies' => new self(Step::Gzip, $limit),
        ];
    }
}
