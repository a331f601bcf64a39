<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** A database that one process at a time writes to, so that rows are numbered one after the other. */
interface SingleWriterDialect extends Dialect
{
    /**
     * Inserts rows, without those whose unique key is taken.
     *
     * @param list<string> $columns
     */
    public function insertNew(string $table, array $columns, int $rows): string;

    /** Sets values in the rows from one number to another. */
    public function updateRange(string $table, string $set): string;

    /** For temporary files that grow with the tables. */
    public function folder(): string;

    /** @param string $table with the prefix */
    public function hasIdIndex(\PDO $pdo, string $table): bool;

    /**
     * Takes the index of the ids off a table that is to be filled: ids are hashes, so that in a large table each row
     * changes another page of it.
     *
     * @param string $table without the prefix
     * @return list<string> statements
     */
    public function beginLoad(string $table): array;

    /**
     * Makes the index, unless it is there.
     *
     * @param string $table without the prefix
     * @return list<string> statements
     */
    public function endLoad(string $table): array;

    /**
     * Leaves one row an id, the last one, and has its item sent again.
     *
     * @param string $table without the prefix
     * @return list<string> statements
     */
    public function dropRepeats(string $table): array;
}
