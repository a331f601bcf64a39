<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;
use Aco\Cli\MonotonicClock;

/** The tables of Schema: their prefix, the lock on them, transactions and statements. */
final class Database
{
    /** Longer lists grow in memory that the system has to give for each anew. */
    private const HASHES_A_LIST = 2000;
    private const WAIT_MICROSECONDS = 50000;
    private const MAX_ERROR_LENGTH = 8000;

    private readonly Connection $connection;
    private ?RunLock $lock = null;
    private TablePrefix $prefix;

    /** @var array<string, array<int, array<int, string>>> of insertNew() by table, columns and rows */
    private array $inserts = [];
    /** @var array<string, array<string, int>> columns by table */
    private array $columns = [];
    private ?Holder $holder = null;

    private function __construct(private readonly Dialect $dialect)
    {
        $this->connection = new Connection($dialect);
        $this->prefix = TablePrefix::none();
    }

    /**
     * Connects, and creates or migrates the tables.
     *
     * @param ?TablePrefix $prefix null: the prefix of the existing tables
     */
    public static function open(Dialect $dialect, ?TablePrefix $prefix = null): self
    {
        $database = new self($dialect);
        $database->prefix = $prefix ?? $database->prefixes()->forNewTables();
        (new Schema($database, $dialect))->migrate();

        return $database;
    }

    /** Null when the tables are not there. */
    public static function find(Dialect $dialect, ?TablePrefix $prefix = null): ?self
    {
        if (!$dialect->isThere()) {
            return null;
        }

        $database = new self($dialect);
        $prefix ??= $database->prefixes()->own();
        if ($prefix === null) {
            return null;
        }

        $database->prefix = $prefix;
        $schema = new Schema($database, $dialect);
        if ($schema->version() === 0) {
            return null;
        }

        $schema->migrate();

        return $database;
    }

    /** With tables of the caller's own, without those of Schema. */
    public static function plain(Dialect $dialect, TablePrefix $prefix): self
    {
        $database = new self($dialect);
        $database->prefix = $prefix;

        return $database;
    }

    /** The prefixes of the tables in a database; null when there is no database. */
    public static function findPrefixes(Dialect $dialect): ?PrefixFinder
    {
        return $dialect->isThere() ? (new self($dialect))->prefixes() : null;
    }

    /** How the database is named to people. */
    public function name(): string
    {
        return $this->dialect->name();
    }

    public function prefix(): TablePrefix
    {
        return $this->prefix;
    }

    public function prefixes(): PrefixFinder
    {
        return new PrefixFinder(
            fn (string $end): array => $this->connection->run(
                fn (): array => $this->dialect->tables($this->pdo(), $end)
            ),
            $this->name(),
        );
    }

    /** Whether other programs, Commerce among them, may have tables here. */
    public function isShared(): bool
    {
        return $this->dialect->isShared();
    }

    /**
     * Keeps other runs of the kind off the database.
     *
     * @param int $patience for how many seconds to wait for another run to end
     * @param ?\Closure(string): void $waiting called with the holder when it has to wait
     */
    public function lock(Lock $kind = Lock::Run, int $patience = 0, ?\Closure $waiting = null): void
    {
        $end = MonotonicClock::seconds() + $patience;

        while (($holder = $this->tryLock($kind, $patience > 0)) !== null) {
            if (MonotonicClock::seconds() >= $end) {
                throw $kind->taken($this->name(), $holder);
            }

            if ($waiting !== null) {
                $waiting($holder);
                $waiting = null;
            }

            usleep(self::WAIT_MICROSECONDS);
        }
    }

    /**
     * Null when the lock is held now, else the holder, "" when unknown. One lock a connection.
     *
     * @param bool $mayWait whether the caller will try again soon, and has a right to be the next
     */
    public function tryLock(Lock $kind, bool $mayWait = false): ?string
    {
        if ($this->lock !== null) {
            return null;
        }

        $this->holder ??= Holder::current();
        $lock = $this->connection->run(fn (): RunLock|string => $this->dialect->lock(
            $this->pdo(...),
            $kind,
            $this->prefix,
            $this->holder,
            $mayWait,
        ));
        if (is_string($lock)) {
            return $lock;
        }

        $this->lock = $lock;
        Heartbeat::add($this);

        return null;
    }

    /**
     * Renews the lock when that is due. Does nothing while the connection is busy: a transaction renews it anyway.
     *
     * @throws LeaseLost
     */
    public function renewLock(): void
    {
        if (!$this->connection->isIdle()) {
            return;
        }

        try {
            $this->lock?->renew();
        } catch (\PDOException) {
            // The connection is lost, which the next statement deals with.
        }
    }

    /**
     * Makes sure that the lock is held now.
     *
     * @throws LeaseLost
     */
    public function proveLock(): void
    {
        // In a transaction its own connection is the one to ask.
        $this->connection->isBusy()
            ? $this->lock?->guard()
            : $this->connection->run(fn () => $this->lock?->guard());
    }

    public function unlock(): void
    {
        Heartbeat::remove($this);
        $this->connection->keepBusy(fn () => $this->lock?->release());
        $this->lock = null;
    }

    /**
     * Runs the callable in one transaction, and again from its start after a conflict with another process.
     *
     * @template T
     * @param callable(): T $work
     * @param bool $isGuarded false: for what a holder that has lost its lease may still write
     * @return T
     */
    public function transaction(callable $work, bool $isGuarded = true): mixed
    {
        return $this->connection->run(function () use ($work, $isGuarded): mixed {
            try {
                $this->pdo()->exec($this->dialect->begin());
                if ($isGuarded) {
                    $this->lock?->guard();
                }

                $result = $work();
                $this->pdo()->exec('COMMIT');

                return $result;
            } catch (\Throwable $e) {
                $this->connection->rollBack();
                throw $e;
            }
        });
    }

    /**
     * Writes rows in one transaction, without those that the database rejects.
     *
     * @template K of array-key
     * @template T
     * @param array<K, T> $rows
     * @param callable(array<K, T>): void $write writes them all; called again with fewer after a rejection
     * @return array<K, string> why rows were refused, by their keys
     */
    public function writeEach(array $rows, callable $write): array
    {
        if ($rows === []) {
            return [];
        }

        try {
            $this->transaction(static fn () => $write($rows));

            return [];
        } catch (RowRefused $e) {
            if (count($rows) === 1) {
                return [array_key_first($rows) => $e->reason];
            }
        }

        $refused = [];

        foreach (array_chunk($rows, (count($rows) + 1) >> 1, true) as $half) {
            $refused += $this->writeEach($half, $write);
        }

        return $refused;
    }

    /** @param string $table without the prefix */
    public function hasTable(string $table): bool
    {
        return $this->connection->run(
            fn (): bool => $this->dialect->tableExists($this->pdo(), $this->prefix->text . $table)
        );
    }

    /**
     * The columns of a table, Commerce's tables included, and the highest character that each holds.
     *
     * @param string $table without the prefix
     * @return array<string, int> by name
     */
    public function columns(string $table): array
    {
        return $this->columns[$table] ??= $this->connection->run(
            fn (): array => $this->dialect->columns($this->pdo(), $this->prefix->text . $table)
        );
    }

    /** Executes a statement once. Call it in transaction() or read(). */
    public function exec(string $sql): void
    {
        $this->pdo()->exec($this->prefix->apply($sql));
    }

    /**
     * Runs statements outside a transaction, with the same errors.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public function read(callable $work): mixed
    {
        $this->renewLock();

        return $this->connection->run($work);
    }

    /**
     * The hashes of the rows with the next numbers, separated by commas, if all of them are there and delivered. To be
     * called in transaction() or read().
     */
    public function deliveredHashes(string $table, int $after, int $last): ?string
    {
        $lists = [];
        for (; $after < $last; $after = $end) {
            $end = min($last, $after + self::HASHES_A_LIST);
            [$count, $hashes] = $this->execute($this->dialect->deliveredHashes($table), [$after, $end])->fetchAll()[0];
            if ((int) $count !== $end - $after || substr_count((string) $hashes, ',') !== (int) $count - 1) {
                return null;
            }
            $lists[] = $hashes;
        }

        return implode(',', $lists);
    }

    /**
     * Executes a statement that is prepared once; it names tables as TablePrefix::apply() takes them. To be called in
     * transaction() or read(); fetch all of its rows.
     *
     * @param list<mixed> $values
     */
    public function execute(string $sql, array $values = []): \PDOStatement
    {
        return $this->connection->execute($sql, $values, $this->prefix);
    }

    /** SQL for the text of a member of a JSON column. */
    public function jsonText(string $column, string $path): string
    {
        return $this->dialect->jsonText($column, $path);
    }

    /** How many rows are best written by one statement. */
    public function rowsAStatement(): int
    {
        return $this->dialect->rowsAStatement();
    }

    /** The number of the row that the latest statement has inserted. Call it in transaction(). */
    public function insertedRow(): int
    {
        return (int) $this->pdo()->lastInsertId();
    }

    /**
     * Cuts rows into groups for one statement each, of few different sizes, as every size is a statement to prepare.
     *
     * @template K of array-key
     * @template T
     * @param array<K, T> $rows
     * @param ?int $size of the largest groups; null: what is best for most statements
     * @return \Generator<non-empty-array<K, T>>
     */
    public function statementGroups(array $rows, ?int $size = null): \Generator
    {
        $size ??= $this->rowsAStatement();
        while ($rows !== []) {
            while ($size > count($rows)) {
                $size = intdiv($size, 4) ?: 1;
            }

            $groups = array_chunk($rows, $size, true);
            $rest = count(end($groups)) < $size ? array_pop($groups) : [];
            yield from $groups;
            $rows = $rest;
        }
    }

    /**
     * The first column of the first row; false without a row. Call it in transaction() or read().
     *
     * @param list<mixed> $values
     */
    public function value(string $sql, array $values = []): mixed
    {
        $statement = $this->execute($sql, $values);
        $value = $statement->fetchColumn();
        // An unfinished statement keeps SQLite from writing back its log.
        $statement->closeCursor();

        return $value;
    }

    /**
     * @param string $table in braces
     * @param list<string> $columns
     * @param list<string> $key
     */
    public function upsert(string $table, array $columns, array $key, int $rows = 1): string
    {
        return $this->dialect->upsert($table, $columns, $key, $rows);
    }

    /**
     * Inserts rows, without those whose unique key is taken. Call it in transaction(), where isSingleWriter().
     *
     * @param string $table in braces
     * @param list<string> $columns
     * @param list<mixed> $values of all rows, one after the other
     * @return array{int, int} number of the first row and of the one behind the last; both the same when all are taken
     */
    public function insertNew(string $table, array $columns, array $values): array
    {
        $rows = intdiv(count($values), count($columns));
        $insert = $this->inserts[$table][count($columns)][$rows]
            ??= $this->singleWriter()->insertNew($table, $columns, $rows);
        $inserted = $this->execute($insert, $values)->rowCount();
        $end = $inserted === 0 ? 0 : $this->insertedRow() + 1;

        return [$end - $inserted, $end];
    }

    /**
     * Sets values in the rows from one number to another. Call it in transaction(), where isSingleWriter().
     *
     * @param string $table in braces
     * @param list<mixed> $values and the numbers
     * @return int how many rows there are
     */
    public function updateRange(string $table, string $set, array $values): int
    {
        return $this->execute($this->singleWriter()->updateRange($table, $set), $values)->rowCount();
    }

    /**
     * Prepares a table for many new rows, where isSingleWriter(): until endLoad() nothing keeps it to one row an id.
     *
     * @param string $table without the prefix
     * @return string a folder for temporary files of the load
     */
    public function beginLoad(string $table): string
    {
        $dialect = $this->singleWriter();
        $this->connection->run(fn () => array_map($this->exec(...), $dialect->beginLoad($table)));

        return $dialect->folder();
    }

    /**
     * Ends a load that was killed; to be called before anything looks for ids in a table.
     *
     * @param string $table without the prefix
     * @return bool false: another process holds the lock, and may be loading
     */
    public function endKilledLoad(string $table): bool
    {
        if (!$this->isSingleWriter() || $this->hasIdIndex($table)) {
            return true;
        }

        $isHeld = $this->lock !== null;
        if ($this->tryLock(Lock::Run) !== null) {
            return false;
        }

        try {
            $this->endLoad($table);
        } finally {
            $isHeld || $this->unlock();
        }

        return true;
    }

    /**
     * Ends what beginLoad() has begun.
     *
     * @param string $table without the prefix
     */
    public function endLoad(string $table): void
    {
        $dialect = $this->singleWriter();
        $run = fn (array $statements) => $this->connection->run(fn () => array_map($this->exec(...), $statements));
        try {
            $run($dialect->endLoad($table));
        } catch (RowRefused) {
            // Whatever broke, be it the disk: it must not keep the table from ever being used again.
            $run([...$dialect->dropRepeats($table), ...$dialect->endLoad($table)]);
        }
    }

    private function hasIdIndex(string $table): bool
    {
        return $this->connection->run(
            fn (): bool => $this->singleWriter()->hasIdIndex($this->pdo(), $this->prefix->text . $table)
        );
    }

    /** Whether rows are numbered one after the other. */
    public function isSingleWriter(): bool
    {
        return $this->dialect instanceof SingleWriterDialect;
    }

    private function singleWriter(): SingleWriterDialect
    {
        return $this->dialect instanceof SingleWriterDialect
            ? $this->dialect
            : throw new \LogicException("{$this->name()} has more than one writer");
    }

    /** Placeholders for an IN list of so many values. */
    public static function placeholders(int $count): string
    {
        return '?' . str_repeat(',?', $count - 1);
    }

    /** The current time as columns hold it, in UTC. */
    public static function now(): string
    {
        return gmdate('Y-m-d H:i:s');
    }

    /** An error message as columns take it: valid UTF-8, and not too long. */
    public static function errorText(?string $text): ?string
    {
        return self::storable($text, self::MAX_ERROR_LENGTH);
    }

    /** Valid UTF-8 of at most that many bytes. */
    public static function storable(?string $text, int $max): ?string
    {
        if ($text === null || (strlen($text) <= $max && preg_match('//u', $text) === 1)) {
            return $text;
        }

        return json_decode(json_encode(substr($text, 0, $max), JSON_INVALID_UTF8_SUBSTITUTE));
    }

    /**
     * Reads in pages by row number, so that no cursor is open while the caller writes to the table.
     *
     * @param string $select with the row number as its first column, up to the conditions
     * @return \Generator<list<mixed>> rows
     */
    public function pages(string $select, int $size): \Generator
    {
        $last = 0;
        do {
            $page = $this->read(
                fn (): array => $this->execute("$select AND id > ? ORDER BY id LIMIT $size", [$last])->fetchAll()
            );
            foreach ($page as $row) {
                $last = $row[0];
                yield $row;
            }
        } while (count($page) === $size);
    }

    public function pdo(): \PDO
    {
        return $this->connection->pdo();
    }
}
