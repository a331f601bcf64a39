<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Cluster\Bed;
use Aco\Cluster\Host;
use Aco\Cluster\Network;
use Aco\Cluster\Services\DatabaseServer;
use Aco\Cluster\Services\Galera;
use Aco\Cluster\Services\RedisGroup;
use Aco\Cluster\Services\Remote;

/** What a tenant's commands find on each node: settings and key, and the tables that all nodes share. */
final class Workspace
{
    private const SECRET = 'secret-of-the-tests';
    private const RATE = '10';

    private readonly string $folder;

    public function __construct(
        private readonly Bed $bed,
        public readonly int $tenant,
        private readonly DatabaseServer $database,
        int $concurrency,
    ) {
        $this->folder = sprintf('%s/tenant-%02d', $bed->folder, $tenant);
        mkdir($this->folder, 0700);
        $database->grant($this->name());
        $this->configure($concurrency);

        // Each node has its own copy of what is no table.
        foreach ($bed->network->nodes as $node) {
            mkdir("$this->folder/{$node->name}-tmp", 0700);
            if ($node !== $bed->network->nodes[0]) {
                exec('cp -a ' . escapeshellarg($this->state($bed->network->nodes[0])) . ' '
                    . escapeshellarg($this->state($node)));
            }
        }
    }

    public function source(): string
    {
        return "$this->folder/source";
    }

    public function log(): string
    {
        return "$this->folder/log";
    }

    public function sync(Host $node): Turn
    {
        return new Turn(
            $node,
            ['sync', '--full', '--force', '--no-progress', $this->source()],
            $this->environment($node),
            $this->log(),
        );
    }

    /** Rows of which the tables say that they are not delivered. */
    public function undelivered(): int
    {
        $pdo = $this->database->root();

        return (int) $pdo->query("SELECT COUNT(*) FROM {$this->name()}.cde_products_feed WHERE status <> 200")
            ->fetchColumn();
    }

    private function configure(int $concurrency): void
    {
        $url = Remote::url(Network::serviceOf($this->tenant));
        $isShared = $this->bed->store instanceof RedisGroup;
        $turn = new Turn($this->bed->network->nodes[0], [
            'config:init', '--org-id=ACOCLUSTER00000000000000@AdobeOrg', "--tenant-id=tenant-$this->tenant",
            '--client-id=client', "--ims-url=$url", "--ingestion-url=$url", "--ca-file={$this->bed->certificate}",
            '--requests-per-second=' . ($isShared ? self::RATE : '0'), '--products-per-minute=0',
            '--prices-per-minute=0', "--concurrency=$concurrency",
        ], ['ACO_CLIENT_SECRET' => self::SECRET] + $this->environment($this->bed->network->nodes[0]), $this->log());

        while (($code = $turn->code()) === null) {
            usleep(10_000);
        }

        if ($code !== 0) {
            throw new \RuntimeException("config:init ended with $code: " . file_get_contents($this->log()));
        }
    }

    /** @return array<string, string> */
    private function environment(Host $node): array
    {
        $environment = [
            'ACO_NODE' => $node->name,
            'ACO_STATE_DIR' => $this->state($node),
            'TMPDIR' => "$this->folder/{$node->name}-tmp",
            'ACO_DSN' => DatabaseServer::dsn($this->address($node), $this->name()),
            'ACO_DB_USER' => DatabaseServer::USER,
            'ACO_DB_PASSWORD' => DatabaseServer::PASSWORD,
        ];

        if ($this->bed->store instanceof RedisGroup) {
            $environment += [
                'ACO_SHARED_STORE' => $this->bed->store->place(),
                'ACO_SHARED_STORE_PASSWORD' => $this->bed->store->password(),
                'ACO_SHARED_HOSTS' => (string) count($this->bed->network->nodes),
            ];
        }

        return $environment;
    }

    /** Of the database: on Galera each node has a server beside it. */
    private function address(Host $node): string
    {
        if ($this->bed->store instanceof Galera) {
            $which = (int) array_search($node, $this->bed->network->nodes, true);

            return $this->bed->network->stores[$which]->address;
        }

        return Network::storeOf($this->tenant);
    }

    private function state(Host $node): string
    {
        return "$this->folder/{$node->name}";
    }

    private function name(): string
    {
        return sprintf('tenant_%02d', $this->tenant);
    }
}
