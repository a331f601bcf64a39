<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Holder;
use Aco\Cli\Store\RowRefused;

/**
 * The control tables: the nodes, which count their rows up while they live, and the tenants, each with its owner. Every
 * change of hands is one statement that compares what was read, so that one of several nodes succeeds.
 */
final class FleetTables
{
    private const NODES = '{aco_fleet_node}';
    private const TENANTS = '{aco_fleet_tenant}';
    private const MAX_MESSAGE_LENGTH = 500;

    public function __construct(private readonly Database $database)
    {
    }

    public function make(): void
    {
        // Names of folders differ by case and accents.
        $options = $this->database->isShared() ? ' DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin' : '';
        $this->database->read(function () use ($options): void {
            $this->database->exec('CREATE TABLE IF NOT EXISTS ' . self::NODES . " (
                token VARCHAR(32) NOT NULL PRIMARY KEY,
                node VARCHAR(100) NOT NULL,
                pid BIGINT NOT NULL,
                process VARCHAR(100) NOT NULL,
                workers INT NOT NULL,
                renewals BIGINT NOT NULL DEFAULT 0,
                started_at VARCHAR(30) NOT NULL,
                renewed_at VARCHAR(30) NOT NULL
            )");

            $this->database->exec('CREATE TABLE IF NOT EXISTS ' . self::TENANTS . " (
                name VARCHAR(150) NOT NULL PRIMARY KEY,
                state_dir VARCHAR(1000) NOT NULL,
                dsn VARCHAR(1000) NOT NULL DEFAULT '',
                owner VARCHAR(32) NOT NULL DEFAULT '',
                fence BIGINT NOT NULL DEFAULT 0,
                owned_at VARCHAR(30),
                ran_at VARCHAR(30),
                exit_code INT,
                message VARCHAR(2000) NOT NULL DEFAULT ''
            )$options");
        });
    }

    /** Whether the tables are there. */
    public function exist(): bool
    {
        return $this->database->hasTable('aco_fleet_node') && $this->database->hasTable('aco_fleet_tenant');
    }

    public function join(Holder $me, int $workers): void
    {
        $this->write(
            'INSERT INTO ' . self::NODES . ' (token, node, pid, process, workers, started_at, renewed_at)
            VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)',
            [$me->token, $me->node, $me->pid, $me->process, $workers],
        );
    }

    /** False when other nodes have taken this one for dead. */
    public function renew(Holder $me): bool
    {
        return $this->write(
            'UPDATE ' . self::NODES . ' SET renewals = renewals + 1, renewed_at = CURRENT_TIMESTAMP WHERE token = ?',
            [$me->token],
        ) === 1;
    }

    /** Removes a node that was not heard of since it was read; false when it was. */
    public function remove(Node $node): bool
    {
        return $this->write(
            'DELETE FROM ' . self::NODES . ' WHERE token = ? AND renewals = ?',
            [$node->holder->token, $node->renewals],
        ) === 1;
    }

    public function quit(Holder $me): void
    {
        $this->write('UPDATE ' . self::TENANTS . " SET owner = '', fence = fence + 1 WHERE owner = ?", [$me->token]);
        $this->write('DELETE FROM ' . self::NODES . ' WHERE token = ?', [$me->token]);
    }

    /** @return list<Node> */
    public function nodes(): array
    {
        return $this->database->read(fn (): array => array_map(
            static fn (array $row): Node => new Node(
                new Holder($row[0], $row[1], (int) $row[2], $row[3]),
                (int) $row[4],
                (int) $row[5],
                $row[6],
                $row[7],
            ),
            $this->database->execute(
                'SELECT token, node, pid, process, workers, renewals, started_at, renewed_at FROM ' . self::NODES
                . ' ORDER BY node, token'
            )->fetchAll(\PDO::FETCH_NUM),
        ));
    }

    /**
     * Notes a workspace.
     *
     * @throws RowRefused the table cannot hold it
     */
    public function add(string $name, string $stateDir): void
    {
        if (str_ends_with($name, ' ')) {
            // MariaDB takes it for the name without.
            throw new RowRefused(
                new CommandFailure("The workspace \"$name\" is refused."),
                'its name ends with a space',
            );
        }

        $upsert = $this->database->upsert(self::TENANTS, ['name', 'state_dir'], ['name']);
        $this->write($upsert, [$name, $stateDir]);
    }

    /** @return array<string, Tenant> by name */
    public function tenants(): array
    {
        return $this->database->read(function (): array {
            $tenants = [];
            $rows = $this->database->execute(
                'SELECT name, state_dir, dsn, owner, fence, owned_at, ran_at, exit_code, message FROM ' . self::TENANTS
                . ' ORDER BY name'
            )->fetchAll(\PDO::FETCH_NUM);

            foreach ($rows as $row) {
                $tenants[$row[0]] = new Tenant(
                    $row[0],
                    $row[1],
                    $row[2],
                    $row[3],
                    (int) $row[4],
                    $row[5],
                    $row[6],
                    $row[7] === null ? null : (int) $row[7],
                    $row[8],
                );
            }

            return $tenants;
        });
    }

    /** Takes a tenant from whoever had it when it was read; null when another node was faster. */
    public function take(Tenant $tenant, Holder $me): ?Tenant
    {
        $taken = $this->write(
            'UPDATE ' . self::TENANTS . ' SET owner = ?, fence = fence + 1, owned_at = CURRENT_TIMESTAMP
            WHERE name = ? AND owner = ? AND fence = ?',
            [$me->token, $tenant->name, $tenant->owner, $tenant->fence],
        );

        return $taken === 0
            ? null
            : new Tenant($tenant->name, $tenant->stateDir, $tenant->dsn, $me->token, $tenant->fence + 1);
    }

    public function leave(Tenant $tenant): void
    {
        $this->write(
            'UPDATE ' . self::TENANTS . " SET owner = '', fence = fence + 1 WHERE name = ? AND owner = ? AND fence = ?",
            [$tenant->name, $tenant->owner, $tenant->fence],
        );
    }

    /** Records a run, unless the tenant belongs to another node by now. */
    public function record(Tenant $tenant, int $exitCode, string $message): void
    {
        $this->write(
            'UPDATE ' . self::TENANTS . ' SET ran_at = CURRENT_TIMESTAMP, exit_code = ?, message = ?
            WHERE name = ? AND owner = ? AND fence = ?',
            [
                $exitCode, (string) Database::storable($message, self::MAX_MESSAGE_LENGTH),
                $tenant->name, $tenant->owner, $tenant->fence,
            ],
        );
    }

    /** The time of the database, UTC. */
    public function now(): string
    {
        return (string) $this->database->read(
            fn (): mixed => $this->database->value('SELECT CURRENT_TIMESTAMP')
        );
    }

    /** @param list<mixed> $values */
    private function write(string $sql, array $values): int
    {
        return $this->database->transaction(fn (): int => $this->database->execute($sql, $values)->rowCount());
    }
}
