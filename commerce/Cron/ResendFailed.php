<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Cron;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Export\DeadRuns;
use Aco\CommerceOptimizer\Model\Export\Retries;
use Aco\Feed;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\Framework\Lock\LockManagerInterface;

/**
 * Schedules items whose sending failed for a reason that may pass, and feeds whose process has died. Nothing in the
 * export framework does. The next run of the indexers sends them: no lock of a feed is taken here, as a full sync that
 * meets one is dropped.
 */
class ResendFailed
{
    private const LOCK = 'aco_resend_failed';

    public function __construct(
        private readonly Config $config,
        private readonly FeedMetadataPool $feeds,
        private readonly LockManagerInterface $locks,
        private readonly Retries $retries,
        private readonly DeadRuns $deadRuns,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function execute(): void
    {
        // One node of several does it.
        if (!$this->config->isConfigured() || !$this->locks->lock(self::LOCK, 0)) {
            return;
        }

        try {
            foreach ($this->feeds->getAll() as $metadata) {
                if (Feed::tryFrom($metadata->getFeedName()) === null) {
                    continue;
                }
                try {
                    $this->deadRuns->release($metadata);
                    $this->retries->schedule($metadata);
                } catch (\Throwable $e) {
                    $this->logger->error('ACO: ' . $e->getMessage(), ['exception' => $e]);
                }
            }
        } finally {
            $this->locks->unlock(self::LOCK);
        }
    }
}
