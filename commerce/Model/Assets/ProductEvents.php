<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Assets;

use Magento\Framework\App\Filesystem\DirectoryList;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\Filesystem;

/**
 * Events of products that were made or deleted, from the transaction of the product to the folder where the asset
 * service takes them.
 */
class ProductEvents
{
    public const TABLE = 'aco_assets_product_event';

    /** Below var. */
    public const FOLDER = 'aco/assets-products';

    private const PAGE = 1000;
    private const TYPES = [
        'created' => 'com.adobe.commerce.observer.catalog_product_save_commit_after',
        'deleted' => 'com.adobe.commerce.observer.catalog_product_delete_commit_after',
    ];

    public function __construct(private readonly ResourceConnection $resources, private readonly Filesystem $files)
    {
    }

    /** @param string $kind created or deleted */
    public function record(string $sku, string $kind): void
    {
        $this->resources->getConnection()->insert(
            $this->resources->getTableName(self::TABLE),
            ['sku' => $sku, 'kind' => $kind, 'happened_at' => (new \DateTimeImmutable())->format('Y-m-d\TH:i:s.v\Z')],
        );
    }

    /**
     * Writes what was recorded into files of CloudEvents, one in each line. What is there twice after a kill has the
     * same id.
     *
     * @return int events
     */
    public function handOver(): int
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName(self::TABLE);
        $handedOver = 0;
        do {
            $rows = $connection->fetchAll($connection->select()->from($table)->order('id')->limit(self::PAGE));
            if ($rows !== []) {
                $this->write($rows);
                $connection->delete($table, ['id IN (?)' => array_column($rows, 'id')]);
                $handedOver += count($rows);
            }
        } while (count($rows) === self::PAGE);

        return $handedOver;
    }

    public function waiting(): int
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName(self::TABLE);

        return (int) $connection->fetchOne($connection->select()->from($table, [new \Zend_Db_Expr('COUNT(*)')]));
    }

    /** @param non-empty-list<array<string, string|null>> $rows */
    private function write(array $rows): void
    {
        $lines = '';
        foreach ($rows as $row) {
            $lines .= json_encode([
                'specversion' => '1.0',
                'id' => "aco-product-{$row['id']}",
                'source' => 'urn:commerce:products',
                'type' => self::TYPES[(string) $row['kind']] ?? self::TYPES['created'],
                'time' => $row['happened_at'],
                'data' => ['value' => ['sku' => $row['sku']]],
            ], JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR) . "\n";
        }

        $folder = $this->files->getDirectoryWrite(DirectoryList::VAR_DIR);
        $name = self::FOLDER . sprintf('/products-%012d.jsonl', $rows[0]['id']);
        $folder->writeFile("$name.part", $lines);
        $folder->renameFile("$name.part", $name);
    }
}
