<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;

/** When events were dispatched, received and applied. Call its methods in a transaction. */
final class EventLedger
{
    public const ASSET = 0;
    public const PRODUCT = 1;

    private const FORGOTTEN_AT_ONCE = 5000;

    /** A version that no subject reaches. */
    public const NEVER = PHP_INT_MAX;

    public function __construct(private readonly Database $database)
    {
    }

    /** @param int $version of the subject with which the event is applied; times in milliseconds */
    public function received(int $kind, int $row, int $version, int $dispatchedAt, int $receivedAt): void
    {
        $this->database->execute(
            'INSERT INTO {aem_event} (kind, subject_row, version, dispatched_at, received_at) VALUES (?, ?, ?, ?, ?)',
            [$kind, $row, $version, $dispatchedAt, $receivedAt],
        );
    }

    /** Removes what was applied before that time, in milliseconds; bounded, so that it takes little time. */
    public function forget(int $before): void
    {
        $ids = $this->database->execute(
            'SELECT id FROM {aem_event} WHERE applied_at < ? ORDER BY applied_at LIMIT ' . self::FORGOTTEN_AT_ONCE,
            [$before],
        )->fetchAll(\PDO::FETCH_COLUMN);
        foreach ($ids as $id) {
            $this->database->execute('DELETE FROM {aem_event} WHERE id = ?', [$id]);
        }
    }

    /** Those that wait for an answer of the matcher are applied with that version. */
    public function revive(int $kind, int $row, int $version): void
    {
        $this->database->execute(
            'UPDATE {aem_event} SET version = ?
            WHERE kind = ? AND subject_row = ? AND applied_at IS NULL AND version = ?',
            [$version, $kind, $row, self::NEVER],
        );
    }

    /** Removes those that wait for a version: what cannot be used is a failure of the asset, and no slow update. */
    public function withdraw(int $kind, int $row): void
    {
        $this->database->execute(
            'DELETE FROM {aem_event} WHERE kind = ? AND subject_row = ? AND applied_at IS NULL AND version = ?',
            [$kind, $row, self::NEVER],
        );
    }

    public function started(int $kind, int $row, int $version, int $now): void
    {
        $this->database->execute(
            'UPDATE {aem_event} SET started_at = ?
            WHERE kind = ? AND subject_row = ? AND applied_at IS NULL AND version <= ?
            AND started_at IS NULL',
            [$now, $kind, $row, $version],
        );
    }

    public function applied(int $kind, int $row, int $version, int $now): void
    {
        $this->database->execute(
            'UPDATE {aem_event} SET started_at = COALESCE(started_at, ?), applied_at = ?,
            latency_ms = CASE WHEN dispatched_at < ? THEN ? - dispatched_at ELSE 0 END
            WHERE kind = ? AND subject_row = ? AND applied_at IS NULL AND version <= ?',
            [$now, $now, $now, $now, $kind, $row, $version],
        );
    }
}
