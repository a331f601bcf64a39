<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Metadata;

/**
 * The table of profile records: of each customer the hash of the last one, and its body until it is delivered. Texts
 * are ASCII, so that every table holds them.
 */
final class ProfileStore
{
    /** Records looked up or read at once. */
    public const PAGE = 200;
    private const TABLE = '{aco_profile_records}';
    private const COLUMNS = [
        'record_id', 'customer_id', 'hash', 'changed_at', 'status', 'payload', 'errors', 'metadata', 'modified_at',
    ];
    private const MAX_ERROR = 1000;

    public function __construct(private readonly Database $database)
    {
    }

    /** Null while no website has ever had records. */
    public static function ifOn(Database $database): ?self
    {
        return (new ExperienceConfig($database))->map(ExperienceConfig::PROFILE_TARGETS) === []
            ? null
            : new self($database);
    }

    public function createTable(): void
    {
        $this->database->exec('CREATE TABLE IF NOT EXISTS ' . self::TABLE . ' (
            record_id CHAR(40) NOT NULL PRIMARY KEY,
            customer_id VARCHAR(64) NOT NULL,
            hash CHAR(40) NOT NULL,
            changed_at VARCHAR(19) NOT NULL,
            status SMALLINT NOT NULL,
            payload MEDIUMTEXT,
            errors TEXT,
            metadata TEXT,
            modified_at VARCHAR(26) NOT NULL,
            UNIQUE (status, record_id)
        )');
    }

    /**
     * @param list<string> $ids at most PAGE
     * @return array<string, array{hash: string, changedAt: string, status: int}> of those that are known, by id
     */
    public function known(array $ids): array
    {
        $rows = $this->database->read(fn (): array => $this->database->execute(
            'SELECT record_id, hash, changed_at, status FROM ' . self::TABLE . ' WHERE record_id IN ('
            . Database::placeholders(self::PAGE) . ')',
            array_pad($ids, self::PAGE, null),
        )->fetchAll());
        $known = [];
        foreach ($rows as [$id, $hash, $changedAt, $status]) {
            $known[$id] = ['hash' => $hash, 'changedAt' => $changedAt, 'status' => (int) $status];
        }

        return $known;
    }

    /**
     * Writes records before they are sent, in one transaction.
     *
     * @param list<array{ProfileRecord, string}> $records each with its hash
     */
    public function stage(array $records): void
    {
        if ($records === []) {
            return;
        }

        $this->database->transaction(function () use ($records): void {
            $put = $this->database->upsert(self::TABLE, self::COLUMNS, ['record_id']);
            foreach ($records as [$record, $hash]) {
                $this->database->execute($put, [
                    $record->id(), $record->customer, $hash, $record->changedAt, Status::TO_SEND, $record->payload(),
                    null, null, self::now(),
                ]);
            }
        });
    }

    /**
     * Writes results, in one transaction. Final ones drop the body. The hash is that with which the record was sent, as
     * settings may have changed since it was stored.
     *
     * @param list<array{id: string, hash: string, status: int, error: string, metadata: string}> $outcomes
     */
    public function settle(array $outcomes): void
    {
        if ($outcomes === []) {
            return;
        }

        $this->database->transaction(function () use ($outcomes): void {
            foreach ($outcomes as $outcome) {
                $this->database->execute(
                    'UPDATE ' . self::TABLE . ' SET hash = ?, status = ?, errors = ?, metadata = ?, modified_at = ?'
                    . (Status::isFinal($outcome['status']) ? ', payload = NULL' : '') . ' WHERE record_id = ?',
                    [
                        $outcome['hash'], $outcome['status'], self::ascii($outcome['error']), $outcome['metadata'],
                        self::now(), $outcome['id'],
                    ],
                );
            }
        });
    }

    /**
     * @param string $before as now() returns it: those that were written later are left out
     * @return \Generator<list<ProfileRecord>> pages of those that are not delivered
     */
    public function undelivered(Leftovers $leftovers, string $before): \Generator
    {
        $after = '';
        do {
            $rows = $this->database->read(fn (): array => $this->database->execute(
                'SELECT record_id, customer_id, payload, changed_at, metadata FROM ' . self::TABLE . ' WHERE '
                . Status::undelivered() . ' AND (status = ' . Status::TO_SEND . " OR {$leftovers->condition()})"
                . ' AND payload IS NOT NULL AND modified_at < ? AND record_id > ? ORDER BY record_id LIMIT ' . self::PAGE,
                [$before, $after],
            )->fetchAll());
            if ($rows !== []) {
                $after = $rows[count($rows) - 1][0];
                yield array_map(static fn (array $row): ProfileRecord => ProfileRecord::fromPayload(
                    $row[1],
                    $row[2],
                    $row[3],
                    Metadata::attempts($row[4]),
                ), $rows);
            }
        } while (count($rows) === self::PAGE);
    }

    /**
     * Forgets records that are not delivered and must not be sent.
     *
     * @param list<string> $ids
     * @return int how many there were
     */
    public function forget(array $ids): int
    {
        if ($ids === []) {
            return 0;
        }

        return $this->database->transaction(function () use ($ids): int {
            $forgotten = 0;
            foreach (array_chunk($ids, self::PAGE) as $chunk) {
                $forgotten += $this->database->execute(
                    'DELETE FROM ' . self::TABLE . ' WHERE ' . Status::undelivered() . ' AND record_id IN ('
                    . Database::placeholders(self::PAGE) . ')',
                    array_pad($chunk, self::PAGE, null),
                )->rowCount();
            }

            return $forgotten;
        });
    }

    /** Forgets all records that are not delivered. */
    public function forgetAll(): void
    {
        $this->database->execute('DELETE FROM ' . self::TABLE . ' WHERE ' . Status::undelivered());
    }

    /** @return list<array{website: string, type: string, status: int, events: int}> as EventStore counts events */
    public function counts(): array
    {
        return $this->database->read(fn (): array => array_map(
            static fn (array $row): array => [
                'website' => '', 'type' => 'profile record', 'status' => (int) $row[0], 'events' => (int) $row[1],
            ],
            $this->database->execute(
                'SELECT status, COUNT(*) FROM ' . self::TABLE . ' GROUP BY status ORDER BY status'
            )->fetchAll(),
        ));
    }

    /**
     * @return \Generator<array{
     *     order: string, number: ?string, event: ?string, type: ?string, status: int, message: string
     * }> as EventStore lists events
     */
    public function failed(): \Generator
    {
        $after = '';
        do {
            $rows = $this->database->read(fn (): array => $this->database->execute(
                'SELECT record_id, customer_id, status, errors FROM ' . self::TABLE . ' WHERE (' . Status::toRetry()
                . ' OR status = ' . Status::REJECTED . ') AND record_id > ? ORDER BY record_id LIMIT ' . self::PAGE,
                [$after],
            )->fetchAll());
            foreach ($rows as [$after, $customer, $status, $error]) {
                yield [
                    'order' => $customer, 'number' => null, 'event' => null, 'type' => 'profile record',
                    'status' => (int) $status, 'message' => (string) $error,
                ];
            }
        } while (count($rows) === self::PAGE);
    }

    /** The time in UTC, finely enough to tell runs apart. */
    public static function now(): string
    {
        return (new \DateTimeImmutable('now', new \DateTimeZone('UTC')))->format('Y-m-d H:i:s.u');
    }

    private static function ascii(string $text): ?string
    {
        return $text === '' ? null : substr((string) preg_replace('/[^ -~]+/', '?', $text), 0, self::MAX_ERROR);
    }
}
