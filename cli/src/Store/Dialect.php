<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** What differs between the databases. Everything else is in Database and FeedStore. */
interface Dialect
{
    /** The name of the database in messages, without secrets. */
    public function name(): string;

    /** Whether there is a database to connect to; of a server it is assumed. */
    public function isThere(): bool;

    /** @throws \PDOException */
    public function connect(): \PDO;

    /** Maximum size of a statement with its values; a server may close the connection when it is exceeded. */
    public function largestStatement(\PDO $pdo): int;

    /** The statement that begins a transaction which will write. */
    public function begin(): string;

    public function tableExists(\PDO $pdo, string $table): bool;

    /** @return array<string, int> highest character that each column holds, by name */
    public function columns(\PDO $pdo, string $table): array;

    /** @return list<string> names of the tables with that suffix */
    public function tables(\PDO $pdo, string $end): array;

    /** Whether other programs may use the same database. */
    public function isShared(): bool;

    /**
     * @param list<string> $feedTables that are new in this version
     * @return list<string> statements, tables in braces, that take the tables from the version before to this one
     */
    public function schemaStep(int $version, array $feedTables): array;

    /**
     * Inserts rows, or replaces their values where a unique key is taken.
     *
     * @param list<string> $columns
     * @param list<string> $key the columns of the unique key
     */
    public function upsert(string $table, array $columns, array $key, int $rows): string;

    /** SQL for the text of a member of a JSON column, which may be invalid in rows of other programs. */
    public function jsonText(string $column, string $path): string;

    /**
     * Selects of the delivered rows behind a number, up to another: how many have a hash, and these, in the order of
     * the numbers and separated by commas.
     */
    public function deliveredHashes(string $table): string;

    /** How many rows are best written by one statement, unless SingleWriterDialect::insertNew() writes them. */
    public function rowsAStatement(): int;

    public function classify(\PDOException $e): DatabaseError;

    /** The database's own message. */
    public function reason(\PDOException $e): string;

    public function failure(\PDOException $e): CommandFailure;

    /**
     * Held until it is released or its holder dies.
     *
     * @param \Closure(): \PDO $pdo the current connection
     * @param bool $mayWait whether the holder will try again soon, and has a right to be the next
     * @return RunLock|string who holds it, "" when unknown
     */
    public function lock(
        \Closure $pdo,
        Lock $lock,
        TablePrefix $prefix,
        Holder $holder,
        bool $mayWait,
    ): RunLock|string;
}
