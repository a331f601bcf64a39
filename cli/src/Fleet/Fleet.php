<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\Cron\Clock;
use Aco\Cli\Cron\StopSignal;
use Aco\Cli\ExitCode;
use Aco\Cli\Store\Holder;
use Aco\Cli\Store\LeaseWatch;

/** A node: takes its share of the tenants and has each worked by a process of its own, until it is asked to stop. */
final class Fleet
{
    private const SLICE_SECONDS = 0.2;
    /** How long the processes have to end when this node does. */
    private const END_SECONDS = 20.0;

    private Holder $me;
    private readonly Members $members;
    /** @var array<string, Tenant> those of this node */
    private array $tenants = [];
    /** @var array<string, Turn> */
    private array $turns = [];
    /** @var array<string, TenantRun> */
    private array $runs = [];

    /** @param \Closure(FleetTables): void $refresh notes workspaces that are new */
    public function __construct(
        private readonly FleetTables $tables,
        private readonly int $workers,
        private readonly Clock $clock,
        private readonly StopSignal $stop,
        private readonly FleetOutput $output,
        private readonly \Closure $refresh,
    ) {
        $this->me = Holder::current();
        $this->members = new Members($tables);
    }

    public function forever(): void
    {
        $this->tables->join($this->me, $this->workers);
        $beatAt = -INF;

        try {
            while (!$this->stop->isRequested()) {
                if ($this->clock->elapsed() - $beatAt >= LeaseWatch::RENEW_SECONDS) {
                    $beatAt = $this->clock->elapsed();
                    $this->beat();
                }

                $this->reap();
                $this->work();
                $this->clock->sleep(self::SLICE_SECONDS);
            }
        } finally {
            $this->end();
        }
    }

    private function beat(): void
    {
        if (!$this->tables->renew($this->me)) {
            $this->begin();
        }

        ($this->refresh)($this->tables);
        [$workers, $dead] = $this->members->look($this->me->token, $this->clock->elapsed());
        foreach ($dead as $node) {
            $this->output->died($node);
        }

        $tenants = $this->tables->tenants();
        $this->forget($tenants);
        $owners = array_map(static fn (Tenant $tenant): string => $tenant->owner, $tenants);
        $assignment = Assignment::of(
            $owners,
            $workers + [$this->me->token => $this->workers],
            $this->me->token,
            array_map(strval(...), array_keys($this->runs)),
        );

        foreach ($assignment->leave as $name) {
            $this->tables->leave($tenants[$name]);
            unset($this->tenants[$name], $this->turns[$name]);
        }

        $taken = array_filter(array_map(
            fn (string $name): ?Tenant => $this->tables->take($tenants[$name], $this->me),
            $assignment->take,
        ));
        foreach ($taken as $tenant) {
            $this->tenants[$tenant->name] = $tenant;
            $this->turns[$tenant->name] = Turn::first($this->clock->elapsed());
        }

        $this->output->moved(count($taken), count($assignment->leave), count($this->tenants));
    }

    /** Others have taken this node for dead: it comes back as a new one, and its tenants are others' now. */
    private function begin(): void
    {
        $this->output->lost();
        foreach ($this->runs as $run) {
            $run->stop();
        }

        $this->tenants = $this->turns = [];
        $this->me = Holder::current();
        $this->tables->join($this->me, $this->workers);
    }

    /** @param array<string, Tenant> $tenants as they are now */
    private function forget(array $tenants): void
    {
        foreach ($this->tenants as $name => $tenant) {
            $now = $tenants[$name] ?? null;
            if ($now === null || $now->owner !== $this->me->token || $now->fence !== $tenant->fence) {
                unset($this->tenants[$name], $this->turns[$name]);
            }
        }
    }

    private function reap(): void
    {
        foreach ($this->runs as $name => $run) {
            $end = $run->end();
            if ($end === null) {
                continue;
            }

            unset($this->runs[$name]);
            $hasFailed = $end['exitCode'] >= ExitCode::USAGE;
            $this->tables->record($run->tenant, $end['exitCode'], $end['message']);
            $this->output->ended((string) $name, $end);
            if (isset($this->turns[$name])) {
                $this->turns[$name] = $this->turns[$name]->after($hasFailed, $this->clock->elapsed());
            }
        }
    }

    private function work(): void
    {
        $now = $this->clock->elapsed();
        $suspects = array_filter($this->runs, static fn (TenantRun $run): bool => $run->isSuspect);
        $next = Turn::next(
            array_diff_key($this->turns, $this->runs),
            $now,
            $this->workers,
            count($this->runs),
            count($suspects),
        );

        foreach ($next as $name) {
            $turn = $this->turns[$name];
            if ($turn->isOwed($now) || WorkspaceFolder::hasWork($this->tenants[$name]->stateDir)) {
                $this->runs[$name] = TenantRun::start($this->tenants[$name], $turn->failures > 0);
            } else {
                $this->turns[$name] = $turn->later($now);
            }
        }
    }

    private function end(): void
    {
        foreach ($this->runs as $run) {
            $run->stop();
        }

        $end = $this->clock->elapsed() + self::END_SECONDS;
        while ($this->runs !== [] && $this->clock->elapsed() < $end) {
            $this->reap();
            $this->clock->sleep(self::SLICE_SECONDS);
        }

        $this->tables->quit($this->me);
    }
}
