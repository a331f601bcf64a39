<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * The leases of a database on a server: a row each, with a fencing number that grows whenever the lease changes hands.
 *
 * Every change is one statement that compares what was read, so that of two contenders one succeeds. The check of the
 * fencing number writes as well: on Galera nodes certify transactions by the rows that they have written, and a row
 * that was only read or locked protects nothing there.
 */
final class LeaseTable
{
    public const TABLE = '{aco_lease}';
    /** How long the wish of a waiting process counts after its latest look. */
    private const WISH_SECONDS = 5;

    /** @param \Closure(): \PDO $pdo the current connection */
    public function __construct(
        private readonly \Closure $pdo,
        private readonly TablePrefix $prefix,
        private readonly string $name,
    ) {
    }

    /** @return list<string> the statements that make it */
    public static function mysql(string $options): array
    {
        return [
            'CREATE TABLE IF NOT EXISTS ' . self::TABLE . " (
                name VARCHAR(190) NOT NULL PRIMARY KEY,
                fence BIGINT UNSIGNED NOT NULL DEFAULT 0,
                renewals BIGINT UNSIGNED NOT NULL DEFAULT 0,
                token VARCHAR(32) NOT NULL DEFAULT '',
                node VARCHAR(100) NOT NULL DEFAULT '',
                pid INT UNSIGNED NOT NULL DEFAULT 0,
                process VARCHAR(100) NOT NULL DEFAULT '',
                taken_at DATETIME(3),
                renewed_at DATETIME(3),
                wanted_by VARCHAR(32) NOT NULL DEFAULT '',
                wanted_at DATETIME(3)
            ) " . $options,
        ];
    }

    /** The row, made when it is missing. */
    public function read(): LeaseRow
    {
        $select = 'SELECT fence, renewals, token, node, pid, process,
                CASE WHEN wanted_at > UTC_TIMESTAMP(3) - INTERVAL ' . self::WISH_SECONDS . " SECOND
                    THEN wanted_by ELSE '' END
            FROM " . self::TABLE . ' WHERE name = ?';
        $row = $this->query($select, [$this->name])->fetch(\PDO::FETCH_NUM);

        if ($row === false) {
            $this->query('INSERT IGNORE INTO ' . self::TABLE . ' (name) VALUES (?)', [$this->name]);
            $row = [0, 0, '', '', 0, '', ''];
        }

        return new LeaseRow(
            (int) $row[0],
            (int) $row[1],
            $row[2] === '' ? null : new Holder($row[2], $row[3], (int) $row[4], $row[5]),
            $row[6],
        );
    }

    /** Takes the lease from whoever had it when the row was read; false when somebody else was faster. */
    public function take(LeaseRow $row, Holder $holder): bool
    {
        return $this->query(
            'UPDATE ' . self::TABLE . " SET fence = fence + 1, renewals = 0, token = ?, node = ?, pid = ?, process = ?,
                taken_at = UTC_TIMESTAMP(3), renewed_at = UTC_TIMESTAMP(3), wanted_by = ''
            WHERE name = ? AND fence = ? AND renewals = ? AND token = ?",
            [
                $holder->token, $holder->node, $holder->pid, $holder->process,
                $this->name, $row->fence, $row->renewals, $row->holder === null ? '' : $row->holder->token,
            ],
        )->rowCount() === 1;
    }

    /** Counts the row up; false when the lease belongs to another. */
    public function renew(int $fence, string $token): bool
    {
        return $this->query(
            'UPDATE ' . self::TABLE . ' SET renewals = renewals + 1, renewed_at = UTC_TIMESTAMP(3)
            WHERE name = ? AND fence = ? AND token = ?',
            [$this->name, $fence, $token],
        )->rowCount() === 1;
    }

    public function free(int $fence, string $token): void
    {
        $this->query(
            'UPDATE ' . self::TABLE . " SET renewals = renewals + 1, token = '' WHERE name = ? AND fence = ? AND token = ?",
            [$this->name, $fence, $token],
        );
    }

    /** Says that somebody waits: whoever comes later leaves the lease to them. */
    public function want(string $token): void
    {
        $this->query(
            'UPDATE ' . self::TABLE . " SET wanted_by = ?, wanted_at = UTC_TIMESTAMP(3)
            WHERE name = ? AND (wanted_by IN ('', ?)
                OR wanted_at <= UTC_TIMESTAMP(3) - INTERVAL " . self::WISH_SECONDS . ' SECOND)',
            [$token, $this->name, $token],
        );
    }

    /** @param list<mixed> $values */
    private function query(string $sql, array $values): \PDOStatement
    {
        $statement = ($this->pdo)()->prepare($this->prefix->apply($sql));
        $statement->execute($values);

        return $statement;
    }
}
