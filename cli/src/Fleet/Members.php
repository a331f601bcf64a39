<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\Store\LeaseWatch;

/** Watches the other nodes, and removes those that are not heard of any more. */
final class Members
{
    /** @var array<string, LeaseWatch> by token */
    private array $watches = [];

    public function __construct(private readonly FleetTables $tables)
    {
    }

    /**
     * @param string $me token of this node
     * @return array{array<string, int>, list<Node>} workers of the nodes that are alive, by token; and the dead ones
     */
    public function look(string $me, float $now): array
    {
        $workers = $dead = $watches = [];

        foreach ($this->tables->nodes() as $node) {
            $token = $node->holder->token;
            $watch = $watches[$token] = $this->watches[$token] ?? new LeaseWatch();
            $isSilent = $token !== $me && $watch->look((string) $node->renewals, $now) === false;
            $isDead = $isSilent || ($token !== $me && $node->holder->lives() === false);

            if ($isDead && $this->tables->remove($node)) {
                $dead[] = $node;
            } else {
                $workers[$token] = $node->workers;
            }
        }

        $this->watches = $watches;

        return [$workers, $dead];
    }
}
