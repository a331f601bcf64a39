<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Magento\DataExporter\Lock\FeedLockManager;
use Magento\DataExporter\Model\Indexer\ConfigOptionsHandler;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\DataExporter\Service\FeedIndexerProvider;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\Indexer\IndexerInterface;

/** Collects a feed in this process, under the lock that cron takes too. */
class Resync
{
    /** The framework lets a full run under a lock of this name and process through. */
    private const LOCKED_BY = 'resync';

    public function __construct(
        private readonly FeedIndexerProvider $indexers,
        private readonly FeedLockManager $locks,
        private readonly ConfigOptionsHandler $options,
        private readonly FeedRows $rows,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /**
     * @param list<int>|null $entityIds null: all
     *
     * @throws LocalizedException
     */
    public function run(FeedIndexMetadata $metadata, Options $options, ?array $entityIds): void
    {
        $indexer = $this->indexers->getIndexer($metadata)
            ?? throw new LocalizedException(__('The feed %1 has no indexer.', $metadata->getFeedName()));
        $feed = $metadata->getFeedName();
        if (!$this->locks->lock($feed, self::LOCKED_BY)) {
            throw new LocalizedException(
                __('The feed %1 is being sent by %2: try again when it has ended.', $feed, $this->locks->getLockedByName($feed)),
            );
        }

        try {
            $this->options->initialize($options->forFramework());
            $this->collect($indexer, $metadata, $options, $entityIds);
        } finally {
            $this->locks->unlock($feed);
        }
    }

    /** @param list<int>|null $entityIds */
    private function collect(
        IndexerInterface $indexer,
        FeedIndexMetadata $metadata,
        Options $options,
        ?array $entityIds,
    ): void {
        if (!$options->dryRun && $options->cleanup) {
            $this->rows->deleteAll($metadata);
        } elseif (!$options->dryRun && $metadata->isExportImmediately() && ($options->force || $entityIds !== null)) {
            $this->rows->forgetHashes($metadata, $entityIds);
        }

        if ($entityIds === null) {
            $indexer->reindexAll();

            return;
        }

        $this->logger->initSyncLog($metadata, 'resync by ids');
        foreach (array_chunk($entityIds, $metadata->getBatchSize()) as $chunk) {
            $indexer->reindexList($chunk);
        }
        $this->logger->complete();
    }
}
