<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;
use Aco\Cli\Files\OwnFolder;

/** A database in a file. */
final class SqliteDialect implements SingleWriterDialect
{
    private const BUSY_TIMEOUT_MS = 10000;
    private const CACHE_KIB = 6144;
    /** While a table is filled, when only its end changes. */
    private const LOADING_CACHE_KIB = 3072;
    /** 256 MiB of 4 KiB each, while a large feed is new. */
    private const CHECKPOINT_PAGES = 65536;

    public function __construct(private readonly string $file)
    {
    }

    public function name(): string
    {
        return $this->file;
    }

    public function isThere(): bool
    {
        return is_file($this->file);
    }

    public function connect(): \PDO
    {
        if (!extension_loaded('pdo_sqlite')) {
            throw new CommandFailure('The PHP extension pdo_sqlite is missing: install it (php-sqlite3 on Debian).');
        }

        $this->check();
        // SQLite creates -wal and -shm beside the database with the mode of the database.
        $umask = umask(0077);

        try {
            $pdo = new \PDO('sqlite:' . $this->file, null, null, [
                \PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION,
                \PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_NUM,
                \PDO::ATTR_STRINGIFY_FETCHES => false,
            ]);
            $pdo->exec('PRAGMA busy_timeout=' . self::BUSY_TIMEOUT_MS);

            // A commit then needs no fsync: a killed process loses nothing, a power cut at most the last commits,
            // whose items are sent again.
            $pdo->exec('PRAGMA journal_mode=WAL');
            $pdo->exec('PRAGMA synchronous=NORMAL');

            // The ids of a large feed are hashes, so that every transaction changes pages all over their index: with
            // room for them, and written back less often, a page costs one write for many rows.
            $pdo->exec('PRAGMA cache_size=-' . self::CACHE_KIB);
            $pdo->exec('PRAGMA wal_autocheckpoint=' . self::CHECKPOINT_PAGES);

            // Sorting a large index takes as much space as the index, which folders for temporary files may not have.
            if (is_writable($this->folder())) {
                $pdo->exec('PRAGMA temp_store_directory=' . $pdo->quote($this->folder()));
            }
        } finally {
            umask($umask);
        }

        return $pdo;
    }

    public function folder(): string
    {
        return dirname(OwnFile::target($this->file));
    }

    public function largestStatement(\PDO $pdo): int
    {
        return PHP_INT_MAX;
    }

    /** SQLite follows links and writes to whatever has these names. */
    private function check(): void
    {
        $file = OwnFile::target($this->file);
        OwnFolder::check(dirname($file), 'folder of the database');
        foreach (['', '-wal', '-shm', '-journal'] as $suffix) {
            $fault = OwnFile::fault($file . $suffix);
            if ($fault !== '') {
                throw new CommandFailure(
                    "$file$suffix $fault: replace it by a regular file that only this user owns, "
                    . 'or choose another database with --dsn.'
                );
            }
        }
    }

    public function begin(): string
    {
        // A deferred transaction that reads first could not wait for another writer.
        return 'BEGIN IMMEDIATE';
    }

    public function tableExists(\PDO $pdo, string $table): bool
    {
        $select = $pdo->prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
        $select->execute([$table]);

        return $select->fetchColumn() !== false;
    }

    public function columns(\PDO $pdo, string $table): array
    {
        $select = $pdo->prepare('SELECT name FROM pragma_table_info(?)');
        $select->execute([$table]);

        return array_fill_keys($select->fetchAll(\PDO::FETCH_COLUMN), 0x10FFFF);
    }

    public function tables(\PDO $pdo, string $end): array
    {
        $select = $pdo->prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ? ESCAPE '\\'");
        $select->execute(['%' . addcslashes($end, '_%\\')]);

        return $select->fetchAll(\PDO::FETCH_COLUMN);
    }

    public function isShared(): bool
    {
        return false;
    }

    public function schemaStep(int $version, array $feedTables): array
    {
        return SqliteTables::step($version, $feedTables);
    }

    public function upsert(string $table, array $columns, array $key, int $rows): string
    {
        return "INSERT INTO $table (" . implode(', ', $columns) . ') VALUES ' . self::values($columns, $rows)
            . ' ON CONFLICT (' . implode(', ', $key) . ') DO UPDATE SET '
            . implode(', ', array_map(
                static fn (string $column): string => "$column = excluded.$column",
                array_values(array_diff($columns, $key)),
            ));
    }

    // A statement that cannot fail half-way keeps no copies of the pages that it changes: hence OR IGNORE.

    public function insertNew(string $table, array $columns, int $rows): string
    {
        return "INSERT OR IGNORE INTO $table (" . implode(', ', $columns) . ') VALUES ' . self::values($columns, $rows);
    }

    public function updateRange(string $table, string $set): string
    {
        return "UPDATE OR IGNORE $table SET $set WHERE id BETWEEN ? AND ?";
    }

    public function hasIdIndex(\PDO $pdo, string $table): bool
    {
        $select = $pdo->prepare("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?");
        $select->execute([$table . SqliteTables::ID_INDEX]);

        return $select->fetchColumn() !== false;
    }

    public function beginLoad(string $table): array
    {
        return ['PRAGMA cache_size=-' . self::LOADING_CACHE_KIB, SqliteTables::dropIdIndex($table)];
    }

    public function endLoad(string $table): array
    {
        // As much as the cache may take, sorting takes once more.
        return [SqliteTables::idIndex($table), 'PRAGMA cache_size=-' . self::CACHE_KIB];
    }

    public function dropRepeats(string $table): array
    {
        $repeated = "FROM {{$table}} GROUP BY feed_id HAVING COUNT(*) > 1";

        return [
            "UPDATE {{$table}} SET feed_hash = '" . StoredHash::TO_SEND_AGAIN . "' WHERE id IN (SELECT MAX(id) $repeated)",
            "DELETE FROM {{$table}} WHERE feed_id IN (SELECT feed_id $repeated)
                AND id NOT IN (SELECT MAX(id) $repeated)",
        ];
    }

    /** @param list<string> $columns */
    private static function values(array $columns, int $rows): string
    {
        $row = '(?' . str_repeat(', ?', count($columns) - 1) . ')';

        return $row . str_repeat(", $row", $rows - 1);
    }

    public function jsonText(string $column, string $path): string
    {
        return "CASE WHEN json_valid($column) THEN CAST(json_extract($column, '$path') AS CHAR) END";
    }

    public function deliveredHashes(string $table): string
    {
        // Without an index SQLite goes through the rows in the order of their numbers; it cannot be asked for it here.
        // Values are bound as text, which the cast makes a number once instead of for every row.
        return "SELECT COUNT(feed_hash), GROUP_CONCAT(feed_hash) FROM $table NOT INDEXED
            WHERE id > ? AND id <= CAST(? AS INTEGER) AND status = " . Status::DELIVERED;
    }

    public function rowsAStatement(): int
    {
        // To be able to undo a statement of several rows, SQLite copies the pages that it changes.
        return 1;
    }

    public function classify(\PDOException $e): DatabaseError
    {
        // Too big, a constraint, a value of another type than the column's.
        return in_array((int) ($e->errorInfo[1] ?? 0), [18, 19, 20], true) ? DatabaseError::Row : DatabaseError::Other;
    }

    public function reason(\PDOException $e): string
    {
        return (string) ($e->errorInfo[2] ?? $e->getMessage());
    }

    public function failure(\PDOException $e): CommandFailure
    {
        $file = $this->file;
        $sentence = match ((int) ($e->errorInfo[1] ?? 0)) {
            1 => preg_match('/no such table: (?:main\.)?(\w+)/', $e->getMessage(), $table) === 1
                ? "The table $table[1] is missing in $file: restore it, or correct --table-prefix or --dsn."
                : "The database $file reports an error: {$e->getMessage()}.",
            5, 6 => "The database $file is in use by another process: try again when it has finished.",
            8 => "The database $file is read-only: grant this user write access to the file and its folder.",
            10 => "The database $file cannot be read or written (disk error or file size limit): "
                . 'solve that, then run the same command again; nothing is lost.',
            11, 26 => "$file is damaged or not a SQLite database: move it away, or choose another one with --dsn.",
            13 => "The disk with the database $file is full: "
                . 'free some space and run the same command again; nothing is lost.',
            14 => "The database $file cannot be opened: "
                . 'grant this user read and write access to the file and its folder.',
            default => "The database $file reports an error: {$e->getMessage()}.",
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
        return FileLock::acquire($this->file . ($prefix->isNone() ? '' : ".$prefix->text") . match ($lock) {
            Lock::Run => '.lock',
            Lock::Orders => '.orders.lock',
            Lock::Schedule => '.cron.lock',
            Lock::Assets => '.assets.lock',
        });
    }
}
