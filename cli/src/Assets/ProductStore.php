<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** The products that assets name, or that Commerce has announced. Call its methods in a transaction. */
final class ProductStore
{
    /** Values of `existence`; null: unknown. */
    public const GONE = 0;
    public const EXISTS = 1;
    /** Value of `sent` when it is not known what the sink has. */
    public const UNKNOWN = '';
    /** SKUs looked up at once. */
    private const CHUNK = 100;

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * @param list<string> $skus
     * @return array<string, int> row numbers by SKU; rows are made for those that are new
     */
    public function rows(array $skus): array
    {
        $rows = [];

        foreach (array_chunk($skus, self::CHUNK) as $chunk) {
            $found = $this->database->execute(
                'SELECT sku, id FROM {aem_product} WHERE sku IN (?' . str_repeat(',?', self::CHUNK - 1) . ')',
                array_pad($chunk, self::CHUNK, null),
            )->fetchAll();

            foreach ($found as [$sku, $id]) {
                $rows[$sku] = $id;
            }

            foreach ($chunk as $sku) {
                $rows[$sku] ??= $this->insert($sku);
            }
        }

        return $rows;
    }

    /**
     * Notes whether a product exists.
     *
     * @return array{0: int, 1: bool} row number, and whether that is new
     */
    public function note(string $sku, bool $exists, int $now): array
    {
        $row = $this->rows([$sku])[$sku];
        $existence = $exists ? self::EXISTS : self::GONE;
        $known = $this->database->value('SELECT existence FROM {aem_product} WHERE id = ?', [$row]);
        if ($known === $existence) {
            return [$row, false];
        }

        $this->database->execute(
            'UPDATE {aem_product} SET existence = ?, sent = ? WHERE id = ?',
            [$existence, self::UNKNOWN, $row],
        );
        $this->touch([$row], $now);

        return [$row, true];
    }

    /** @param iterable<int> $rows what they show has changed */
    public function touch(iterable $rows, int $now): void
    {
        foreach ($rows as $row) {
            $this->database->execute(
                'UPDATE {aem_product} SET due_at = CASE WHEN status = ' . Status::TO_SEND . ' THEN due_at ELSE ? END,
                version = version + 1, status = ' . Status::TO_SEND . ', attempts = 0 WHERE id = ?',
                [$now, $row],
            );
        }
    }

    public function version(int $row): int
    {
        return (int) $this->database->value('SELECT version FROM {aem_product} WHERE id = ?', [$row]);
    }

    public function isWritten(int $row): bool
    {
        return $this->database->value('SELECT status FROM {aem_product} WHERE id = ?', [$row]) === Status::DELIVERED;
    }

    /** From here on the state of the sink is unknown. */
    public function sending(int $row): void
    {
        $this->database->execute('UPDATE {aem_product} SET sent = ? WHERE id = ?', [self::UNKNOWN, $row]);
    }

    /** What the sink has of it is unknown, unless it has nothing. */
    public function forgetSent(int $row): void
    {
        $this->database->execute(
            'UPDATE {aem_product} SET sent = ? WHERE id = ? AND sent IS NOT NULL',
            [self::UNKNOWN, $row],
        );
    }

    /** @param ?string $sent hash of what the sink has, null for nothing */
    public function delivered(int $row, int $version, ?string $sent): void
    {
        $this->database->execute('UPDATE {aem_product} SET sent = ? WHERE id = ?', [$sent, $row]);
        $this->database->execute(
            "UPDATE {aem_product} SET status = ?, attempts = 0, error = '' WHERE id = ? AND version = ?",
            [Status::DELIVERED, $row, $version],
        );
    }

    private function insert(string $sku): int
    {
        $this->database->execute(
            "INSERT INTO {aem_product} (sku, version, status, due_at, attempts, error) VALUES (?, 0, ?, 0, 0, '')",
            [$sku, Status::DELIVERED],
        );

        return (int) $this->database->pdo()->lastInsertId();
    }
}
