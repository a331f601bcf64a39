<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * The mapping of a catalog on both sides: first that the documents are the same, then how long they take.
 */
final class Mapping
{
    private const SHOWN_DIFFERENCES = 10;

    public function __construct(
        private readonly int $rounds,
        private readonly int $ahead = 16,
        private readonly int $revolutions = 5,
    ) {
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
                'steps' => $isTimed ? $this->measure($feed, $lines) : [],
            ];
        }

        return $results;
    }

    /**
     * @param non-empty-list<string> $lines
     * @return array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}>
     */
    private function measure(string $feed, array $lines): array
    {
        $batchLimit = \Aco\Feed::from($feed)->batchLimit();

        return (new Measurement($feed, $lines, $batchLimit, $this->ahead, $this->revolutions, $this->rounds))->run();
    }
}
