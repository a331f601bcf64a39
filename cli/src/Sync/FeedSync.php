<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;
use Aco\Cli\Store\FeedRow;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Outcome;
use Aco\Cli\Store\Status;
use Aco\Client;
use Aco\Document;
use Aco\Exception\InvalidArgumentException;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;

/** Takes the input of one feed through mapping, comparison, table and client, a chunk at a time. */
final class FeedSync
{
    private const CHUNK_ITEMS = FeedStore::LOOKUP_LIMIT;
    private const CHUNK_BYTES = 8388608;

    public readonly FeedReport $report;

    private readonly Mapper $mapper;
    private readonly Delivery $delivery;

    /** @param \Closure(): void $onChange called when the counters have moved */
    public function __construct(
        private readonly Feed $feed,
        private readonly ?ItemReader $reader,
        private readonly FeedStore $store,
        Client $client,
        private readonly \Closure $onChange,
    ) {
        $this->report = new FeedReport($feed);
        $this->mapper = new Mapper($feed);
        $this->delivery = new Delivery($feed, $store, $client, $this->report, $onChange);
        $store->rememberUnsent($feed);
    }

    /** Share of the input that is read, 0 to 1; 0 when its size is not known. */
    public function fraction(): float
    {
        $size = $this->reader?->size() ?? 0;

        return $size > 0 ? $this->reader->consumed() / $size : 0.0;
    }

    /** Handles the next chunk of the input; false when there was none. */
    public function step(): bool
    {
        $chunk = $this->readChunk($atEnd);
        foreach ($chunk === [] ? [] : $this->changed($chunk) as [$document, $deleteBody]) {
            $this->delivery->push($document, $deleteBody);
        }
        ($this->onChange)();

        return !$atEnd;
    }

    /** Sends what an earlier run has left and the input has not replaced. */
    public function resume(): void
    {
        foreach ($this->store->unsent($this->feed) as $row) {
            try {
                $document = Document::fromJson($this->feed, $row->feedId, $row->data, $row->deleted);
                $deleteBody = $row->deleted
                    ? $row->data
                    : Identity::deleteBody($this->feed, $document->jsonSerialize());
            } catch (InvalidArgumentException) {
                $this->refuseStored($row);
                continue;
            }
            $this->report->resumed++;
            $this->delivery->push($document, $deleteBody);
        }
    }

    /** Waits for the answers that are still to come. */
    public function finish(): void
    {
        $this->delivery->finish();
        $this->report->repaired = $this->reader?->repaired() ?? 0;
    }

    /** @return array<string, Candidate> by id: of equal ids the last */
    private function readChunk(?bool &$atEnd): array
    {
        $chunk = [];
        $bytes = 0;
        $atEnd = false;
        while (count($chunk) < self::CHUNK_ITEMS && $bytes < self::CHUNK_BYTES) {
            try {
                $item = $this->reader?->next();
            } catch (SourceException $e) {
                $this->report->inputError = $e->getMessage();
                $item = null;
            }
            if ($item === null) {
                $atEnd = true;
                break;
            }
            $bytes += $this->reader->lineBytes();
            $this->report->read++;
            if ($item instanceof BadLine) {
                $this->report->addBadLine($item);
                continue;
            }
            $candidate = $this->candidate($item);
            if ($candidate === null) {
                continue;
            }
            if (isset($chunk[$candidate->id])) {
                $this->report->skipped++;
            }
            $chunk[$candidate->id] = $candidate;
        }

        return $chunk;
    }

    /** @param array<string, mixed> $item */
    private function candidate(array $item): ?Candidate
    {
        try {
            $document = $this->mapper->map($item);
            if ($document === null) {
                $this->report->skipped++;

                return null;
            }

            return new Candidate(
                $document->id,
                $document->hash,
                Identity::sourceEntityId($this->feed, $item),
                Identity::deletedItem($item),
                $document,
            );
        } catch (MappingException $refusal) {
            return $this->refused($item, $refusal);
        }
    }

    /** @param array<string, mixed> $item */
    private function refused(array $item, MappingException $refusal): ?Candidate
    {
        $deletedItem = Identity::deletedItem($item);
        try {
            $id = $this->mapper->map($deletedItem)?->id;
        } catch (MappingException) {
            $id = null;
        }
        if ($id === null) {
            // Without an identity there is no row to keep it in.
            $this->report->rejected++;
            $place = $this->reader->name() . ' line ' . $this->reader->line();
            $this->report->failures->add(static fn (): string => $place, $refusal->field, self::message($refusal));

            return null;
        }

        return new Candidate(
            $id,
            sha1(self::message($refusal)),
            Identity::sourceEntityId($this->feed, $item),
            $deletedItem,
            null,
            $refusal,
        );
    }

    /**
     * Compares a chunk with the table and writes what is new, before it is sent.
     *
     * @param array<string, Candidate> $chunk
     * @return list<array{Document, string}> documents to send, each with its delete body
     */
    private function changed(array $chunk): array
    {
        $stored = $this->store->lookup($this->feed, array_keys($chunk));
        $rows = [];
        $documents = [];
        foreach ($chunk as $candidate) {
            [$hash, $status] = $stored[$candidate->id] ?? [null, Status::TO_SEND];
            $isHandled = Status::isFinal($status) || $this->delivery->isUnderWay($candidate->id);
            if ($isHandled && $hash === $candidate->hash) {
                $this->report->unchanged++;
                $this->report->unchangedRejected += $status === Status::REJECTED ? 1 : 0;
                continue;
            }
            $document = $candidate->document;
            $deleteBody = (string) ($document?->deleted ? $document : $this->mapper->map($candidate->deletedItem));
            if ($document !== null) {
                $documents[] = [$document, $deleteBody];
                $rows[] = new FeedRow(
                    $candidate->id,
                    $candidate->sourceEntityId,
                    $document->deleted,
                    Status::TO_SEND,
                    (string) $document,
                    $candidate->hash,
                );
                continue;
            }
            $rows[] = $this->rejectedRow($candidate, $deleteBody);
            // An earlier version of it may be under way: its answer must not replace the refusal.
            $this->delivery->disregard($candidate->id);
        }
        if ($rows !== []) {
            $this->store->stage($this->feed, $rows);
        }

        return $documents;
    }

    private function rejectedRow(Candidate $candidate, string $deleteBody): FeedRow
    {
        $refusal = $candidate->refusal;
        $this->report->rejected++;
        $this->report->failures->add(
            fn (): string => Identity::label($this->feed, $deleteBody),
            $refusal->field,
            self::message($refusal),
        );

        return new FeedRow(
            $candidate->id,
            $candidate->sourceEntityId,
            false,
            Status::REJECTED,
            $deleteBody,
            $candidate->hash,
            self::message($refusal),
            Metadata::encode('', $refusal->field),
        );
    }

    private function refuseStored(FeedRow $row): void
    {
        $message = 'the stored payload cannot be read';
        $this->report->rejected++;
        $this->report->failures->add(static fn (): string => $row->feedId, 'feed_data', $message);
        $this->store->settle($this->feed, [
            new Outcome($row->feedId, Status::REJECTED, '{}', $message, Metadata::encode('', 'feed_data')),
        ]);
    }

    /** Without the item, which is named beside it: equal refusals of several items then count as one. */
    private static function message(MappingException $refusal): string
    {
        return "{$refusal->field} {$refusal->reason}";
    }
}
