<?php

declare(strict_types=1);

namespace Aco\Cluster;

/**
 * The hosts on one bridge. A tenant has addresses of its own at the hosts of the stores and of the service, so that it
 * can be cut off while the others go on.
 */
final class Network
{
    private const CLOCK = 300;
    private const LOCAL_RULE = '100';
    private const CUT_RULE = '10';

    /** @var list<Host> those that send */
    public readonly array $nodes;

    /** @var list<Host> those of the stores */
    public readonly array $stores;

    public readonly Host $service;

    /** The test itself, on the bridge. */
    public readonly string $address;

    /** @param int $tenants how many have addresses of their own */
    public function __construct(public readonly int $tenants)
    {
        $this->address = '10.77.0.254';
        $this->nodes = [
            new Host('one', '10.77.0.1'),
            new Host('two', '10.77.0.2', self::CLOCK),
            new Host('three', '10.77.0.3', -self::CLOCK),
        ];
        $this->stores = [
            new Host('store1', '10.77.0.11', -self::CLOCK),
            new Host('store2', '10.77.0.12', self::CLOCK),
            new Host('store3', '10.77.0.13'),
        ];
        $this->service = new Host('service', '10.77.0.20');
        $this->make();
    }

    /** Why it cannot be made here; "" when it can. */
    public static function skipReason(): string
    {
        return match (true) {
            trim((string) shell_exec('command -v ip')) === '' => 'ip is missing (Debian: iproute2)',
            trim((string) shell_exec('command -v nsenter')) === '' => 'nsenter is missing (Debian: util-linux)',
            Host::clockLibrary() === '' => 'libfaketime is missing (Debian: faketime)',
            !function_exists('posix_kill') => 'PHP has no posix',
            default => '',
        };
    }

    public static function storeOf(int $tenant): string
    {
        return '10.77.1.' . $tenant;
    }

    public static function serviceOf(int $tenant): string
    {
        return '10.77.2.' . $tenant;
    }

    /** All that the service answers at. @return non-empty-list<string> */
    public function serviceAddresses(): array
    {
        return [$this->service->address, ...array_map(self::serviceOf(...), range(1, $this->tenants))];
    }

    /** Nothing goes either way between the node and an address of the other host, until it is joined again. */
    public function cut(Host $node, Host $other, string $address): void
    {
        $this->rules('add', $node, $other, $address);
    }

    public function join(Host $node, Host $other, string $address): void
    {
        $this->rules('del', $node, $other, $address);
    }

    /** Silently, as on a network: what arrives is dropped before the host looks whether it is its own. */
    private function rules(string $verb, Host $node, Host $other, string $address): void
    {
        foreach ([[$node->address, $address], [$address, $node->address]] as [$from, $to]) {
            $rule = ['rule', $verb, 'pref', self::CUT_RULE, 'from', $from, 'to', $to, 'blackhole'];
            Shell::run(['ip', '-n', $other->name, ...$rule]);
        }
    }

    private function make(): void
    {
        Shell::run(['mount', '-t', 'tmpfs', 'aco', '/run']);
        Shell::run(['ip', 'link', 'set', 'lo', 'up']);
        Shell::run(['ip', 'link', 'add', 'bridge', 'type', 'bridge']);
        Shell::run(['ip', 'addr', 'add', "$this->address/16", 'dev', 'bridge']);
        Shell::run(['ip', 'link', 'set', 'bridge', 'up']);

        foreach ([...$this->nodes, ...$this->stores, $this->service] as $host) {
            $name = $host->name;
            Shell::run(['ip', 'netns', 'add', $name]);
            Shell::run(['ip', 'link', 'add', "to-$name", 'type', 'veth', 'peer', 'name', 'eth0', 'netns', $name]);
            Shell::run(['ip', 'link', 'set', "to-$name", 'master', 'bridge', 'up']);
            Shell::run(['ip', '-n', $name, 'addr', 'add', "$host->address/16", 'dev', 'eth0']);
            Shell::run(['ip', '-n', $name, 'link', 'set', 'lo', 'up']);
            Shell::run(['ip', '-n', $name, 'link', 'set', 'eth0', 'up']);
            // A cut comes before the rule by which a host takes what is its own.
            Shell::run(['ip', '-n', $name, 'rule', 'add', 'pref', self::LOCAL_RULE, 'lookup', 'local']);
            Shell::run(['ip', '-n', $name, 'rule', 'del', 'pref', '0']);
        }

        for ($tenant = 1; $tenant <= $this->tenants; $tenant++) {
            $this->alias($this->stores[0], self::storeOf($tenant));
            $this->alias($this->service, self::serviceOf($tenant));
        }
    }

    private function alias(Host $host, string $address): void
    {
        Shell::run(['ip', '-n', $host->name, 'addr', 'add', "$address/16", 'dev', 'eth0']);
    }
}
