<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\Text;
use Magento\DataExporter\Model\Indexer\DataSerializer;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/** What one call of export() handed over: the fate of each item, and the rows to persist when all are known. */
class PendingBatch
{
    /** @var array<int, array{message: string, status: int}> by position in what export() got */
    private array $failures = [];

    /** @var array<int, true> positions without a response yet */
    private array $open = [];

    /** @var array<string, true> */
    private array $requestIds = [];

    private string $reason = '';

    /** @var array<int|string, array<string, mixed>>|null */
    private ?array $rows = null;

    private ?DataSerializerInterface $serializer = null;

    public function __construct(public readonly FeedIndexMetadata $metadata)
    {
    }

    public function await(int $position): void
    {
        $this->open[$position] = true;
    }

    public function delivered(int $position): void
    {
        unset($this->open[$position]);
    }

    public function failed(int $position, int $status, string $message): void
    {
        unset($this->open[$position]);
        $this->failures[$position] = ['message' => $message, 'status' => $status];
        if ($this->reason === '') {
            $this->reason = $message;
        }
    }

    /** Whatever has no answer is to be sent again. */
    public function failOpen(int $status, string $message): void
    {
        foreach (array_keys($this->open) as $position) {
            $this->failed($position, $status, $message);
        }
    }

    public function addRequestId(string $requestId): void
    {
        if ($requestId !== '') {
            $this->requestIds[$requestId] = true;
        }
    }

    /**
     * Of the items, only what the table gets is kept: they may be large, and many wait.
     *
     * @param array<int|string, array<string, mixed>> $rows
     */
    public function keepRows(array $rows, DataSerializerInterface $serializer): void
    {
        if ($serializer instanceof DataSerializer && !$this->metadata->isPersistExportedFeed()) {
            $kept = array_flip([...array_keys($this->metadata->getMinimalPayloadFieldsList()), 'deleted']);
            foreach ($rows as $key => $row) {
                $item = $row[FeedIndexMetadata::FEED_TABLE_FIELD_FEED_DATA];
                $rows[$key][FeedIndexMetadata::FEED_TABLE_FIELD_FEED_DATA] = is_array($item)
                    ? array_intersect_key($item, $kept)
                    : $item;
            }
        }
        $this->rows = $rows;
        $this->serializer = $serializer;
    }

    /** @return list<string> */
    public function feedIds(): array
    {
        return array_map(Text::of(...), array_column($this->rows(), FeedIndexMetadata::FEED_TABLE_FIELD_FEED_ID));
    }

    public function isAnswered(): bool
    {
        return $this->open === [];
    }

    public function hasRows(): bool
    {
        return $this->rows !== null;
    }

    /** @return array<int|string, array<string, mixed>> */
    public function rows(): array
    {
        return $this->rows ?? [];
    }

    public function serializer(): ?DataSerializerInterface
    {
        return $this->serializer;
    }

    /**
     * The failures by the positions that Commerce looks for when it writes the rows: it does not count those without
     * the id of their entity.
     *
     * @return array<int, array{message: string, status: int}>
     */
    public function failures(): array
    {
        $failures = [];
        $counted = 0;
        foreach (array_values($this->rows()) as $position => $row) {
            if (($row[FeedIndexMetadata::FEED_TABLE_FIELD_SOURCE_ENTITY_ID] ?? null) === null) {
                continue;
            }
            if (isset($this->failures[$position])) {
                $failures[$counted] = $this->failures[$position];
            }
            $counted++;
        }

        return $failures;
    }

    public function reason(): string
    {
        return $this->reason;
    }

    /** @return array<string, string> what Commerce stores with each row */
    public function responseMetadata(): array
    {
        return $this->requestIds === [] ? [] : ['requestId' => implode(', ', array_keys($this->requestIds))];
    }
}
