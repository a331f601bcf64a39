<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Export\Adoption;
use Aco\CommerceOptimizer\Model\Export\FeedTable;
use Aco\CommerceOptimizer\Model\Export\PendingExports;
use Aco\CommerceOptimizer\Model\Export\PendingStatus;
use Aco\Feed;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Indexer\FeedUpdater;
use Magento\DataExporter\Status\ExportStatusCodeProvider;

/** Commerce persists rows right after export(); those of our feeds wait until the service has answered for them. */
class PersistWhenAnswered
{
    public function __construct(
        private readonly Config $config,
        private readonly PendingExports $pending,
        private readonly FeedTable $table,
        private readonly Adoption $adoption,
    ) {
    }

    /** @param array<int|string, array<string, mixed>> $feedData */
    public function aroundExecute(
        FeedUpdater $subject,
        callable $proceed,
        array $feedData,
        ?FeedExportStatus $exportStatus,
        FeedIndexMetadata $metadata,
        DataSerializerInterface $serializer,
    ): void {
        $feed = Feed::tryFrom($metadata->getFeedName());
        if ($feed === null || $exportStatus === null) {
            $proceed($feedData, $exportStatus, $metadata, $serializer);

            return;
        }

        if ($this->adoption->isActive()) {
            $this->adoption->take($feedData, $metadata, $serializer);
        } elseif ($exportStatus instanceof PendingStatus) {
            $this->pending->keepRows($feed, $exportStatus->batch, $feedData, $serializer);
            $this->pending->persistAnswered($feed);
            if (!$this->config->overlaps()) {
                $this->pending->settleAll();
            }
        } elseif ($exportStatus->getStatus()->getValue() !== ExportStatusCodeProvider::FEED_SUBMIT_SKIPPED) {
            $this->table->write($feedData, $exportStatus, $metadata, $serializer);
        }
    }
}
