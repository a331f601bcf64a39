<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\Backoff;
use Aco\CommerceOptimizer\Model\Status\ItemState;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\Mview\ViewFactory;

/** When failed items are sent again: at once, then five minutes later, each time twice as long after, a day at most. */
class Retries
{
    public const TABLE = 'aco_export_retry';

    private const MAX_ITEMS = 20000;
    private const CHUNK = 500;

    public function __construct(private readonly ResourceConnection $resources, private readonly ViewFactory $views)
    {
    }

    /** Has the indexer of the feed look at the entities of what is due; it sends what is still failed. */
    public function schedule(FeedIndexMetadata $metadata): int
    {
        $this->forgetSettled($metadata);

        $due = $this->due($metadata);
        $changelog = $this->views->create()->load($metadata->getFeedTableName())->getChangelog();
        $connection = $this->resources->getConnection();
        foreach (array_chunk($due, self::CHUNK) as $rows) {
            $connection->insertArray(
                $this->resources->getTableName($changelog->getName()),
                [$changelog->getColumnName()],
                array_values(array_unique(array_column($rows, 'source_entity_id'))),
            );
            $connection->insertOnDuplicate(
                $this->resources->getTableName(self::TABLE),
                array_map(fn (array $row): array => $this->nextAttempt($metadata, $row), $rows),
                ['attempts', 'due_at'],
            );
        }

        return count($due);
    }

    /** @return list<array<string, ?string>> oldest first: feed_id, source_entity_id, attempts */
    private function due(FeedIndexMetadata $metadata): array
    {
        $connection = $this->resources->getConnection();
        $isRetry = $connection->quoteInto('retry.feed_id = feed.feed_id AND retry.feed = ?', $metadata->getFeedName());
        $select = $connection->select()
            ->from(
                ['feed' => $this->resources->getTableName($metadata->getFeedTableName())],
                ['feed_id', 'source_entity_id'],
            )
            ->joinLeft(['retry' => $this->resources->getTableName(self::TABLE)], $isRetry, ['attempts'])
            ->where('feed.status NOT IN (?)', ItemState::SETTLED)
            ->where('retry.due_at IS NULL OR retry.due_at <= ?', date('Y-m-d H:i:s'))
            ->order('feed.id')
            ->limit(self::MAX_ITEMS);

        return $connection->fetchAll($select);
    }

    /** What was settled since, or has no row any more, begins anew when it fails again. */
    private function forgetSettled(FeedIndexMetadata $metadata): void
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName(self::TABLE);
        $settled = $connection->fetchCol($connection->select()
            ->from(['retry' => $table], ['feed_id'])
            ->joinLeft(
                ['feed' => $this->resources->getTableName($metadata->getFeedTableName())],
                'feed.feed_id = retry.feed_id',
                [],
            )
            ->where('retry.feed = ?', $metadata->getFeedName())
            ->where('feed.feed_id IS NULL OR feed.status IN (?)', ItemState::SETTLED)
            ->limit(self::MAX_ITEMS));

        foreach (array_chunk($settled, self::CHUNK) as $ids) {
            $connection->delete($table, ['feed = ?' => $metadata->getFeedName(), 'feed_id IN (?)' => $ids]);
        }
    }

    /**
     * @param array<string, ?string> $row
     *
     * @return array{feed: string, feed_id: ?string, attempts: int, due_at: string}
     */
    private function nextAttempt(FeedIndexMetadata $metadata, array $row): array
    {
        $attempts = min((int) $row['attempts'] + 1, 32767);

        return [
            'feed' => $metadata->getFeedName(),
            'feed_id' => $row['feed_id'],
            'attempts' => $attempts,
            'due_at' => Backoff::dueAt($attempts, time()),
        ];
    }
}
