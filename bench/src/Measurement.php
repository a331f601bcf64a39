<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Times the two sides in turns over the same batches and keeps the medians.
 *
 * Items are decoded anew right before both sides work on them: a few ahead, as a reader hands them over one after the
 * other, for the documents alone; a whole batch where a request body is made of it.
 */
final class Measurement
{
    /** Small feeds are mapped several times a round, or the clock would be what is measured. */
    private const ITEMS_PER_ROUND = 5000;

    private readonly int $repeats;

    /** @var array<string, list<non-empty-list<string>>> by step: lines that are decoded together */
    private readonly array $groups;

    /**
     * @param list<string> $lines JSON of the items
     */
    public function __construct(
        private readonly string $feed,
        private readonly array $lines,
        int $batchLimit,
        int $ahead,
        private readonly int $revolutions,
        private readonly int $rounds,
    ) {
        $this->repeats = max(1, intdiv(self::ITEMS_PER_ROUND, count($lines)));
        $batches = array_chunk($lines, $batchLimit);
        $this->groups = [
            Step::Map->value => array_chunk($lines, $ahead),
            Step::Batch->value => $batches,
            Step::Gzip->value => $batches,
        ];
    }

    /**
     * @return array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs: int}> by
     *        step: microseconds an item, see Pairs::summary()
     */
    public function run(): array
    {
        $pairs = [];
        $scale = 1000 * $this->repeats * $this->revolutions * count($this->lines);

        for ($round = 0; $round <= $this->rounds; $round++) {
            foreach (Step::cases() as $step) {
                $nanoseconds = $this->time($step);
                // The first round warms up caches and the JIT.
                if ($round > 0) {
                    $pairs[$step->value] ??= new Pairs();
                    $pairs[$step->value]->add($nanoseconds['ours'] / $scale, $nanoseconds['reference'] / $scale);
                }
            }
        }

        return array_map(static fn (Pairs $pairs): array => $pairs->summary(), $pairs);
    }

    /**
     * @return array{ours: int, reference: int} nanoseconds
     */
    private function time(Step $step): array
    {
        $sides = Side::cases();
        $mappers = [];

        foreach ($sides as $side) {
            $mappers[$side->value] = $side->mapper($this->feed);
        }

        $nanoseconds = ['ours' => 0, 'reference' => 0];
        gc_collect_cycles();

        for ($repeat = 0; $repeat < $this->repeats; $repeat++) {
            foreach ($this->groups[$step->value] as $lines) {
                // Those before give their memory back first, as in a stream.
                $items = [];

                foreach ($lines as $line) {
                    $items[] = json_decode($line, true);
                }

                for ($revolution = 0; $revolution < $this->revolutions; $revolution++) {
                    // Who comes second finds the items in the caches: both do in turn.
                    $sides = array_reverse($sides);
                    foreach ($sides as $side) {
                        $start = hrtime(true);
                        self::process($mappers[$side->value], $items, $side, $step);
                        $nanoseconds[$side->value] += hrtime(true) - $start;
                    }
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
        $documents = [];

        foreach ($items as $item) {
            $document = $mapper->map($item);
            if ($document !== null) {
                $documents[] = $document;
            }
        }

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
