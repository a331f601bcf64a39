<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Cluster\Network;

/** One MariaDB server, on the first host of the stores. */
final class Database implements Store
{
    public readonly DatabaseServer $server;

    public function __construct(private readonly Network $network, string $folder)
    {
        $this->server = new DatabaseServer($network->stores[0], $folder);
        $this->server->start();
        $this->server->waitUntilReady();
        $this->server->grant('quota');
    }

    public function place(): array
    {
        return [DatabaseServer::dsn($this->network->stores[0]->address, 'quota')];
    }

    public function user(): string
    {
        return DatabaseServer::USER;
    }

    public function password(): string
    {
        return DatabaseServer::PASSWORD;
    }
}
