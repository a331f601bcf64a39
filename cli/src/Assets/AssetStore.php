<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** The assets: their metadata, and whether what follows from it was written. Call its methods in a transaction. */
final class AssetStore
{
    private const UNUSABLE = 'unusable';

    public function __construct(private readonly Database $database)
    {
    }

    public function find(string $assetId): AssetRow
    {
        $rows = $this->database->execute(
            'SELECT id, state, claim, reason, version FROM {aem_asset} WHERE asset_id = ?',
            [$assetId],
        )->fetchAll();

        return $rows === [] ? AssetRow::none($assetId) : new AssetRow(
            $rows[0][0],
            $assetId,
            AssetState::fromJson($rows[0][1]),
            $rows[0][2],
            $rows[0][3] !== self::UNUSABLE,
            $rows[0][4],
        );
    }

    /** @return int the row's number */
    public function save(AssetRow $row, Asset $asset, bool $concernsProducts, int $dispatchedAt, int $now): int
    {
        return $this->write($row, [
            'claim' => $row->state->latest(),
            'reason' => $asset->reason,
            'video' => (int) $asset->video,
            'alt_texts' => json_encode($asset->altTexts, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE),
            'version' => $row->version + 1,
            'status' => $concernsProducts ? Status::TO_SEND : Status::DELIVERED,
            'due_at' => $now,
            'attempts' => 0,
            'error' => '',
            'dispatched_at' => $dispatchedAt,
            'started_at' => null,
        ]);
    }

    /**
     * Stores metadata for the matcher's next question; the earlier result stays until then.
     *
     * @return int the row's number
     */
    public function note(AssetRow $row, int $dispatchedAt, int $now, bool $isVideo = false): int
    {
        return $this->write($row, ['dispatched_at' => $dispatchedAt] + ($row->id !== null ? [] : [
            'claim' => '',
            'reason' => '',
            'video' => (int) $isVideo,
            'alt_texts' => '[]',
            'version' => $row->version,
            'status' => Status::DELIVERED,
            'due_at' => $now,
            'attempts' => 0,
            'error' => '',
        ]));
    }

    /**
     * The matcher wants nothing changed.
     *
     * @return array{0: int, 1: bool} the version that has all events, and whether it is written
     */
    public function leave(AssetRow $row, int $now): array
    {
        if (!$row->usable) {
            $this->database->execute("UPDATE {aem_asset} SET reason = '' WHERE id = ?", [$row->id]);
            $this->touch([$row->id], $now);

            return [$row->version + 1, false];
        }
        $status = $this->database->value('SELECT status FROM {aem_asset} WHERE id = ?', [$row->id]);

        return [$row->version, $status === Status::DELIVERED];
    }

    /** Keeps the metadata of an unusable asset; its earlier assignments stay, and are still written. */
    public function saveUnusable(AssetRow $row, string $error, int $dispatchedAt, int $now): int
    {
        $values = [
            'reason' => self::UNUSABLE,
            'version' => $row->version + 1,
            'status' => Status::TO_SEND,
            'due_at' => $now,
            'attempts' => 0,
            'error' => Database::errorText($error),
            'dispatched_at' => $dispatchedAt,
        ];

        return $this->write(
            $row,
            $row->id !== null ? $values : $values + ['claim' => '', 'video' => 0, 'alt_texts' => '[]'],
        );
    }

    public function started(int $row, int $now): void
    {
        $this->database->execute('UPDATE {aem_asset} SET started_at = ? WHERE id = ?', [$now, $row]);
    }

    /** @param ?int $version that was written; null: the present one */
    public function delivered(int $row, ?int $version): void
    {
        // One that cannot be used has failed nevertheless.
        $this->database->execute(
            "UPDATE {aem_asset} SET status = CASE WHEN reason = '" . self::UNUSABLE . "' THEN " . Status::REJECTED
            . ' ELSE ' . Status::DELIVERED . " END,
            error = CASE WHEN reason = '" . self::UNUSABLE . "' THEN error ELSE '' END,
            attempts = 0 WHERE id = ? AND version = COALESCE(?, version)",
            [$row, $version],
        );
    }

    public function rejected(int $row, string $error): void
    {
        $this->database->execute(
            'UPDATE {aem_asset} SET status = ?, error = ? WHERE id = ?',
            [Status::REJECTED, Database::errorText($error), $row],
        );
    }

    /** @return list<int> assets with the product that were rejected, but for those that cannot be used */
    public function rejectedWith(int $productRow): array
    {
        return $this->database->execute(
            "SELECT a.id FROM {aem_assignment} s JOIN {aem_asset} a ON a.id = s.asset_row
            WHERE s.product_row = ? AND a.status = ? AND a.reason <> '" . self::UNUSABLE . "'",
            [$productRow, Status::REJECTED],
        )->fetchAll(\PDO::FETCH_COLUMN);
    }

    /** @param iterable<int> $rows what they show has changed through others */
    public function touch(iterable $rows, int $now): void
    {
        foreach ($rows as $row) {
            $this->database->execute(
                'UPDATE {aem_asset} SET due_at = CASE WHEN status = ' . Status::TO_SEND . ' THEN due_at ELSE ? END,
                version = version + 1, status = ' . Status::TO_SEND . ', attempts = 0 WHERE id = ?',
                [$now, $row],
            );
        }
    }

    /** @param array<string, mixed> $values */
    private function write(AssetRow $row, array $values): int
    {
        $values['state'] = $row->state->toJson();

        if ($row->id !== null) {
            $this->database->execute(
                'UPDATE {aem_asset} SET ' . implode(' = ?, ', array_keys($values)) . ' = ? WHERE id = ?',
                [...array_values($values), $row->id],
            );

            return $row->id;
        }

        $values['asset_id'] = $row->assetId;
        $this->database->execute(
            'INSERT INTO {aem_asset} (' . implode(', ', array_keys($values)) . ') VALUES (?'
            . str_repeat(', ?', count($values) - 1) . ')',
            array_values($values),
        );

        return (int) $this->database->pdo()->lastInsertId();
    }
}
