<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Processor time of finding out that nothing has changed: mapping, hashing and comparing with the stored hashes.
 */
final class Unchanged
{
    /** Items decoded before they are mapped, as a reader hands them over. */
    private const AHEAD = 16;

    /** Small feeds are compared several times a round, or the clock would be what is measured. */
    private const ITEMS_PER_ROUND = 2000;

    private const DELIVERED = 200;

    /** @var array<string, array{string, int}> hash and status by id */
    private readonly array $stored;

    private readonly int $repeats;

    /**
     * @param list<string> $lines JSON of the items
     */
    public function __construct(
        private readonly string $feed,
        private readonly array $lines,
        \PDO $database,
    ) {
        $this->repeats = max(1, intdiv(self::ITEMS_PER_ROUND, max(1, count($lines))));
        $stored = [];
        $table = \Aco\Feed::from($feed)->table();
        $rows = $database->query("SELECT feed_id, feed_hash, status FROM $table", \PDO::FETCH_NUM);
        foreach ($rows as [$id, $hash, $status]) {
            $stored[$id] = [substr($hash, 0, 40), $status];
        }
        $this->stored = $stored;
    }

    /**
     * @return array{ours: float, reference: float} seconds that it takes once
     */
    public function round(): array
    {
        $sides = Side::cases();
        $mappers = [];

        foreach ($sides as $side) {
            $mappers[$side->value] = $side->mapper($this->feed);
        }

        $seconds = ['ours' => 0.0, 'reference' => 0.0];
        gc_collect_cycles();
        $groups = array_merge(...array_fill(0, $this->repeats, array_chunk($this->lines, self::AHEAD)));
        foreach ($groups as $lines) {
            // Who comes second finds the items in the caches: both do in turn.
            $sides = array_reverse($sides);
            foreach ($sides as $side) {
                $items = [];

                foreach ($lines as $line) {
                    $items[] = json_decode($line, true);
                }

                $start = Cpu::ofThis();
                $changed = $this->changed($side, $mappers[$side->value], $items);
                $seconds[$side->value] += Cpu::ofThis() - $start;

                if ($changed !== 0) {
                    throw new \RuntimeException("$changed items of $this->feed count as changed: $side->value");
                }
            }
        }

        return array_map(fn (float $all): float => $all / $this->repeats, $seconds);
    }

    /**
     * @param list<array<string, mixed>> $items
     */
    private function changed(Side $side, object $mapper, array $items): int
    {
        $changed = 0;

        foreach ($side->documents($mapper, $items) as $document) {
            [$hash, $status] = $this->stored[$document->id] ?? ['', 0];
            if ($status !== self::DELIVERED || $hash !== $document->hash) {
                $changed++;
            }
        }

        return $changed;
    }
}
