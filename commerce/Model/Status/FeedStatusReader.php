<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\DB\Adapter\AdapterInterface;
use Magento\Framework\Indexer\IndexerInterface;
use Magento\Framework\Indexer\IndexerRegistry;

/** Counts what is in a feed's tables. */
class FeedStatusReader
{
    public function __construct(
        private readonly FeedCatalog $catalog,
        private readonly ResourceConnection $resources,
        private readonly IndexerRegistry $indexers,
    ) {
    }

    /** @return array<string, FeedStatus> by feed */
    public function all(): array
    {
        return array_map($this->read(...), $this->catalog->all());
    }

    public function read(FeedIndexMetadata $metadata): FeedStatus
    {
        $rows = $this->rows($metadata);
        $indexer = $this->indexer($metadata);

        return new FeedStatus(
            $metadata->getFeedName(),
            $this->catalog->title($metadata->getFeedName()),
            $this->sourceRecords($metadata),
            (int) $rows['sent'],
            (int) $rows['attention'] + (int) $rows['retry'],
            (int) $rows['retry'],
            (int) $rows['awaiting'],
            (int) $rows['deleted'],
            $rows['oldest'],
            $rows['last'],
            $indexer?->getStatus() ?? 'missing',
            (bool) $indexer?->isScheduled(),
            $indexer === null ? 0 : $this->backlog($indexer),
        );
    }

    /** @return array<string, string|null> */
    private function rows(FeedIndexMetadata $metadata): array
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName($metadata->getFeedTableName());
        $none = [
            'sent' => null, 'retry' => null, 'attention' => null, 'awaiting' => null, 'deleted' => null,
            'oldest' => null, 'last' => null,
        ];
        if (!$connection->isTableExists($table)) {
            return $none;
        }

        $states = $connection->select()->from($table, [
            'state' => new \Zend_Db_Expr(ItemState::EXPRESSION),
            'is_deleted',
            'modified_at',
        ]);
        $row = $connection->fetchRow($connection->select()->from(['item' => $states], [
            'sent' => new \Zend_Db_Expr("SUM(state = 'sent' AND is_deleted = 0)"),
            'retry' => new \Zend_Db_Expr("SUM(state = 'retry')"),
            'attention' => new \Zend_Db_Expr("SUM(state = 'attention')"),
            'awaiting' => new \Zend_Db_Expr("SUM(state = 'awaiting')"),
            'deleted' => new \Zend_Db_Expr("SUM(state = 'sent' AND is_deleted = 1)"),
            'oldest' => new \Zend_Db_Expr("MIN(CASE WHEN state IN ('awaiting', 'retry') THEN modified_at END)"),
            'last' => new \Zend_Db_Expr("MAX(CASE WHEN state = 'sent' THEN modified_at END)"),
        ]));

        return is_array($row) ? $row : $none;
    }

    /** How many entities the shop has; an entity has an item for each store view, website or group that it is in. */
    private function sourceRecords(FeedIndexMetadata $metadata): int
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName($metadata->getSourceTableName());
        if ($metadata->getSourceTableName() === '' || !$connection->isTableExists($table)) {
            return 0;
        }

        $field = $connection->quoteIdentifier($metadata->getSourceTableField());
        $select = $connection->select()->from($table, [new \Zend_Db_Expr("COUNT(DISTINCT $field)")]);
        if ($metadata->getSourceTableName() === 'eav_attribute') {
            $select->where('entity_type_id = ?', $this->productEntityType($connection));
        }

        return (int) $connection->fetchOne($select);
    }

    private function productEntityType(AdapterInterface $connection): int
    {
        return (int) $connection->fetchOne($connection->select()
            ->from($this->resources->getTableName('eav_entity_type'), ['entity_type_id'])
            ->where('entity_type_code = ?', 'catalog_product'));
    }

    private function indexer(FeedIndexMetadata $metadata): ?IndexerInterface
    {
        try {
            return $metadata->getIndexerId() === null ? null : $this->indexers->get($metadata->getIndexerId());
        } catch (\InvalidArgumentException) {
            return null;
        }
    }

    /** Entities that have changed and that cron has not come to yet. */
    private function backlog(IndexerInterface $indexer): int
    {
        if (!$indexer->isScheduled()) {
            return 0;
        }

        $view = $indexer->getView();
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName($view->getChangelog()->getName());
        if (!$connection->isTableExists($table)) {
            return 0;
        }

        $column = $connection->quoteIdentifier($view->getChangelog()->getColumnName());

        return (int) $connection->fetchOne($connection->select()
            ->from($table, [new \Zend_Db_Expr("COUNT(DISTINCT $column)")])
            ->where('version_id > ?', (int) $view->getState()->getVersionId()));
    }
}
