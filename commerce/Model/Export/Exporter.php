<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\Document;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\DataExporter\Status\ExportStatusCodeProvider;

/** Sends what Commerce's feed indexers hand over. It never throws: what happens to items is in the status. */
class Exporter
{
    private const REJECTED = 400;

    /** @var array<string, Mapper> by feed */
    private array $mappers = [];

    public function __construct(
        private readonly PendingExports $pending,
        private readonly Adoption $adoption,
        private readonly FeedExportStatusBuilder $status,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /** @param array<int, array<string, mixed>> $data */
    public function export(Feed $feed, array $data, FeedIndexMetadata $metadata): FeedExportStatus
    {
        try {
            if ($this->adoption->isActive()) {
                return $this->status->build(ExportStatusCodeProvider::FEED_SUBMIT_SKIPPED);
            }

            $batch = new PendingBatch($metadata);
            $this->pending->push($feed, $batch, $this->documents($feed, $data, $batch));
        } catch (\Throwable $e) {
            $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);

            return $this->status->build(ExportStatusCodeProvider::RETRYABLE, $e->getMessage());
        }

        return new PendingStatus($batch);
    }

    /**
     * @param array<int, array<string, mixed>> $data
     *
     * @return array<int, Document> by position
     */
    private function documents(Feed $feed, array $data, PendingBatch $batch): array
    {
        $results = $items = [];
        foreach (array_values($data) as $position => $item) {
            if (MappedItem::is($item)) {
                $results[$position] = self::mapped($feed, $item);
            } else {
                $items[$position] = $item;
            }
        }

        /** @var array<int, Document|MappingException|null> $mapped */
        $mapped = $this->mapper($feed)->mapAll($items);
        $results += $mapped;
        // Of two versions of an item, the later one replaces the earlier.
        ksort($results);
        $documents = [];

        foreach ($results as $position => $result) {
            if ($result instanceof MappingException) {
                $batch->failed($position, self::REJECTED, $result->getMessage());
            } elseif ($result !== null) {
                $documents[$position] = $result;
            }
        }

        return $documents;
    }

    /** @param array<string, mixed> $item */
    private static function mapped(Feed $feed, array $item): Document|MappingException|null
    {
        try {
            return MappedItem::document($feed, $item);
        } catch (MappingException $e) {
            return $e;
        }
    }

    private function mapper(Feed $feed): Mapper
    {
        return $this->mappers[$feed->value] ??= new Mapper($feed);
    }
}
