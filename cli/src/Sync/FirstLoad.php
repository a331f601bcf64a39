<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\FeedWriter;
use Aco\Cli\Store\IdFilter;

/**
 * The first sync of a large feed fills its table without the index of the ids, which would cost more than everything
 * else together. Items that may be there already wait until the index is made: at the end of the input, or before when
 * they are many.
 */
final class FirstLoad
{
    /** Items that wait, and the size of their bodies: a chunk more may come on top. */
    private const MAX_POSTPONED = 1000;
    private const MAX_POSTPONED_BYTES = 1 << 21;

    /** Those of the table while it is without their index; null before and afterwards. */
    private ?IdFilter $ids = null;
    /** @var ?list<string> ids of the first chunk; a feed that has no other is not worth it */
    private ?array $firstIds = null;
    /** @var list<array<string, Candidate>> */
    private array $postponed = [];
    private int $postponedItems = 0;
    private int $postponedBytes = 0;

    /** @param bool $isOver whether the table is not one to be filled */
    public function __construct(private readonly FeedWriter $writer, private bool $isOver)
    {
    }

    /** Whether the table has no index of its ids now. */
    public function isRunning(): bool
    {
        return $this->ids !== null;
    }

    /**
     * @param array<string, Candidate> $chunk the next of the input
     * @return array<string, Candidate> those that are to be handled now; surely new ones while isRunning()
     */
    public function take(array $chunk): array
    {
        if ($this->isOver || $chunk === []) {
            return $chunk;
        }

        if ($this->firstIds === null) {
            $this->firstIds = array_keys($chunk);

            return $chunk;
        }

        $this->ids ?? $this->begin();
        $new = array_filter($chunk, $this->ids->add(...), ARRAY_FILTER_USE_KEY);
        $this->postpone(array_diff_key($chunk, $new));
        if ($this->isFull()) {
            $this->end();
        }

        return $new;
    }

    /** Makes the index. */
    public function end(): void
    {
        $wasRunning = $this->isRunning();
        $this->isOver = true;
        $this->firstIds = $this->ids = null;
        if ($wasRunning) {
            $this->writer->endLoad();
        }
    }

    /** @return array<string, Candidate> the next of those that had to wait for the end; none: [] */
    public function postponed(): array
    {
        return $this->isOver ? array_shift($this->postponed) ?? [] : [];
    }

    public function hasPostponed(): bool
    {
        return $this->postponed !== [];
    }

    private function isFull(): bool
    {
        return $this->postponedItems > self::MAX_POSTPONED || $this->postponedBytes > self::MAX_POSTPONED_BYTES
            || $this->ids->hasFailed();
    }

    private function begin(): void
    {
        $this->ids = $this->writer->beginLoad();
        array_map($this->ids->add(...), $this->firstIds);
        $this->firstIds = [];
    }

    /** @param array<string, Candidate> $items in an order to keep: of equal ids, the later one decides */
    private function postpone(array $items): void
    {
        if ($items === []) {
            return;
        }

        $this->postponedItems += count($items);
        foreach ($items as $item) {
            $this->postponedBytes += strlen((string) $item->document);
        }

        $last = array_key_last($this->postponed);
        if ($last === null || array_intersect_key($this->postponed[$last], $items) !== []) {
            $this->postponed[] = $items;
        } else {
            $this->postponed[$last] += $items;
        }
    }
}
