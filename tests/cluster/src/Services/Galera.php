<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Cluster\Network;
use Aco\Cluster\Shell;

/** A cluster of three MariaDB servers, one on each host of the stores. */
final class Galera implements Store
{
    private const SYNCED_SECONDS = 60.0;
    /** A node that gets no state from the others ends, and may be started again. */
    private const STARTS = 3;
    private const PROVIDERS = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera/libgalera_smm.so'];

    /** @var list<DatabaseServer> */
    public readonly array $servers;

    public function __construct(private readonly Network $network, string $folder)
    {
        $servers = [];

        foreach ($network->stores as $host) {
            $servers[] = new DatabaseServer($host, $folder, [
                '--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-on=ON',
                '--wsrep-provider=' . self::provider(), '--wsrep-cluster-name=aco',
                "--wsrep-node-address=$host->address", '--wsrep-sst-method=rsync',
                '--wsrep-provider-options=gcache.size=32M',
            ]);
        }

        $this->servers = $servers;
        $this->begin();
    }

    public static function skipReason(): string
    {
        return match (true) {
            self::provider() === '' => 'Galera is missing (Debian: galera-4)',
            trim((string) shell_exec('command -v rsync')) === '' => 'rsync is missing (Debian: rsync)',
            default => DatabaseServer::skipReason(),
        };
    }

    /** Starts a server that was killed, or has ended because it got no state; it gets that of the others. */
    public function rejoin(int $which): void
    {
        $this->servers[$which]->start([$this->members()]);
    }

    /** Whether all servers are there and have the same state. */
    public function isWhole(): bool
    {
        return array_filter($this->servers, fn (DatabaseServer $server): bool
            => !$server->isSynced(count($this->servers))) === [];
    }

    public function place(): array
    {
        return array_map(
            static fn (DatabaseServer $server): string => DatabaseServer::dsn($server->host->address, 'quota'),
            $this->servers,
        );
    }

    public function user(): string
    {
        return DatabaseServer::USER;
    }

    public function password(): string
    {
        return DatabaseServer::PASSWORD;
    }

    private function begin(): void
    {
        $this->servers[0]->start(['--wsrep-new-cluster', '--wsrep-cluster-address=gcomm://']);
        $this->servers[0]->waitUntilReady();
        $this->join(1);
        $this->join(2);
        $this->servers[0]->grant('quota');
    }

    /** One after the other: while a server gives its state to another, it has none to give to a third. */
    private function join(int $which): void
    {
        $joined = array_slice($this->servers, 0, $which + 1);

        for ($start = 1; ; $start++) {
            $this->rejoin($which);

            try {
                Shell::wait('Galera', self::SYNCED_SECONDS, fn (): bool => !$this->servers[$which]->isRunning()
                    || array_filter($joined, static fn (DatabaseServer $server): bool
                        => !$server->isSynced(count($joined))) === []);
            } catch (\RuntimeException $e) {
                throw $this->servers[$which]->explain($e);
            }

            if ($this->servers[$which]->isRunning()) {
                return;
            }
            if ($start === self::STARTS) {
                throw $this->servers[$which]->explain(new \RuntimeException('A server does not join Galera'));
            }
        }
    }

    private function members(): string
    {
        return '--wsrep-cluster-address=gcomm://' . implode(',', array_map(
            static fn (DatabaseServer $server): string => $server->host->address,
            $this->servers,
        ));
    }

    private static function provider(): string
    {
        return array_values(array_filter(self::PROVIDERS, is_file(...)))[0] ?? '';
    }
}
