<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Cluster\Network;

/** What happens to a node in the middle of a turn, or to the servers of a store. */
enum Kind: string
{
    case Kill = 'kill';
    case CutStore = 'cut-store';
    case CutService = 'cut-service';
    case Freeze = 'freeze';
    case FailOver = 'failover';
    case Node = 'node';

    /** Whether it happens to a turn of one tenant, or to all at once. */
    public function isLocal(): bool
    {
        return $this !== self::FailOver && $this !== self::Node;
    }

    /** The store that it takes; the rates are shared in it. */
    public function store(): string
    {
        return match ($this) {
            self::FailOver => 'redis',
            self::Node => 'galera',
            default => 'database',
        };
    }

    public function begin(Turn $turn, Network $network, int $tenant): void
    {
        match ($this) {
            self::Kill => $turn->signal(SIGKILL),
            self::Freeze => $turn->signal(SIGSTOP),
            self::CutStore => $network->cut($turn->node, $network->stores[0], Network::storeOf($tenant)),
            self::CutService => $network->cut($turn->node, $network->service, Network::serviceOf($tenant)),
            default => null,
        };
    }

    public function mend(Turn $turn, Network $network, int $tenant): void
    {
        match ($this) {
            self::Freeze => $turn->signal(SIGCONT),
            self::CutStore => $network->join($turn->node, $network->stores[0], Network::storeOf($tenant)),
            self::CutService => $network->join($turn->node, $network->service, Network::serviceOf($tenant)),
            default => null,
        };
    }

    /**
     * How many requests may come twice for a fault: those that were in flight, and as many of which the responses were
     * being recorded, or could not be, when the next ones had begun. What a turn that was replaced had in flight is
     * sent by its successor, and once more when it notices, because it may have come last.
     */
    public function mostTwice(int $concurrency): int
    {
        return match ($this) {
            self::Freeze, self::CutStore, self::Node => 4 * $concurrency,
            self::Kill => 2 * $concurrency,
            default => $concurrency,
        };
    }
}
