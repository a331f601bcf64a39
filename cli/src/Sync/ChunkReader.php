<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\FeedInput;
use Aco\Exception\ReadException;
use Aco\ItemChunk;
use Aco\ItemReader;
use Aco\MappedItem;
use Aco\Mapper;

/** Reads the input of one feed and maps its items, a chunk at a time. */
final class ChunkReader
{
    /** Of one transaction: the more, the fewer pages of the database are written for each. */
    private const CHUNK_ITEMS = 8000;

    private ?ItemReader $reader = null;
    private bool $atEnd = false;
    /** Unidentified items, any of which may be one of those in the table. */
    private int $unknown = 0;

    public function __construct(
        private readonly FeedInput $input,
        private readonly Mapper $mapper,
        private readonly FeedReport $report,
        private readonly ?ItemFilter $only,
        private readonly ?CategoryPaths $paths = null,
        private readonly ?Recognition $recognition = null,
    ) {
    }

    public function isAtEnd(): bool
    {
        return $this->atEnd;
    }

    /** Whether the input was read to its end and every item of it is known. */
    public function isWhole(): bool
    {
        return $this->atEnd && $this->unknown === 0 && $this->report->inputError === null
            && $this->report->badLineCount === 0;
    }

    /** Share of the input that is read, 0 to 1; 0 when its size is not known. */
    public function fraction(): float
    {
        $size = $this->input->size() ?? 0;

        return $size > 0 ? $this->input->consumed() / $size : 0.0;
    }

    /** @return array<string, Candidate> by id: of equal ids the last */
    public function next(): array
    {
        $this->paths?->begin();
        $chunk = $this->read();
        if ($chunk === null) {
            $this->atEnd = true;

            return [];
        }

        $candidates = [];
        foreach ($this->items($chunk) as $position => $item) {
            $this->report->repaired += $item->isRepaired ? 1 : 0;
            if (!$item->isItem) {
                $this->addBadLine($item);
                continue;
            }

            $candidate = $this->candidate($item, $chunk->fingerprint($position), $position);
            if ($candidate !== null) {
                $candidates[] = $candidate;
            }
        }

        $byId = [];
        foreach ($candidates as $candidate) {
            $byId[$candidate->id()] = $candidate;
        }
        $this->report->skipped += count($candidates) - count($byId);

        return $byId;
    }

    private function read(): ?ItemChunk
    {
        try {
            $this->reader ??= $this->input->open($this->mapper, self::CHUNK_ITEMS);

            return $this->reader?->next();
        } catch (ReadException $e) {
            $this->report->inputError = $e->getMessage();

            return null;
        }
    }

    /** @return array<int, MappedItem> those that have to be compared with the table, by position */
    private function items(ItemChunk $chunk): array
    {
        $count = count($chunk);
        if ($this->only === null && $this->paths === null) {
            $this->report->read += $count;

            return $chunk->map($this->recognition?->unknown($chunk, $this->report));
        }

        for ($position = 0; $this->paths !== null && $position < $count; $position++) {
            $item = $chunk->item($position);
            $item === null || $this->paths->see($item);
        }

        $items = [];
        for ($position = 0; $position < $count; $position++) {
            $item = $chunk->item($position);
            if ($item === null || $this->only === null || $this->only->takes($item)) {
                $this->report->read++;
                $completed = $item === null ? null : $this->paths?->complete($item) ?? $item;
                $items += $completed === $item
                    ? $chunk->map([$position])
                    : [$position => $chunk->mapItem($position, $completed)];
            }
        }

        return $items;
    }

    private function addBadLine(MappedItem $item): void
    {
        $unit = $this->reader->unit();
        $this->report->addBadLine(new BadLine($this->input->name(), $item->line, $item->reason, $unit));
    }

    /** @return ?Candidate null when there is nothing to compare */
    private function candidate(MappedItem $item, string $fingerprint, int $position): ?Candidate
    {
        $refusal = $item->reason === '' ? null : $this->refusal($item);
        if ($refusal !== null && $refusal->id === '') {
            $this->refuseUnidentified($item, $refusal);

            return null;
        }

        if ($refusal === null && $item->document === null) {
            $this->report->skipped++;

            return null;
        }

        return new Candidate(
            $item->sourceEntityId,
            $item->deleteBody,
            $item->document,
            ($item->document->deleted ?? false) && !$item->isDeletion,
            $refusal,
            $item->isRepaired ? '' : $fingerprint,
            $position,
        );
    }

    private function refusal(MappedItem $item): Refusal
    {
        $isPathUnknown = $this->paths !== null && $item->field === 'urlPath' && $item->isDeletion;
        $advice = $isPathUnknown
            ? ', and the table does not say which path the category had: use sync --full to delete it'
            : '';

        return new Refusal($item->field, ltrim("{$item->field} {$item->reason}$advice"), (string) $item->refusedId);
    }

    private function refuseUnidentified(MappedItem $item, Refusal $refusal): void
    {
        // An unidentified deletion need not keep rows from being deleted.
        $this->unknown += $item->isDeletion ? 0 : 1;
        $this->report->rejected++;
        $place = "{$this->input->name()} {$this->reader->unit()} {$item->line}";
        $this->report->failures->add(static fn (): string => $place, $refusal->field, $refusal->message);
    }
}
