<?php

declare(strict_types=1);

namespace Aco\Cli\Estimate;

use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;
use Aco\Document;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;

/** Counts what a source would send, as a stream: items are mapped, batched as the client does, and forgotten. */
final class SourceVolume
{
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

    public static function of(Feed $feed, ItemReader $reader, int $maxRequestBytes): Volume
    {
        $counter = new self($feed, $maxRequestBytes);
        $inputError = null;
        try {
            $counter->read($reader);
        } catch (SourceException $e) {
            $inputError = $e->getMessage();
        }

        return new Volume($feed, $counter->records, $counter->requests, $counter->refused, $inputError);
    }

    private function read(ItemReader $reader): void
    {
        $mapper = new Mapper($this->feed);

        while (($item = $reader->next()) !== null) {
            try {
                $document = $item instanceof BadLine ? null : $mapper->map($item);
                $this->refused += $item instanceof BadLine ? 1 : 0;
            } catch (MappingException) {
                $document = null;
                $this->refused++;
            }

            if ($document !== null) {
                $this->add($document);
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
