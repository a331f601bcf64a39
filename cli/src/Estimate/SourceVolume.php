<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Cli\Source\FeedInput;
use Aco\Document;
use Aco\Exception\ReadException;
use Aco\Feed;
use Aco\ItemChunk;
use Aco\Mapper;

/** Counts what a source would send, as a stream: items are mapped, batched as the client does, and forgotten. */
final class SourceVolume
{
    private const CHUNK_ITEMS = 500;

    private int $records = 0;
    private int $requests = 0;
    private int $refused = 0;

    /**
     * @var array{live: array{int, int}, deleted: array{int, int}} items and bytes of the requests that are being filled
     */
    private array $open = ['live' => [0, 0], 'deleted' => [0, 0]];

    private function __construct(private readonly Feed $feed, private readonly int $maxRequestBytes)
    {
    }

    public static function of(Feed $feed, FeedInput $input, int $maxRequestBytes): Volume
    {
        $counter = new self($feed, $maxRequestBytes);
        $inputError = null;
        try {
            $counter->read($input->open(new Mapper($feed), self::CHUNK_ITEMS));
        } catch (ReadException $e) {
            $inputError = $e->getMessage();
        }

        return new Volume($feed, $counter->records, $counter->requests, $counter->refused, $inputError);
    }

    /** @param iterable<ItemChunk> $chunks */
    private function read(iterable $chunks): void
    {
        foreach ($chunks as $chunk) {
            foreach ($chunk->map() as $item) {
                $this->refused += $item->reason !== '' ? 1 : 0;
                if ($item->document !== null) {
                    $this->add($item->document);
                }
            }
        }
    }

    private function add(Document $document): void
    {
        $this->records++;
        $kind = $document->deleted ? 'deleted' : 'live';
        [$items, $bytes] = $this->open[$kind];
        $length = strlen((string) $document) + 1;
        if ($items === 0 || $items === $this->feed->batchLimit() || $bytes + $length > $this->maxRequestBytes) {
            $this->requests++;
            [$items, $bytes] = [0, 1];
        }
        $this->open[$kind] = [$items + 1, $bytes + $length];
    }
}
