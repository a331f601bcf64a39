<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;

/** The orders that Commerce's own indexer has collected. */
class OrderFeed
{
    public const NAME = 'orders';

    /** Transactions of the indexer that had begun before a run may have ended after it. */
    private const OVERLAP_SECONDS = 600;
    private const PAGE = 200;

    public function __construct(
        private readonly FeedMetadataPool $feeds,
        private readonly ResourceConnection $resources,
    ) {
    }

    /** Null where the module that collects orders is not installed. */
    public function metadata(): ?FeedIndexMetadata
    {
        foreach ($this->feeds->getAll() as $metadata) {
            if ($metadata->getFeedName() === self::NAME) {
                return $metadata;
            }
        }

        return null;
    }

    /** From when on the run after this one has to read, by the clock of the database. */
    public function nextPosition(): string
    {
        $now = $this->resources->getConnection()->fetchOne(
            'SELECT NOW() - INTERVAL ' . self::OVERLAP_SECONDS . ' SECOND',
        );

        return is_string($now) ? $now : '1970-01-02 00:00:00';
    }

    /**
     * The orders that were collected since then. What is collected while they are read belongs to the next run.
     *
     * @param ?string $since null: all
     *
     * @return \Generator<int, array<string, mixed>|null> null: the row holds no order
     */
    public function changedSince(?string $since): \Generator
    {
        return $this->rows($since, false);
    }

    /**
     * The orders that were marked as deleted since then.
     *
     * @param ?string $since null: all
     *
     * @return \Generator<int, array<string, mixed>|null>
     */
    public function deletedSince(?string $since): \Generator
    {
        return $this->rows($since, true);
    }

    /** @return \Generator<int, array<string, mixed>|null> */
    private function rows(?string $since, bool $deleted): \Generator
    {
        $table = $this->metadata()?->getFeedTableName();
        $last = 0;
        while ($table !== null) {
            $page = $this->page($this->resources->getTableName($table), $since, $deleted, $last);
            foreach ($page as $row) {
                $last = (int) $row['id'];
                yield self::order((string) $row['feed_data']);
            }
            if (count($page) < self::PAGE) {
                return;
            }
        }
    }

    /** @return array<string, mixed>|null */
    private static function order(string $json): ?array
    {
        $order = [];
        $decoded = json_decode($json, true);
        foreach (is_array($decoded) ? $decoded : [] as $name => $value) {
            $order[(string) $name] = $value;
        }

        return $order === [] ? null : $order;
    }

    /** @return list<array<string, string|null>> */
    private function page(string $table, ?string $since, bool $deleted, int $last): array
    {
        $connection = $this->resources->getConnection();
        $select = $connection->select()
            ->from($table, ['id', 'feed_data'])
            ->where('id > ?', $last)
            ->where('is_deleted = ?', (int) $deleted)
            ->order('id')
            ->limit(self::PAGE);
        if ($since !== null) {
            $select->where('modified_at >= ?', $since);
        }

        return $connection->fetchAll($select);
    }
}
