<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Service\FeedItemsResyncScheduler;

/** Has cron send items again. */
class Scheduler
{
    private const CHUNK = 500;

    public function __construct(private readonly FeedItemsResyncScheduler $scheduler, private readonly FeedRows $rows)
    {
    }

    /** The whole feed is collected again; what has not changed and was delivered is not sent. */
    public function all(FeedIndexMetadata $metadata): void
    {
        $this->scheduler->execute($metadata, null);
    }

    /**
     * @param list<int> $entityIds
     *
     * @return int how many items
     */
    public function entities(FeedIndexMetadata $metadata, array $entityIds): int
    {
        $scheduled = 0;
        foreach (array_chunk(array_values(array_unique($entityIds)), self::CHUNK) as $chunk) {
            $scheduled += $this->scheduler->execute($metadata, $chunk);
            $this->rows->forgetHashes($metadata, $chunk);
        }

        return $scheduled;
    }
}
