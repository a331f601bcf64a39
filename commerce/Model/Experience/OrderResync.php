<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\CommerceOptimizer\Model\Resync\Options;
use Aco\CommerceOptimizer\Model\Resync\Resync;
use Magento\Framework\Exception\LocalizedException;
use Symfony\Component\Console\Input\InputInterface;

/** saas:resync --feed=orders: Commerce collects its orders again, then their events are sent. */
class OrderResync
{
    public function __construct(
        private readonly OrderFeed $feed,
        private readonly Resync $resync,
        private readonly OrderSync $sync,
    ) {
    }

    /** @throws LocalizedException */
    public function run(InputInterface $input): OrderReport
    {
        $metadata = $this->feed->metadata()
            ?? throw new LocalizedException(__('Nothing collects orders: install magento/module-sales-orders-data-exporter.'));
        $options = Options::fromInput($input, OrderFeed::NAME);
        if ($options->ids !== [] || $options->cleanup) {
            throw new LocalizedException(__('Orders are not resynced by --by-ids or --cleanup-feed.'));
        }

        if (!$input->getOption('no-reindex') && !$options->dryRun) {
            $this->resync->run($metadata, $options, null);
        }

        return $this->sync->everything($options->force, $options->dryRun);
    }
}
