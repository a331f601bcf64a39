<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;

/** Reads the input of one feed and maps its items, a chunk at a time. */
final class ChunkReader
{
    /** Of one transaction: the more, the fewer pages of the database are written for each. */
    private const CHUNK_ITEMS = 5000;
    private const CHUNK_BYTES = 8388608;
    /** The client rejects larger ones. */
    private const MAX_BODY = 8388608;

    private bool $atEnd = false;
    /** Unidentified items, any of which may be one of those in the table. */
    private int $unknown = 0;
    private readonly FeedProfile $profile;

    public function __construct(
        private readonly Feed $feed,
        private readonly ItemReader $reader,
        private readonly Mapper $mapper,
        private readonly FeedReport $report,
        private readonly ?ItemFilter $only,
        private readonly ?CategoryPaths $paths = null,
    ) {
        $this->profile = FeedProfile::of($feed);
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
        $size = $this->reader->size() ?? 0;

        return $size > 0 ? $this->reader->consumed() / $size : 0.0;
    }

    /** @return array<string, Candidate> by id: of equal ids the last */
    public function next(): array
    {
        $this->paths?->begin();
        $candidates = [];
        $bytes = 0;
        while (count($candidates) < self::CHUNK_ITEMS && $bytes < self::CHUNK_BYTES) {
            try {
                $item = $this->reader->next();
            } catch (SourceException $e) {
                $this->report->inputError = $e->getMessage();
                $item = null;
            }

            if ($item === null) {
                $this->atEnd = true;
                $this->report->repaired = $this->reader->repaired();
                break;
            }

            $bytes += $this->reader->lineBytes();

            if ($item instanceof BadLine) {
                $this->report->read++;
                $this->report->addBadLine($item);
                continue;
            }

            if ($this->only !== null && !$this->only->takes($item)) {
                continue;
            }

            $this->report->read++;
            $candidate = $this->candidate($item);
            if ($candidate !== null) {
                $candidates[] = $candidate;
            }
        }

        $chunk = [];

        foreach ($candidates as $candidate) {
            $chunk[$candidate->id()] = $candidate;
        }

        $this->report->skipped += count($candidates) - count($chunk);

        return $chunk;
    }

    /** @param array<string, mixed> $item */
    private function candidate(array $item): ?Candidate
    {
        $item = $this->paths?->complete($item) ?? $item;

        try {
            $document = $this->mapper->map($item);
        } catch (MappingException $e) {
            $isUnknown = $this->paths !== null && $e->field === 'urlPath' && !empty($item['deleted']);

            return $this->refused($item, new Refusal($e->field, "{$e->field} {$e->reason}" . (
                $isUnknown
                    ? ', and the table does not say which path the category had: use sync --full to delete it'
                    : ''
            )));
        }

        if ($document === null) {
            $this->report->skipped++;

            return null;
        }

        if (strlen((string) $document) > self::MAX_BODY) {
            $mebibytes = self::MAX_BODY >> 20;

            return $this->refused($item, new Refusal('', "the body is larger than $mebibytes MiB"));
        }

        return new Candidate(
            $this->profile->sourceEntityId($item),
            FeedProfile::identity($item),
            $document,
            $document->deleted && empty($item['deleted']),
        );
    }

    /** @param array<string, mixed> $item */
    private function refused(array $item, Refusal $refusal): ?Candidate
    {
        try {
            $id = $this->mapper->deletion($item)?->id;
        } catch (MappingException) {
            $id = null;
        }

        if ($id === null) {
            // An unidentified deletion need not keep rows from being deleted.
            $this->unknown += empty($item['deleted']) ? 1 : 0;
            $this->report->rejected++;
            $place = $this->reader->place();
            $this->report->failures->add(static fn (): string => $place, $refusal->field, $refusal->message);

            return null;
        }

        return new Candidate(
            $this->profile->sourceEntityId($item),
            FeedProfile::identity($item),
            null,
            refusal: $refusal,
            refusedId: $id,
        );
    }
}
