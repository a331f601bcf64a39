<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Cron;

use Aco\CommerceOptimizer\Model\Assets\Connection;
use Aco\CommerceOptimizer\Model\Assets\ConnectionState;
use Aco\CommerceOptimizer\Model\Assets\ProductEvents;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\Framework\Lock\LockManagerInterface;

/** Connects the shop with AEM Assets when settings have changed, and hands over the events of products. */
class SyncAssets
{
    private const LOCK = 'aco_assets';

    public function __construct(
        private readonly Connection $connection,
        private readonly ProductEvents $events,
        private readonly LockManagerInterface $locks,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function execute(): void
    {
        if (!$this->locks->lock(self::LOCK, 0)) {
            return;
        }

        try {
            $this->register();
            $this->events->handOver();
        } catch (\Throwable $e) {
            $this->logger->error('ACO assets: ' . $e->getMessage());
        } finally {
            $this->locks->unlock(self::LOCK);
        }
    }

    private function register(): void
    {
        $status = $this->connection->registerWhenDue();
        if ($status === null) {
            return;
        }

        $level = $status->state === ConnectionState::Connected ? 'info' : 'error';
        $this->logger->log($level, "ACO assets: {$status->state->label()}. $status->message");
    }
}
