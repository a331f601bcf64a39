<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Status\ExportStatusCode;
use Magento\DataExporter\Status\ExportStatusCodeProvider;

/** Tells Commerce to write no row now: the plugin of the feed table writes them when the answers are there. */
class PendingStatus extends FeedExportStatus
{
    public function __construct(public readonly PendingBatch $batch)
    {
        parent::__construct(new ExportStatusCode(ExportStatusCodeProvider::FEED_SUBMIT_SKIPPED), '', []);
    }
}
