<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Magento\DataExporter\Lock\FeedLockManager;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\DataExporter\Service\FeedIndexerProvider;
use Magento\Framework\Indexer\StateInterface;
use Magento\Framework\Mview\View\StateInterface as ViewState;
use Magento\Framework\Mview\ViewFactory;

/**
 * Takes feeds back from processes that died at work. Their lock is gone with them, but Commerce goes on to believe that
 * the indexer or its view is at work, and touches neither again.
 */
class DeadRuns
{
    /** Between the state and the lock of a run that begins. */
    private const GRACE_SECONDS = 120;

    public function __construct(
        private readonly FeedLockManager $locks,
        private readonly FeedIndexerProvider $indexers,
        private readonly ViewFactory $views,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    public function release(FeedIndexMetadata $metadata): void
    {
        $indexer = $this->indexers->getIndexer($metadata);
        if ($indexer === null || $this->locks->isLocked($metadata->getFeedName())) {
            return;
        }

        $state = $indexer->getState();
        if ($state->getStatus() === StateInterface::STATUS_WORKING && $this->isOld((string) $state->getUpdated())) {
            $indexer->invalidate();
            $this->report($metadata, 'full sync');
        }

        $view = $this->views->create()->load($metadata->getFeedTableName());
        $viewState = $view->getState();
        $isAtWork = in_array($viewState->getStatus(), [ViewState::STATUS_WORKING, ViewState::STATUS_SUSPENDED], true);
        if ($isAtWork && !$indexer->isWorking() && $this->isOld((string) $viewState->getUpdated())) {
            $viewState->setStatus(ViewState::STATUS_IDLE)->save();
            $this->report($metadata, 'partial sync');
        }
    }

    private function isOld(string $updated): bool
    {
        return strtotime($updated . ' UTC') < time() - self::GRACE_SECONDS;
    }

    private function report(FeedIndexMetadata $metadata, string $run): void
    {
        $this->logger->warning(sprintf('ACO: a %s of feed "%s" has died; it begins anew', $run, $metadata->getFeedName()));
    }
}
