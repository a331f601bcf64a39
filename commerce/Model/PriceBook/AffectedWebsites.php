<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\PriceBook;

use Magento\DataExporter\Model\Indexer\AffectedIdsResolverInterface;
use Magento\Framework\App\ResourceConnection;

/**
 * The changelog of price books has ids of websites, customer groups and settings, as triggers cannot tell more.
 * Whatever has changed, the books of all websites are looked at: they are few. An id that is no website's is one
 * without books.
 */
class AffectedWebsites implements AffectedIdsResolverInterface
{
    public function __construct(private readonly ResourceConnection $resources)
    {
    }

    /**
     * @param array<int|string> $ids
     *
     * @return list<string>
     */
    public function getAllAffectedIds(array $ids): array
    {
        $connection = $this->resources->getConnection();

        return $connection->fetchCol(
            $connection->select()
                ->from($this->resources->getTableName('store_website'), ['website_id'])
                ->where('website_id > 0'),
        );
    }
}
