<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\MonotonicClock;

/** A connection that is made again when it is lost; it repeats work that conflicts with other processes. */
final class Connection
{
    private const MAX_CONFLICTS = 10;
    /** Less than what makes a lease be taken over: a process that is cut off stops before another one begins. */
    private const RECONNECT_SECONDS = 15;
    /** SQLSTATE of a value that is too long. */
    private const TOO_LONG = '22001';

    private ?\PDO $pdo = null;

    /** @var array<string, \PDOStatement> */
    private array $statements = [];
    private int $largestStatement = PHP_INT_MAX;
    /** Calls of run() that have not returned. */
    private int $depth = 0;

    public function __construct(private readonly Dialect $dialect)
    {
    }

    public function pdo(): \PDO
    {
        if ($this->pdo === null) {
            $this->connect();
        }

        return $this->pdo;
    }

    /** Whether it is there, and nothing runs on it. */
    public function isIdle(): bool
    {
        return $this->pdo !== null && $this->depth === 0;
    }

    /** Whether a call of run() or keepBusy() has not returned. */
    public function isBusy(): bool
    {
        return $this->depth > 0;
    }

    public function keepBusy(callable $work): void
    {
        $this->depth++;
        try {
            $work();
        } finally {
            $this->depth--;
        }
    }

    public function rollBack(): void
    {
        try {
            $this->pdo?->exec('ROLLBACK');
        } catch (\PDOException | \ErrorException) {
            // The database has rolled back by itself, because the disk is full or the connection lost.
        }
    }

    /**
     * Runs the callable, again after a conflict or on a new connection, with errors that say what to do.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public function run(callable $work): mixed
    {
        $conflicts = 0;
        $lostAt = null;

        while (true) {
            $this->depth++;
            try {
                return $work();
            } catch (\PDOException $e) {
                $error = $this->dialect->classify($e);
                if ($error === DatabaseError::Conflict && ++$conflicts <= self::MAX_CONFLICTS) {
                    usleep(random_int(1000, 20000) * $conflicts);
                    continue;
                }

                $lostAt ??= MonotonicClock::seconds();
                $isPatient = MonotonicClock::seconds() - $lostAt < self::RECONNECT_SECONDS;
                if ($error === DatabaseError::ConnectionLost && $isPatient) {
                    $this->reconnect($lostAt, $e);
                    continue;
                }

                $failure = $this->dialect->failure($e);
                throw $error === DatabaseError::Row ? new RowRefused($failure, $this->dialect->reason($e)) : $failure;
            } finally {
                $this->depth--;
            }
        }
    }

    /**
     * Executes a statement that is prepared once. To be called in run(); fetch all of its rows.
     *
     * @param list<mixed> $values
     */
    public function execute(string $sql, array $values, TablePrefix $prefix): \PDOStatement
    {
        $statement = $this->statements[$sql] ??= $this->pdo()->prepare($prefix->apply($sql));
        if ($this->largestStatement !== PHP_INT_MAX) {
            $this->checkSize($values);
        }

        try {
            $statement->execute($values);
        } catch (\PDOException $e) {
            // SQLite reports misuse when a failed statement is executed again.
            unset($this->statements[$sql]);
            throw $e;
        }

        return $statement;
    }

    /** @param list<mixed> $values */
    private function checkSize(array $values): void
    {
        $bytes = array_sum(array_map(static fn (mixed $value): int => is_string($value) ? strlen($value) : 8, $values));
        if ($bytes > $this->largestStatement) {
            $tooLarge = new \PDOException('Too large');
            $tooLarge->errorInfo = [self::TOO_LONG, 0, "$bytes bytes, which is more than max_allowed_packet"];
            throw $tooLarge;
        }
    }

    private function dropConnection(): void
    {
        // The driver closes each statement on the server, and warns that the connection is gone.
        set_error_handler(static fn (): bool => true);
        $this->statements = [];
        $this->pdo = null;
        restore_error_handler();
    }

    /** A server restarts in seconds, which is worth waiting for in a run of minutes. */
    private function reconnect(float $lostAt, \PDOException $lost): void
    {
        $this->dropConnection();

        while ($this->pdo === null) {
            try {
                $this->connect();
            } catch (\PDOException) {
                if (MonotonicClock::seconds() - $lostAt > self::RECONNECT_SECONDS) {
                    throw $this->dialect->failure($lost);
                }

                usleep(250000);
            }
        }
    }

    private function connect(): void
    {
        $pdo = $this->dialect->connect();
        $this->largestStatement = $this->dialect->largestStatement($pdo);
        $this->pdo = $pdo;
    }
}
