<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;

/** Which failed items are due again: five minutes after the first failure, twice as long after each other one, a day at most. */
class Retries
{
    public const TABLE = 'aco_export_retry';

    /** Delivered, rejected by the service, refused before it was sent: only a change of the item helps. */
    private const SETTLED = [200, 400, 1];

    private const FIRST_SECONDS = 240;
    private const LAST_SECONDS = 86400;
    private const MAX_ITEMS = 20000;

    public function __construct(private readonly ResourceConnection $resources)
    {
    }

    /** @return array<string, int> entity ids by feed id, oldest first */
    public function due(FeedIndexMetadata $metadata): array
    {
        $connection = $this->resources->getConnection();
        $select = $connection->select()
            ->from(['feed' => $this->resources->getTableName($metadata->getFeedTableName())], ['feed_id', 'source_entity_id'])
            ->joinLeft(['retry' => $this->resources->getTableName(self::TABLE)], $connection->quoteInto('retry.feed_id = feed.feed_id AND retry.feed = ?', $metadata->getFeedName()), [])
            ->where('feed.status NOT IN (?)', self::SETTLED)
            ->where('retry.due_at IS NULL OR retry.due_at <= ?', date('Y-m-d H:i:s'))
            ->order('feed.id')
            ->limit(self::MAX_ITEMS);

        return array_map(intval(...), $connection->fetchPairs($select));
    }

    /**
     * After an attempt: what failed again waits longer, what was settled is forgotten.
     *
     * @param list<string> $feedIds
     */
    public function settle(FeedIndexMetadata $metadata, array $feedIds): void
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName(self::TABLE);

        foreach (array_chunk($feedIds, 500) as $chunk) {
            $failed = $connection->fetchCol($connection->select()
                ->from($this->resources->getTableName($metadata->getFeedTableName()), ['feed_id'])
                ->where('feed_id IN (?)', $chunk)
                ->where('status NOT IN (?)', self::SETTLED));
            $attempts = $connection->fetchPairs($connection->select()
                ->from($table, ['feed_id', 'attempts'])
                ->where('feed = ?', $metadata->getFeedName())
                ->where('feed_id IN (?)', $chunk));

            $rows = [];
            foreach ($failed as $feedId) {
                $rows[] = ['feed' => $metadata->getFeedName(), 'feed_id' => $feedId] + $this->nextAttempt((int) ($attempts[$feedId] ?? 0) + 1);
            }
            if ($rows !== []) {
                $connection->insertOnDuplicate($table, $rows, ['attempts', 'due_at']);
            }

            $settled = array_values(array_diff($chunk, $failed));
            if ($settled !== []) {
                $connection->delete($table, ['feed = ?' => $metadata->getFeedName(), 'feed_id IN (?)' => $settled]);
            }
        }
    }

    /** @return array{attempts: int, due_at: string} */
    private function nextAttempt(int $attempts): array
    {
        $seconds = min(self::LAST_SECONDS, self::FIRST_SECONDS * 2 ** min($attempts - 1, 20));

        return ['attempts' => min($attempts, 32767), 'due_at' => date('Y-m-d H:i:s', time() + $seconds)];
    }
}
