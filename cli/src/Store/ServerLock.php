<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * The lock of a database on a server. It belongs to the connection that writes: a process that loses the connection
 * loses lost the lock, and writes nothing before it has both again.
 */
final class ServerLock implements RunLock
{
    /** The server may need a moment to notice that a killed holder is gone. */
    private const WAIT_SECONDS = 2;

    private function __construct(private readonly \PDO $pdo, private readonly string $name)
    {
    }

    /** @return self|string the lock, or its holder, "" when unknown */
    public static function acquire(\PDO $pdo, string $name): self|string
    {
        $select = $pdo->prepare('SELECT GET_LOCK(?, ' . self::WAIT_SECONDS . ')');
        $select->execute([$name]);
        if ((int) $select->fetchColumn() !== 1) {
            $select = $pdo->prepare('SELECT IS_USED_LOCK(?)');
            $select->execute([$name]);
            $holder = (int) $select->fetchColumn();

            return $holder > 0 ? "connection $holder" : '';
        }

        return new self($pdo, $name);
    }

    public function release(): void
    {
        try {
            $this->pdo->prepare('DO RELEASE_LOCK(?)')->execute([$this->name]);
        } catch (\PDOException) {
            // The connection is gone, and the lock with it.
        }
    }
}
