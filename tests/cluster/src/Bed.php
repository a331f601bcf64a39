<?php

declare(strict_types=1);

namespace Aco\Cluster;

use Aco\Bench\Certificate;
use Aco\Cluster\Services\Galera;
use Aco\Cluster\Services\Database;
use Aco\Cluster\Services\RedisGroup;
use Aco\Cluster\Services\Remote;
use Aco\Cluster\Services\Stores;

/** What every test stands on: the network, the store, the service and its certificate. */
final class Bed
{
    private const PURPOSE = 'this needs openssl';

    public readonly Network $network;
    public readonly RedisGroup|Database|Galera $store;
    public readonly Remote $service;
    /** The authority that the nodes trust. */
    public readonly string $certificate;

    /**
     * @param class-string<\Aco\Bench\Servers\Service> $class of the service
     * @param array<string, mixed> $settings of the service
     * @param int $tenants with addresses of their own
     */
    public function __construct(
        public readonly string $folder,
        string $store,
        string $class,
        array $settings,
        int $tenants = 1,
    ) {
        $reason = Stores::skipReason($store);
        if ($reason !== '') {
            fwrite(STDERR, "tests/cluster: $reason\n");
            exit(77);
        }

        $this->network = new Network($tenants);
        $this->certificate = "$folder/certificate.pem";
        // Valid on the host whose clock is behind, too.
        Certificate::make($this->certificate, "$folder/key.pem", self::PURPOSE, $this->network->serviceAddresses(),
            (new Host('service', '', -86400))->command([]));
        $served = "$folder/served.pem";
        file_put_contents($served, file_get_contents($this->certificate) . file_get_contents("$folder/key.pem"));
        $this->store = Stores::make($store, $this->network, $folder);
        $this->service = new Remote($this->network->service, $class, $settings, $served);
    }

    /** @return array{place: string|list<string>, user: ?string, password: string} */
    public function shared(): array
    {
        return [
            'place' => $this->store->place(), 'user' => $this->store->user(), 'password' => $this->store->password(),
        ];
    }

    /** How busy the machine is: the processes that wanted a processor in the last minute. */
    public static function load(): string
    {
        $cores = trim((string) shell_exec('nproc'));

        return sprintf('load %.1f on %s cores', sys_getloadavg()[0], $cores);
    }
}
