<?php

declare(strict_types=1);

namespace Aco\Store;

use Aco\SharedStore;
use PDO;
use PDOException;

/**
 * Rates and tokens in a table of MariaDB, MySQL or Galera: one row for each. Statements commit by themselves, so that
 * nothing stays locked when a process dies; a conflict between Galera's nodes counts as another that was faster.
 */
final class PdoStore implements SharedStore
{
    private const CLOCK = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))";
    private const MISSING_TABLE = 1146;
    private const DEADLOCK = 1213;

    /** @var Link<PDO> */
    private readonly Link $link;

    /**
     * @param \Closure(): PDO $connect makes a connection of its own each time, because forked processes cannot
     *        share one
     * @param string $table letters, digits, underscores, and a dot after the database
     */
    public function __construct(\Closure $connect, private readonly string $table = 'aco_shared')
    {
        if (preg_match('/^\w{1,64}(\.\w{1,64})?$/D', $table) !== 1) {
            throw new \InvalidArgumentException('$table must consist of letters, digits and underscores');
        }

        $this->link = new Link(function () use ($connect): PDO {
            $pdo = $connect();
            $pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
            $this->readCommitted($pdo);

            return $pdo;
        });
    }

    /**
     * Servers in the order in which they are tried: all hosts name the same one first, so that one clock counts.
     *
     * @param string|list<string> $dsns such as "mysql:host=10.0.0.5;dbname=shop"
     * @param int $timeout seconds for a connection and for an answer
     * @param array<int, mixed> $options of PDO, such as those of TLS
     */
    public static function mysql(
        string|array $dsns,
        ?string $user = null,
        #[\SensitiveParameter] ?string $password = null,
        string $table = 'aco_shared',
        int $timeout = 2,
        array $options = [],
    ): self {
        $dsns = (array) $dsns;

        return new self(static function () use ($dsns, $user, $password, $timeout, $options): PDO {
            foreach ($dsns as $dsn) {
                try {
                    return self::connect($dsn, $user, $password, $timeout, $options);
                } catch (PDOException $exception) {
                    continue;
                }
            }

            throw $exception ?? new PDOException('no server is named');
        }, $table);
    }

    /** The statement that makes the table, for an account that may not. */
    public function schema(): string
    {
        return "CREATE TABLE IF NOT EXISTS $this->table ("
            . 'name VARBINARY(64) NOT NULL PRIMARY KEY, value MEDIUMBLOB NOT NULL, '
            . 'changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP) ENGINE=InnoDB';
    }

    public function swap(string $key, ?string $expected, ?string $value, int $seconds): array
    {
        return $this->link->run('database', function (PDO $pdo) use ($key, $expected, $value): array {
            try {
                return $this->exchange($pdo, $key, $expected, $value);
            } catch (PDOException $exception) {
                if (($exception->errorInfo[1] ?? null) !== self::MISSING_TABLE) {
                    throw $exception;
                }
            }

            $pdo->exec($this->schema());

            return $this->exchange($pdo, $key, $expected, $value);
        });
    }

    /** @return array{?string, int} */
    private function exchange(PDO $pdo, string $key, ?string $expected, ?string $value): array
    {
        $replaced = $value !== null && $this->replace($pdo, $key, $expected, $value);
        $read = $pdo->prepare('SELECT ' . self::CLOCK . ($replaced ? '' : ", (SELECT value FROM $this->table WHERE name = ?)"));
        $read->execute($replaced ? [] : [$key]);
        $row = $read->fetch(PDO::FETCH_NUM);
        $read->closeCursor();

        if (!is_array($row) || !is_numeric($row[0])) {
            throw new Unavailable('the server did not tell the time');
        }

        return [$replaced ? $value : $row[1], (int) $row[0]];
    }

    private function replace(PDO $pdo, string $key, ?string $expected, string $value): bool
    {
        $statement = $pdo->prepare($expected === null
            ? "INSERT IGNORE INTO $this->table (value, name) VALUES (?, ?)"
            : "UPDATE $this->table SET value = ? WHERE name = ? AND value = ?");

        try {
            // As bytes, of which the connection's character set makes nothing.
            foreach ($expected === null ? [$value, $key] : [$value, $key, $expected] as $i => $bytes) {
                $statement->bindValue($i + 1, $bytes, PDO::PARAM_LOB);
            }

            $statement->execute();
        } catch (PDOException $exception) {
            if (($exception->errorInfo[1] ?? null) === self::DEADLOCK) {
                return false;
            }

            throw $exception;
        }

        return $statement->rowCount() > 0;
    }

    /** What was committed last is read, on Galera also what another node has committed. */
    private function readCommitted(PDO $pdo): void
    {
        $pdo->exec('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');

        if ($pdo->query("SHOW VARIABLES LIKE 'wsrep_on'")?->fetchColumn(1) === 'ON') {
            $pdo->exec('SET SESSION wsrep_sync_wait = 1');
        }
    }

    /**
     * The limit for answers is one of php.ini, which a connection takes over when it is made.
     *
     * @param array<int, mixed> $options
     */
    private static function connect(
        string $dsn,
        ?string $user,
        #[\SensitiveParameter] ?string $password,
        int $timeout,
        array $options,
    ): PDO {
        $before = ini_set('mysqlnd.net_read_timeout', (string) $timeout);

        try {
            return new PDO($dsn, $user, $password, [
                PDO::ATTR_TIMEOUT => $timeout,
                PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
            ] + $options);
        } finally {
            if ($before !== false) {
                ini_set('mysqlnd.net_read_timeout', $before);
            }
        }
    }
}
