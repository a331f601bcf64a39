<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** What the tables say of assets and products, in the words of Commerce's page Sync Status. */
final class SyncStatus
{
    public const SUCCESS = 'Success';
    public const FAILED = 'Failed';
    public const WAITING = 'Waiting';
    public const LABELS = [self::SUCCESS, self::FAILED, self::WAITING];
    private const STATUSES = [
        self::SUCCESS => [Status::DELIVERED, Status::DELIVERED],
        self::FAILED => [Status::TO_RETRY, Status::REJECTED],
        self::WAITING => [Status::TO_SEND, Status::TO_SEND],
    ];

    /** Open questions to the matcher come before what was written last. */
    private const STATUS = 'COALESCE(q.status, s.status)';

    public function __construct(private readonly Database $database)
    {
    }

    /** @return array{assets: array<string, int>, products: array<string, int>} */
    public function counts(): array
    {
        return [
            'assets' => $this->count('{aem_asset}', EventLedger::ASSET),
            'products' => $this->count('{aem_product}', EventLedger::PRODUCT),
        ];
    }

    /**
     * @return list<array{assetId: string, status: string, processing: ?string, dispatched: string, error: string}>
     *        those
     *         dispatched last first
     */
    public function assets(?string $assetId, ?string $status, int $limit): array
    {
        $conditions = ($assetId === null ? '' : ' AND s.asset_id = ?')
            . ($status === null ? '' : ' AND ' . self::STATUS . ' IN (' . implode(', ', self::STATUSES[$status]) . ')');
        $values = $assetId === null ? [] : [$assetId];

        return $this->database->read(fn (): array => array_map(
            static fn (array $row): array => [
                'assetId' => $row[0],
                'status' => self::label($row[1]),
                'processing' => $row[2] === null ? null : self::time($row[2]),
                'dispatched' => self::time($row[3]),
                'error' => $row[4],
            ],
            $this->database->execute(
                'SELECT s.asset_id, ' . self::STATUS . ", s.started_at, s.dispatched_at, COALESCE(q.error, s.error)
                FROM {aem_asset} s
                LEFT JOIN {aem_question} q ON q.kind = " . EventLedger::ASSET . " AND q.subject_row = s.id
                WHERE 1 = 1$conditions ORDER BY s.dispatched_at DESC, s.id DESC LIMIT $limit",
                $values,
            )->fetchAll(),
        ));
    }

    /** @return array<string, int> */
    private function count(string $table, int $kind): array
    {
        $counts = array_fill_keys(self::LABELS, 0);
        $rows = $this->database->read(
            fn (): array => $this->database->execute(
                'SELECT ' . self::STATUS . ", COUNT(*) FROM $table s LEFT JOIN {aem_question} q
                ON q.kind = $kind AND q.subject_row = s.id GROUP BY " . self::STATUS
            )->fetchAll()
        );

        foreach ($rows as [$status, $count]) {
            $counts[self::label($status)] += (int) $count;
        }

        return $counts;
    }

    private static function label(int $status): string
    {
        return match ($status) {
            Status::DELIVERED => self::SUCCESS,
            Status::TO_SEND => self::WAITING,
            default => self::FAILED,
        };
    }

    private static function time(int $milliseconds): string
    {
        return gmdate('Y-m-d\TH:i:s', intdiv($milliseconds, 1000)) . sprintf('.%03dZ', $milliseconds % 1000);
    }
}
