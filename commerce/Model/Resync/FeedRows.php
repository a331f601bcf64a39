<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Resync;

use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\App\ResourceConnection;

/** Marks rows of a feed table so that their items are sent again. */
class FeedRows
{
    public function __construct(private readonly ResourceConnection $resources)
    {
    }

    /**
     * Gives rows a hash that no item has, each its own: Commerce takes rows with a hash that it has just met for
     * present, so that one hash for all would hide what was deleted in the meantime. Deletions that were delivered stay
     * as they are.
     *
     * @param list<int>|null $entityIds null: all
     */
    public function forgetHashes(FeedIndexMetadata $metadata, ?array $entityIds = null): int
    {
        $connection = $this->resources->getConnection();
        $conditions = ['(is_deleted = 0 OR status <> 200)'];
        if ($entityIds !== null) {
            $conditions[] = $connection->quoteInto('source_entity_id IN (?)', $entityIds);
        }

        return $connection->update(
            $this->table($metadata),
            ['feed_hash' => new \Zend_Db_Expr("CONCAT('-', id)"), 'modified_at' => new \Zend_Db_Expr('modified_at')],
            implode(' AND ', $conditions),
        );
    }

    /**
     * What is not in the table is not known to be delivered, and what was deleted since is not deleted at Adobe's any
     * more.
     */
    public function deleteAll(FeedIndexMetadata $metadata): void
    {
        $this->resources->getConnection()->delete($this->table($metadata));
    }

    private function table(FeedIndexMetadata $metadata): string
    {
        return $this->resources->getTableName($metadata->getFeedTableName());
    }
}
