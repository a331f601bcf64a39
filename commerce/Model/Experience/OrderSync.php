<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\Experience\Settings;
use Magento\Framework\Exception\LocalizedException;
use Magento\Framework\FlagManager;
use Magento\Framework\Lock\LockManagerInterface;

/** Sends events of orders to Experience Platform; one process of the shop at a time. */
class OrderSync
{
    private const LOCK = 'aco_orders';

    /** Where the time is kept since when orders have to be read. */
    private const POSITION = 'aco_orders_position';

    public function __construct(
        private readonly SettingsProvider $settings,
        private readonly OrderMapperProvider $mappers,
        private readonly OrderFeed $feed,
        private readonly EventStore $store,
        private readonly EdgeClientProvider $clients,
        private readonly FlagManager $flags,
        private readonly LockManagerInterface $locks,
    ) {
    }

    /**
     * What has changed since the last run, and what earlier runs have left. Null: nobody wants it, or another process
     * does it.
     */
    public function changes(): ?OrderReport
    {
        $settings = $this->settings->get();
        if (!$this->settings->wantsOrders($settings) || !$this->locks->lock(self::LOCK, 0)) {
            return null;
        }

        try {
            $since = $this->flags->getFlagData(self::POSITION);
            $next = $this->feed->nextPosition();
            $report = $this->run($settings, is_string($since) ? $since : null, false, false);
            $this->flags->saveFlag(self::POSITION, $next);

            return $report;
        } finally {
            $this->locks->unlock(self::LOCK);
        }
    }

    /**
     * All orders that were collected.
     *
     * @param bool $again also the events that were sent before, with the same ids
     * @param bool $isDryRun nothing is stored and nothing is sent
     *
     * @throws LocalizedException
     */
    public function everything(bool $again, bool $isDryRun): OrderReport
    {
        $settings = $this->settings->get();
        if (!$this->settings->wantsOrders($settings)) {
            throw new LocalizedException(__('Back office events are off: Stores > Configuration > Services > Experience Platform.'));
        }
        if (!$this->locks->lock(self::LOCK, 0)) {
            throw new LocalizedException(__('Orders are being sent by another process: try again when it has ended.'));
        }

        try {
            return $this->run($settings, null, $again, $isDryRun);
        } finally {
            $this->locks->unlock(self::LOCK);
        }
    }

    private function run(Settings $settings, ?string $since, bool $again, bool $isDryRun): OrderReport
    {
        $report = new OrderReport();
        $delivery = $isDryRun
            ? null
            : new EventDelivery($settings, $this->store, $this->clients->get($settings), $report);
        $run = new OrderRun($this->mappers->get($settings), $this->store, $delivery, $report, $again);
        $run->withdraw($this->feed->deletedSince($since));
        $run->resume();
        $run->take($this->feed->changedSince($since));
        $delivery?->finish();

        return $report;
    }
}
