<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** A database on a MariaDB or MySQL server. */
final class MysqlDialect implements Dialect
{
    private const CONNECT_SECONDS = 10;
    /** Less than what makes a lease be taken over, so that a process that waits for a lock does not lose its own. */
    private const LOCK_WAIT_SECONDS = 10;
    /** Less than others wait for a lock: a process that is frozen or cut off in a transaction must not stop them. */
    private const IDLE_SECONDS = 8;
    /** Bytes of a statement's packet beside its values. */
    private const PACKET_HEAD = 16384;
    private const ROWS_A_STATEMENT = 64;
    private const LIST_BYTES = 1 << 20;
    /** SQLSTATE classes: data, constraints, check options, triggers. */
    private const ROW_STATES = ['22', '23', '44', '45'];
    /** Row too long, packet too large, and others without an SQLSTATE class. */
    private const ROW = [1118, 1153, 1265, 1292, 1364, 1366, 3819];

    /** @param array<string, string> $members of the DSN */
    public function __construct(
        private readonly array $members,
        private readonly string $user,
        #[\SensitiveParameter] private readonly string $password,
    ) {
    }

    public function name(): string
    {
        $host = ($this->members['host'] ?? 'localhost')
            . (isset($this->members['port']) ? ':' . $this->members['port'] : '');

        return $this->members['dbname'] . ' on ' . ($this->members['unix_socket'] ?? $host);
    }

    public function isThere(): bool
    {
        return true;
    }

    public function connect(): \PDO
    {
        if (!extension_loaded('pdo_mysql')) {
            throw new CommandFailure('The PHP extension pdo_mysql is missing: install it (php-mysql on Debian).');
        }

        $members = array_map(
            static fn (string $name, string $value): string => "$name=$value",
            array_keys($this->members),
            $this->members,
        );
        $pdo = new \PDO('mysql:' . implode(';', $members) . ';charset=utf8mb4', $this->user, $this->password, [
            \PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION,
            \PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_NUM,
            \PDO::ATTR_STRINGIFY_FETCHES => false,
            \PDO::ATTR_EMULATE_PREPARES => false,
            \PDO::ATTR_TIMEOUT => self::CONNECT_SECONDS,
        ]);

        // Strict: a payload that does not fit is an error instead of truncated. Read committed: no gap locks. Room for
        // the hashes of a chunk, of which MySQL would cut off all but the first kilobyte.
        $pdo->exec(
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00',
                innodb_lock_wait_timeout = " . self::LOCK_WAIT_SECONDS
            . ', lock_wait_timeout = ' . self::LOCK_WAIT_SECONDS
            . ', group_concat_max_len = ' . self::LIST_BYTES
            // MySQL ends a connection that is idle in a transaction only with all that are idle.
            . '/*M!100300, idle_transaction_timeout = ' . self::IDLE_SECONDS . '*/'
            . '/*!80000, wait_timeout = ' . self::IDLE_SECONDS . '*/'
        );
        $pdo->exec('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');

        return $pdo;
    }

    public function largestStatement(\PDO $pdo): int
    {
        return (int) $pdo->query('SELECT @@max_allowed_packet')->fetchColumn() - self::PACKET_HEAD;
    }

    public function begin(): string
    {
        return 'START TRANSACTION';
    }

    public function tableExists(\PDO $pdo, string $table): bool
    {
        $select = $pdo->prepare(
            'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?'
        );
        $select->execute([$table]);

        return $select->fetchColumn() !== false;
    }

    public function columns(\PDO $pdo, string $table): array
    {
        $select = $pdo->prepare(
            'SELECT column_name, character_set_name FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ?'
        );
        $select->execute([$table]);

        return array_map(
            static fn (?string $set): int => match ($set) {
                // Without a character set a column holds bytes or numbers.
                null, 'utf8mb4' => 0x10FFFF,
                'utf8', 'utf8mb3', 'ucs2' => 0xFFFF,
                default => 0x7F,
            },
            $select->fetchAll(\PDO::FETCH_KEY_PAIR),
        );
    }

    public function tables(\PDO $pdo, string $end): array
    {
        $select = $pdo->prepare(
            'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE ?'
        );
        $select->execute(['%' . addcslashes($end, '_%\\')]);

        return $select->fetchAll(\PDO::FETCH_COLUMN);
    }

    public function isShared(): bool
    {
        return true;
    }

    public function schemaStep(int $version, array $feedTables): array
    {
        return MysqlTables::step($version, $feedTables);
    }

    public function upsert(string $table, array $columns, array $key, int $rows): string
    {
        $row = '(?' . str_repeat(', ?', count($columns) - 1) . ')';

        return "INSERT INTO $table (" . implode(', ', $columns) . ") VALUES $row"
            . str_repeat(", $row", $rows - 1) . ' ON DUPLICATE KEY UPDATE '
            . implode(', ', array_map(
                static fn (string $column): string => "$column = VALUES($column)",
                array_values(array_diff($columns, $key)),
            ));
    }

    public function jsonText(string $column, string $path): string
    {
        return "CASE WHEN json_valid($column) THEN CAST(JSON_UNQUOTE(JSON_EXTRACT($column, '$path')) AS CHAR) END";
    }

    public function deliveredHashes(string $table): string
    {
        return "SELECT COUNT(feed_hash), GROUP_CONCAT(feed_hash ORDER BY id) FROM $table
            WHERE id > ? AND id <= ? AND status = " . Status::DELIVERED;
    }

    public function rowsAStatement(): int
    {
        return self::ROWS_A_STATEMENT;
    }

    public function classify(\PDOException $e): DatabaseError
    {
        return match (self::code($e)) {
            // Gone away, lost during a query, killed, shut down, idle for too long; a node of Galera without quorum.
            2006, 2013, 1053, 1317, 1927, 4031, 1047 => DatabaseError::ConnectionLost,
            1213 => DatabaseError::Conflict,
            default => in_array(self::code($e), self::ROW, true)
                || in_array(substr((string) ($e->errorInfo[0] ?? ''), 0, 2), self::ROW_STATES, true)
                ? DatabaseError::Row
                : DatabaseError::Other,
        };
    }

    public function reason(\PDOException $e): string
    {
        return (string) ($e->errorInfo[2] ?? $e->getMessage());
    }

    public function failure(\PDOException $e): CommandFailure
    {
        $name = $this->name();
        $again = 'run the same command again; nothing is lost.';
        $sentence = match (self::code($e)) {
            2002, 2003, 2005 =>
                "The database server of $name cannot be reached: start it or correct --dsn, then $again",
            1047 => "The node of the cluster of $name has no quorum: name another node in --dsn, or wait, then $again",
            2006, 2013, 1053, 1317, 1927, 4031 =>
                "The connection to the database $name was lost: check the server, then $again",
            1040, 1203, 1226 => "The database server of $name accepts no more connections: wait, then $again",
            1045, 1698 => "The database server of $name refuses the user: check ACO_DB_USER and ACO_DB_PASSWORD.",
            1044 => "This user has no access to the database $name: create it, grant access, or correct --dsn.",
            1142, 1143, 1227 => "The database user lacks privileges in $name: "
                . 'grant it SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER and INDEX there.',
            1049 => "There is no database {$this->members['dbname']} on the server: create it or correct --dsn.",
            1153 => "A payload is too large for the database $name: raise the server's max_allowed_packet, then $again",
            1205, 1213 => "The database $name is in use by another process: try again when it has finished.",
            1290, 1792, 1836 => "The database $name is read-only: grant this user write access, then $again",
            3, 1021, 1026, 1030, 1114 =>
                "The database server of $name cannot write (disk full?): free some space, then $again",
            1146 => 'The table ' . (preg_match("/Table '[^']*?([^'.]+)' doesn't/", $e->getMessage(), $table) === 1
                ? "$table[1] " : '') . "is missing in $name: restore it, or correct --table-prefix or --dsn.",
            default => "The database $name reports an error: {$e->getMessage()}.",
        };

        return new CommandFailure($sentence, previous: $e);
    }

    public function lock(
        \Closure $pdo,
        Lock $lock,
        TablePrefix $prefix,
        Holder $holder,
        bool $mayWait,
    ): RunLock|string {
        $name = $lock->leaseName();

        return Lease::acquire(new LeaseTable($pdo, $prefix, $name), $name, $holder, $mayWait);
    }

    private static function code(\PDOException $e): int
    {
        return (int) ($e->errorInfo[1] ?? $e->getCode());
    }
}
