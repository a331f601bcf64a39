<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Magento\DataExporter\Model\FeedExportStatus;
use Magento\DataExporter\Model\Indexer\DataSerializerInterface;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\DataExporter\Model\Logging\CommerceDataExportLoggerInterface;
use Magento\Framework\App\ResourceConnection;
use Magento\Framework\DB\Adapter\DeadlockException;
use Magento\Framework\DB\Adapter\DuplicateException;

/**
 * Writes rows of a feed table. New rows replace what another process has inserted meanwhile: two indexer threads may
 * meet the same configurable product, and a plain insert would lose the whole batch of the second.
 */
class FeedTable
{
    private const ATTEMPTS = 5;

    /** @var array<string, array<string, string>> by table */
    private array $columns = [];

    public function __construct(
        private readonly ResourceConnection $resources,
        private readonly CommerceDataExportLoggerInterface $logger,
    ) {
    }

    /** @param array<int|string, array<string, mixed>> $rows */
    public function write(
        array $rows,
        FeedExportStatus $status,
        FeedIndexMetadata $metadata,
        DataSerializerInterface $serializer,
    ): void {
        try {
            foreach ($serializer->serialize($rows, $status, $metadata) as $written) {
                $this->replace($written, $metadata);
                $this->logger->logProgress(null, count($written));
            }
        } catch (\Throwable $e) {
            // Rows without a status are sent again; export goes on with the others.
            $this->logger->error(
                sprintf('ACO: rows of feed "%s" could not be written and are sent again: %s', $metadata->getFeedName(), $e->getMessage()),
                ['exception' => $e],
            );
        }
    }

    /** @param list<array<string, mixed>> $rows all with the same columns */
    private function replace(array $rows, FeedIndexMetadata $metadata): void
    {
        $connection = $this->resources->getConnection();
        $table = $this->resources->getTableName($metadata->getFeedTableName());
        $mutable = array_intersect_key($metadata->getFeedTableMutableColumns(), $this->columnsOf($table));

        for ($attempt = 1; ; $attempt++) {
            try {
                $connection->insertOnDuplicate($table, $rows, $mutable);

                return;
            } catch (DeadlockException | DuplicateException $e) {
                if ($attempt >= self::ATTEMPTS) {
                    throw $e;
                }
                usleep(random_int(1_000, 50_000) * $attempt);
            }
        }
    }

    /** @return array<string, string> */
    private function columnsOf(string $table): array
    {
        if (!isset($this->columns[$table])) {
            $names = array_keys($this->resources->getConnection()->describeTable($table));
            $this->columns[$table] = array_combine($names, $names);
        }

        return $this->columns[$table];
    }
}
