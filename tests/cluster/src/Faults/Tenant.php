<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Cluster\Host;
use Aco\Cluster\Network;

/**
 * A tenant whose source changes before each turn. A fault meets a turn at a random moment; then another node takes a
 * turn, which has to wait for the lease or to find it free, until one has run to its end.
 */
final class Tenant
{
    /** How long after a fault another node begins, seconds. */
    private const NEXT_SECONDS = [0.2, 3.0];
    private const AGAIN_SECONDS = 2.0;
    /** A turn that takes longer has gone wrong. */
    private const MOST_SECONDS = 180.0;

    private ?Turn $victim = null;
    private ?Turn $turn = null;
    private ?float $faultAt = null;
    private ?float $mendAt = null;
    private float $nextAt = 0.0;
    /** Recent seconds of a whole turn. */
    private float $typical = 4.0;
    private bool $hasSucceeded = false;

    public int $faults = 0;
    /** @var list<float> when they began */
    public array $struckAt = [];
    public int $turns = 0;
    /** @var array<string, int> how turns have ended that a fault had met: exit codes */
    public array $ends = [];

    /** @param array{float, float} $length seconds from which to which a fault lasts */
    public function __construct(
        private readonly Workspace $workspace,
        private readonly Oracle $oracle,
        private readonly Network $network,
        private readonly Kind $kind,
        private readonly array $length,
        public int $quota,
    ) {
    }

    /** Whether it has had its faults, and the last turn has ended well. */
    public function isDone(): bool
    {
        return $this->faults >= $this->quota && $this->turn === null && $this->victim === null;
    }

    public function step(): void
    {
        $this->mend();
        $this->reap();

        if ($this->victim !== null && $this->mendAt === null && $this->victim->code() !== null && $this->hasSucceeded) {
            $this->endFault();
        }
        if ($this->turn === null && !$this->isDone() && !$this->hasSucceeded && self::clock() >= $this->nextAt) {
            $this->begin();
        }
        if ($this->faultAt !== null && $this->victim === null && self::clock() >= $this->faultAt) {
            $this->strike();
        }
    }

    /** One turn more without a fault; what the service holds then is what counts. */
    public function conclude(): void
    {
        for ($tries = 0; $tries < 5; $tries++) {
            $turn = $this->workspace->sync($this->node(null));
            while (($code = $turn->code()) === null && $turn->seconds() < self::MOST_SECONDS) {
                usleep(20_000);
            }

            if ($code === 0) {
                return;
            }
        }

        throw new \RuntimeException("The last sync of a tenant does not succeed: see {$this->workspace->log()}");
    }

    private function begin(): void
    {
        $this->oracle->change();
        $this->turn = $this->workspace->sync($this->node($this->victim?->node));
        $this->turns++;
        $isNext = $this->victim === null && $this->kind->isLocal() && $this->faults < $this->quota;
        $this->faultAt = $isNext ? self::clock() + self::between([0.05, 1.1 * $this->typical]) : null;
    }

    private function strike(): void
    {
        $this->faultAt = null;
        if ($this->turn === null || $this->turn->code() !== null) {
            return;
        }

        $this->victim = $this->turn;
        $this->turn = null;
        $this->hasSucceeded = false;
        $this->struckAt[] = self::clock();
        $this->kind->begin($this->victim, $this->network, $this->workspace->tenant);
        $this->mendAt = self::clock() + ($this->kind === Kind::Kill ? 0 : self::between($this->length));
        $this->nextAt = self::clock() + self::between(self::NEXT_SECONDS);
    }

    private function mend(): void
    {
        if ($this->victim !== null && $this->mendAt !== null && self::clock() >= $this->mendAt) {
            $this->kind->mend($this->victim, $this->network, $this->workspace->tenant);
            $this->mendAt = null;
        }
    }

    private function reap(): void
    {
        $code = $this->turn?->code();

        if ($this->turn !== null && $code === null && $this->turn->seconds() > self::MOST_SECONDS) {
            throw new \RuntimeException("A sync has not ended: see {$this->workspace->log()}");
        }
        if ($this->turn === null || $code === null) {
            return;
        }

        if ($code === 0 && $this->victim === null) {
            $this->typical = 0.7 * $this->typical + 0.3 * $this->turn->seconds();
        }

        $isUnexpected = $code !== 0 && $this->victim === null && $this->kind->isLocal();
        if ($isUnexpected || !in_array($code, [0, 2, 3], true)) {
            throw new \RuntimeException("A sync ended with $code: see {$this->workspace->log()}");
        }

        $this->hasSucceeded = $this->victim !== null && $code === 0;
        $this->nextAt = self::clock() + ($code === 0 ? 0 : self::AGAIN_SECONDS);
        $this->turn = null;
    }

    private function endFault(): void
    {
        $end = 'exit code ' . $this->victim?->code();
        $this->ends[$end] = ($this->ends[$end] ?? 0) + 1;
        $this->victim = null;
        $this->hasSucceeded = false;
        $this->faults++;
    }

    /** @param ?Host $but one that is not to be chosen */
    private function node(?Host $but): Host
    {
        $nodes = array_values(array_filter($this->network->nodes, static fn (Host $node): bool => $node !== $but));

        return $nodes[mt_rand(0, count($nodes) - 1)];
    }

    /** @param array{float, float} $range */
    private static function between(array $range): float
    {
        return $range[0] + ($range[1] - $range[0]) * mt_rand() / mt_getrandmax();
    }

    private static function clock(): float
    {
        return hrtime(true) / 1e9;
    }
}
