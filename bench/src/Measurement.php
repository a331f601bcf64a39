<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Times the two sides in turns over the same batches and keeps the medians.
 *
 * For each side the items are decoded anew right before it works on them, as a reader hands them over: a few at a time
 * or many, of which the first ones have left the caches again.
 */
final class Measurement
{
    /** Small feeds are mapped several times a round, or the clock would be what is measured. */
    private const ITEMS_PER_ROUND = 5000;

    private readonly int $repeats;

    /**
     * @param list<string> $lines JSON of the items
     */
    public function __construct(
        private readonly string $feed,
        private readonly array $lines,
        private readonly int $rounds,
    ) {
        $this->repeats = max(1, intdiv(self::ITEMS_PER_ROUND, count($lines)));
    }

    /**
     * @param array<string, Work> $works by name
     * @return array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}> by
     *        name: microseconds an item, see Pairs::summary()
     */
    public function run(array $works): array
    {
        $pairs = [];
        $scale = 1000 * $this->repeats * count($this->lines);

        for ($round = 0; $round <= $this->rounds; $round++) {
            foreach ($works as $name => $work) {
                $nanoseconds = $this->time($work);
                // The first round warms up caches and the JIT.
                if ($round > 0) {
                    $pairs[$name] ??= new Pairs();
                    $pairs[$name]->add($nanoseconds['ours'] / $scale, $nanoseconds['reference'] / $scale);
                }
            }
        }

        return array_map(static fn (Pairs $pairs): array => $pairs->summary(), $pairs);
    }

    /**
     * @return array{ours: int, reference: int} nanoseconds
     */
    private function time(Work $work): array
    {
        $sides = Side::cases();
        $mappers = [];

        foreach ($sides as $side) {
            $mappers[$side->value] = $side->mapper($this->feed);
        }

        $nanoseconds = ['ours' => 0, 'reference' => 0];
        gc_collect_cycles();

        for ($repeat = 0; $repeat < $this->repeats; $repeat++) {
            foreach (array_chunk($this->lines, $work->items) as $lines) {
                $sides = array_reverse($sides);
                foreach ($sides as $side) {
                    // Those before give their memory back first, as in a stream.
                    $items = [];

                    foreach ($lines as $line) {
                        $items[] = json_decode($line, true);
                    }

                    $start = hrtime(true);
                    self::process($mappers[$side->value], $items, $side, $work->step);
                    $nanoseconds[$side->value] += hrtime(true) - $start;
                }
            }
        }

        return $nanoseconds;
    }

    /**
     * @param non-empty-list<array<string, mixed>> $items
     */
    private static function process(object $mapper, array $items, Side $side, Step $step): void
    {
        $documents = $side->documents($mapper, $items);

        // What a connector compares with the state it keeps.
        foreach ($documents as $document) {
            $document->id;
            $document->hash;
        }

        if ($step === Step::Map) {
            return;
        }

        $body = '[' . implode(',', $side->bodies($documents)) . ']';

        if ($step === Step::Gzip) {
            $side->gzip($body);
        }
    }
}
