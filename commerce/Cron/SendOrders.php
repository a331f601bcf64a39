<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Cron;

use Aco\CommerceOptimizer\Model\Experience\OrderSync;
use Aco\CommerceOptimizer\Model\Experience\PersonalData;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;

/** Sends what is new in orders. */
class SendOrders
{
    public function __construct(
        private readonly OrderSync $sync,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function execute(): void
    {
        try {
            $report = $this->sync->changes();
        } catch (\Throwable $e) {
            $this->logger->error('ACO orders: ' . PersonalData::redact($e->getMessage()));

            return;
        }

        if ($report !== null && $report->counts() !== []) {
            $level = $report->isClean() ? 'info' : 'warning';
            $this->logger->log($level, 'ACO orders', $report->counts() + ['problems' => $report->problems()]);
        }
    }
}
