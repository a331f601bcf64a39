<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * The mapping of a catalog on both sides: first that the documents are the same, then how long they take.
 */
final class Mapping
{
    private const SHOWN_DIFFERENCES = 10;

    /**
     * @param non-empty-list<int> $ahead how many items are decoded before documents are made of them
     */
    public function __construct(private readonly int $rounds, private readonly array $ahead = Work::AHEAD)
    {
    }

    /**
     * @param bool $isTimed false: the documents are only compared
     * @return list<array{feed: string, items: int, bytes: int, steps: array<string, array{ours: float, reference:
     *        float, ratio: float, low: float, high: float, pairs: int}>}>
     */
    public function run(Items $items, bool $isTimed = true): array
    {
        $results = [];

        foreach ($items->feeds() as $feed) {
            $lines = $items->lines($feed);
            if ($lines === []) {
                continue;
            }

            $comparison = new Comparison($feed, $lines);
            if ($comparison->differences !== []) {
                throw new \RuntimeException(sprintf(
                    "%d of %d items of %s differ\n%s",
                    count($comparison->differences),
                    count($lines),
                    $feed,
                    implode("\n", array_slice($comparison->differences, 0, self::SHOWN_DIFFERENCES)),
                ));
            }

            $results[] = [
                'feed' => $feed,
                'items' => count($lines),
                'bytes' => $comparison->bytes,
                'steps' => $isTimed
                    ? (new Measurement($feed, $lines, $this->rounds))->run(Work::of($feed, $this->ahead))
                    : [],
            ];
        }

        return $results;
    }
}
