<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\Text;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Indexer\EntityIdsProviderInterface;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Status\ExportStatusCodeProvider;
use Magento\Framework\Indexer\IndexerRegistry;
use Magento\Framework\Mview\ViewFactory;

/**
 * Takes a feed table over that another exporter has filled: the hashes and payloads of its delivered rows are made
 * anew, and nothing is sent. What is new, gone, failed or changed since keeps its row as it is and is left to the full
 * sync that follows.
 */
class Adoption
{
    private const DELIVERED = 200;

    private bool $active = false;

    /** @var array<int, true> entities that have changed since the other exporter was at them */
    private array $changed = [];

    public function __construct(
        private readonly FeedMetadataPool $feeds,
        private readonly IndexerRegistry $indexers,
        private readonly FeedExportStatusBuilder $status,
        private readonly FeedTable $table,
        private readonly ViewFactory $views,
        private readonly EntityIdsProviderInterface $entities,
    ) {
    }

    /** Whether rows are taken over just now. Indexer threads, which are forked, inherit it. */
    public function isActive(): bool
    {
        return $this->active;
    }

    /** @throws \Throwable what collecting the feed throws; rows that are taken over by then stay so */
    public function adopt(string $feedName): void
    {
        $metadata = $this->feeds->getMetadata($feedName);
        $indexer = $this->indexers->get((string) $metadata->getIndexerId());
        // Commerce leaves an indexer that is at work alone, without a word.
        if ($indexer->isWorking()) {
            throw new \RuntimeException(sprintf('the indexer "%s" is at work; stop cron, or reset it', $indexer->getId()));
        }

        // A full reindex takes the changelog for done.
        $this->changed = $this->changedEntities($metadata);
        $this->active = true;
        try {
            $indexer->reindexAll();
        } finally {
            $this->active = false;
            $indexer->invalidate();
        }
    }

    /** @param array<int|string, array<string, mixed>> $rows as Commerce would persist them */
    public function take(array $rows, FeedIndexMetadata $metadata, DataSerializerInterface $serializer): void
    {
        $delivered = array_filter($rows, fn (array $row): bool => self::isDelivered($row) && !$this->hasChanged($row));
        if ($delivered !== []) {
            $this->table->write($delivered, $this->deliveredStatus(), $metadata, $serializer);
        }
    }

    /** @return array<int, true> by id */
    private function changedEntities(FeedIndexMetadata $metadata): array
    {
        $view = $this->views->create()->load($metadata->getFeedTableName());
        if (!$view->isEnabled()) {
            return [];
        }

        $changelog = $view->getChangelog();
        $ids = $changelog->getList((int) $view->getState()->getVersionId(), (int) $changelog->getVersion());

        return $ids === []
            ? []
            : array_fill_keys(array_map(intval(...), $this->entities->getAffectedIds($metadata, $ids)), true);
    }

    /** @param array<string, mixed> $row */
    private function hasChanged(array $row): bool
    {
        $entity = Text::of($row[FeedIndexMetadata::FEED_TABLE_FIELD_SOURCE_ENTITY_ID] ?? null);

        return isset($this->changed[(int) $entity]);
    }

    private function deliveredStatus(): FeedExportStatus
    {
        return $this->status->build(self::DELIVERED);
    }

    /** @param array<string, mixed> $row */
    private static function isDelivered(array $row): bool
    {
        $item = $row[FeedIndexMetadata::FEED_TABLE_FIELD_FEED_DATA] ?? null;

        return isset($row[FeedIndexMetadata::FEED_TABLE_FIELD_PK])
            && Text::of($row[FeedIndexMetadata::FEED_TABLE_FIELD_STATUS] ?? null) === (string) self::DELIVERED
            && empty($row[FeedIndexMetadata::FEED_TABLE_FIELD_ERRORS])
            && !(is_array($item) && !empty($item['deleted']));
    }
}
