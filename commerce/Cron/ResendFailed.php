<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Cron;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Export\Retries;
use Aco\Feed;
use Magento\DataExporter\Lock\FeedLockManager;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\DataExporter\Service\FeedIndexerProvider;

/** Sends items again whose sending failed for a reason that may pass. Nothing in the export framework does. */
class ResendFailed
{
    private const LOCKED_BY = 'aco_resend';

    public function __construct(
        private readonly Config $config,
        private readonly FeedMetadataPool $feeds,
        private readonly FeedIndexerProvider $indexers,
        private readonly FeedLockManager $locks,
        private readonly Retries $retries,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function execute(): void
    {
        if (!$this->config->isConfigured()) {
            return;
        }

        foreach ($this->feeds->getAll() as $metadata) {
            if (Feed::tryFrom($metadata->getFeedName()) !== null && $this->locks->lock($metadata->getFeedName(), self::LOCKED_BY)) {
                try {
                    $this->resend($metadata);
                } catch (\Throwable $e) {
                    $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);
                } finally {
                    $this->locks->unlock($metadata->getFeedName());
                }
            }
        }
    }

    private function resend(FeedIndexMetadata $metadata): void
    {
        $due = $this->retries->due($metadata);
        if ($due === []) {
            return;
        }

        $this->logger->initSyncLog($metadata, 'resend failed items');
        foreach (array_chunk(array_values(array_unique($due)), $metadata->getBatchSize()) as $entities) {
            $this->indexers->getIndexer($metadata)?->reindexList($entities);
        }
        $this->retries->settle($metadata, array_keys($due));
        $this->logger->complete();
    }
}
