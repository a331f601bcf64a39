<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** An SQLite file with the tables of Schema. */
final class Database
{
    private const BUSY_TIMEOUT_MS = 10000;

    private function __construct(
        public readonly \PDO $pdo,
        public readonly string $file,
    ) {
    }

    public static function open(string $file): self
    {
        // SQLite gives the files it makes beside the database (-wal, -shm) the mode of the database.
        $umask = umask(0077);
        try {
            $pdo = new \PDO('sqlite:' . $file, null, null, [
                \PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION,
                \PDO::ATTR_DEFAULT_FETCH_MODE => \PDO::FETCH_NUM,
                \PDO::ATTR_STRINGIFY_FETCHES => false,
            ]);
            $pdo->exec('PRAGMA busy_timeout=' . self::BUSY_TIMEOUT_MS);
            // A commit then needs no fsync: a killed process loses nothing, a power cut at most the last commits,
            // whose items are sent again.
            $pdo->exec('PRAGMA journal_mode=WAL');
            $pdo->exec('PRAGMA synchronous=NORMAL');
            $database = new self($pdo, $file);
            (new Schema($database))->migrate();
        } catch (\PDOException $e) {
            throw self::failure($e, $file);
        } finally {
            umask($umask);
        }

        return $database;
    }

    /**
     * Runs the callable in one transaction.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public function transaction(callable $work): mixed
    {
        try {
            // A deferred transaction that reads first could not wait for another writer.
            $this->pdo->exec('BEGIN IMMEDIATE');
            $result = $work();
            $this->pdo->exec('COMMIT');

            return $result;
        } catch (\Throwable $e) {
            try {
                $this->pdo->exec('ROLLBACK');
            } catch (\PDOException) {
                // SQLite has rolled back by itself, as it does when the disk is full.
            }
            throw $e instanceof \PDOException ? self::failure($e, $this->file) : $e;
        }
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
        try {
            return $work();
        } catch (\PDOException $e) {
            throw self::failure($e, $this->file);
        }
    }

    private static function failure(\PDOException $e, string $file): CommandFailure
    {
        $sentence = match ((int) ($e->errorInfo[1] ?? 0)) {
            5, 6 => "The database $file is in use by another process: try again when that has finished.",
            8 => "The database $file is read-only: let this user write the file and its folder.",
            10 => "The database $file cannot be read or written (disk error or file size limit): "
                . 'run the same command again when that is solved, nothing is lost.',
            11, 26 => "$file is damaged or is no SQLite database: move it away or name another one with --dsn.",
            13 => "The disk with the database $file is full: "
                . 'make room and run the same command again, nothing is lost.',
            14 => "The database $file cannot be opened: let this user read and write the file and its folder.",
            default => "The database $file reports an error: {$e->getMessage()}.",
        };

        return new CommandFailure($sentence, previous: $e);
    }
}
