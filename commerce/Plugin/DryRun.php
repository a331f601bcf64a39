<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Export\Exporter;
use Aco\Feed;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\Config;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\DataExporter\Status\ExportStatusCodeProvider;

/** saas:resync --dry-run: tells what would be sent, sends and stores nothing. */
class DryRun
{
    public function __construct(
        private readonly Config $config,
        private readonly FeedExportStatusBuilder $status,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /**
     * @param callable(Feed, array<int, array<string, mixed>>, FeedIndexMetadata): FeedExportStatus $proceed
     * @param array<int, array<string, mixed>> $data
     */
    public function aroundExport(
        Exporter $subject,
        callable $proceed,
        Feed $feed,
        array $data,
        FeedIndexMetadata $metadata,
    ): FeedExportStatus {
        if (!$this->config->isDryRun()) {
            return $proceed($feed, $data, $metadata);
        }

        $payload = getenv('EXPORTER_EXTENDED_LOG') ? ['items' => $data] : [];
        $this->logger->info(sprintf('ACO dry run: feed "%s", %d items would be sent', $metadata->getFeedName(), count($data)), $payload);

        return $this->status->build(ExportStatusCodeProvider::FEED_SUBMIT_SKIPPED);
    }
}
