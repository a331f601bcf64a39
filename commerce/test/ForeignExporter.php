<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Test;

use Magento\DataExporter\Model\ExportFeedInterface;
use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\FeedExportStatusBuilder;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/**
 * Another exporter, which has sent all it was given. In a file of its own, because setup:di:compile loads files of a
 * module that declare classes.
 */
class ForeignExporter implements ExportFeedInterface
{
    public function __construct(private readonly FeedExportStatusBuilder $status)
    {
    }

    /** @param array<int, array<string, mixed>> $data */
    public function export(array $data, FeedIndexMetadata $metadata): FeedExportStatus
    {
        return $this->status->build(200);
    }
}
