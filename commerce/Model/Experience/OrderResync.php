<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Resync\Options;
use Aco\CommerceOptimizer\Model\Resync\Resync;
use Magento\Framework\Exception\LocalizedException;

/** saas:resync --feed=orders: Commerce collects its orders again, then their events are sent. */
class OrderResync
{
    public function __construct(
        private readonly OrderFeed $feed,
        private readonly Resync $resync,
        private readonly OrderSync $sync,
    ) {
    }

    /**
     * @param array<string, mixed> $input options of the command
     *
     * @throws LocalizedException
     */
    public function run(array $input): OrderReport
    {
        $metadata = $this->feed->metadata()
            ?? throw new LocalizedException(__('Nothing collects orders: install magento/module-sales-orders-data-exporter.'));
        if (($input['by-ids'] ?? null) !== null || $input['cleanup-feed'] || $input['continue-resync']) {
            throw new LocalizedException(__('Orders are not resynced by --by-ids, --cleanup-feed or --continue-resync.'));
        }

        $options = Options::fromInput(['force' => false] + $input, OrderFeed::NAME);
        if (!$input['no-reindex'] && !$options->dryRun) {
            $this->resync->run($metadata, $options, null);
        }

        return $this->sync->everything((bool) $input['force'], $options->dryRun);
    }
}
