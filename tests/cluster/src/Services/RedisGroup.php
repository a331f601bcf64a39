<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Bench\Process;
use Aco\Cluster\Host;
use Aco\Cluster\Network;
use Aco\Cluster\Shell;

/** A Redis server with a replica on each other host of the stores, and a Sentinel on all of them. */
final class RedisGroup implements Store
{
    private const PORT = 6379;
    private const SENTINEL_PORT = 26379;
    private const MASTER = 'aco';
    private const USER = 'aco';
    private const PASSWORD = 'redis-pass-word-of-the-tests';
    private const READY_SECONDS = 20.0;

    /** @var array<string, Process> by host */
    private array $servers = [];
    /** @var list<Process> */
    private array $sentinels = [];

    public function __construct(private readonly Network $network, private readonly string $folder)
    {
        foreach ($network->stores as $i => $host) {
            $this->start($host, $i === 0 ? null : $network->stores[0]->address);
        }

        Shell::wait('replicas', self::READY_SECONDS, fn (): bool => $this->replicas() === 2);

        foreach ($network->stores as $host) {
            $this->sentinels[] = $this->startSentinel($host);
        }

        Shell::wait('Sentinel', self::READY_SECONDS, fn (): bool => $this->knownSentinels() === 2);
    }

    public static function skipReason(): string
    {
        return match (true) {
            !extension_loaded('redis') => 'the extension redis is missing (Debian: php-redis)',
            trim((string) shell_exec('command -v redis-server')) === '' => 'there is no Redis server (Debian: redis-server)',
            default => '',
        };
    }

    public function place(): string
    {
        $hosts = implode(',', array_map(static fn (Host $host): string => $host->address, $this->network->stores));

        return 'redis+sentinel://' . self::USER . "@$hosts/" . self::MASTER;
    }

    public function user(): ?string
    {
        return null;
    }

    public function password(): string
    {
        return self::PASSWORD;
    }

    /** The host of the server that Sentinel names. */
    public function master(): Host
    {
        foreach ($this->network->stores as $host) {
            try {
                $answer = self::connect($host, self::SENTINEL_PORT)
                    ->rawCommand('SENTINEL', 'get-master-addr-by-name', self::MASTER);
            } catch (\RedisException) {
                continue;
            }

            foreach ($this->network->stores as $other) {
                if (($answer[0] ?? null) === $other->address) {
                    return $other;
                }
            }
        }

        throw new \RuntimeException('no Sentinel names a master');
    }

    /** As a crash would. */
    public function kill(Host $host): void
    {
        $this->servers[$host->name]->kill();
    }

    /** Starts a server that was killed, once Sentinel names another one; false until then. */
    public function rejoin(Host $host): bool
    {
        $master = $this->master();
        if ($master === $host) {
            return false;
        }

        $this->start($host, $master->address);

        return true;
    }

    public function isWhole(): bool
    {
        return $this->replicas() === 2;
    }

    private function start(Host $host, ?string $master): void
    {
        $folder = "$this->folder/redis-{$host->name}";
        is_dir($folder) || mkdir($folder, 0700);
        $account = 'user ' . self::USER . ' on >' . self::PASSWORD . ' ~aco:* +eval +get +set +time +select +ping';
        file_put_contents("$folder/users", "user default on nopass ~* &* +@all\n$account\n");
        $this->servers[$host->name] = $host->serve([
            'redis-server', '--port', (string) self::PORT, '--bind', $host->address, '--protected-mode', 'no',
            '--save', '', '--appendonly', 'no', '--dir', $folder, '--logfile', "$folder/log",
            '--aclfile', "$folder/users", '--repl-diskless-sync-delay', '0', '--repl-timeout', '5',
            ...($master === null ? [] : ['--replicaof', $master, (string) self::PORT]),
        ]);
    }

    private function startSentinel(Host $host): Process
    {
        $file = "$this->folder/sentinel-{$host->name}.conf";
        $master = self::MASTER;
        file_put_contents($file, implode("\n", [
            'port ' . self::SENTINEL_PORT, "bind $host->address", 'protected-mode no', "logfile $file.log",
            "sentinel monitor $master {$this->network->stores[0]->address} " . self::PORT . ' 2',
            "sentinel down-after-milliseconds $master 1000", "sentinel failover-timeout $master 4000", '',
        ]));

        return $host->serve(['redis-server', $file, '--sentinel']);
    }

    private function replicas(): int
    {
        try {
            $master = $this->sentinels === [] ? $this->network->stores[0] : $this->master();
            preg_match_all('/^slave\d+:.*state=online/m', (string) self::connect($master, self::PORT)
                ->rawCommand('INFO', 'replication'), $found);

            return count($found[0]);
        } catch (\RedisException) {
            return 0;
        }
    }

    private function knownSentinels(): int
    {
        try {
            $answers = array_map(static fn (Host $host): int => count((array) self::connect($host, self::SENTINEL_PORT)
                ->rawCommand('SENTINEL', 'sentinels', self::MASTER)), $this->network->stores);

            return min($answers);
        } catch (\RedisException) {
            return 0;
        }
    }

    private static function connect(Host $host, int $port): \Redis
    {
        $redis = new \Redis();
        $redis->connect($host->address, $port, 1.0, null, 0, 1.0);

        return $redis;
    }
}
