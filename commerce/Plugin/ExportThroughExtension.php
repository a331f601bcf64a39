<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Export\Adoption;
use Aco\CommerceOptimizer\Model\Export\Exporter;
use Aco\Feed;
use Magento\DataExporter\Model\ExportFeedDummy;
use Magento\DataExporter\Model\ExportFeedInterface;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Status\ExportStatusCodeProvider;

/**
 * Takes the feeds of Commerce Optimizer over from whichever exporter is installed, and leaves all others to it. A
 * preference would put that exporter out of reach.
 */
class ExportThroughExtension
{
    public function __construct(
        private readonly Config $config,
        private readonly Exporter $exporter,
        private readonly Adoption $adoption,
        private readonly FeedExportStatusBuilder $status,
    ) {
    }

    /**
     * @param callable(array<int, array<string, mixed>>, FeedIndexMetadata): FeedExportStatus $proceed
     * @param array<int, array<string, mixed>> $data
     */
    public function aroundExport(
        ExportFeedInterface $subject,
        callable $proceed,
        array $data,
        FeedIndexMetadata $metadata,
    ): FeedExportStatus {
        $feed = Feed::tryFrom($metadata->getFeedName());
        if ($feed !== null && ($this->config->isConfigured() || $this->adoption->isActive())) {
            return $this->exporter->export($feed, $data, $metadata);
        }

        // Commerce's own exporter only tells that there is none. Its rows would stay "failed" for ever.
        return $subject instanceof ExportFeedDummy
            ? $this->status->build(ExportStatusCodeProvider::FEED_SUBMIT_SKIPPED)
            : $proceed($data, $metadata);
    }
}
