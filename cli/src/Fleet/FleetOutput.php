<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\ExitCode;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;

/** Prints and logs what a node does. */
final class FleetOutput
{
    private int $runCount = 0;

    public function __construct(private readonly Console $console, private readonly EventLog $log)
    {
    }

    public function started(string $node, int $workers): void
    {
        $this->log->write('info', 'fleet', ['message' => 'started', 'node' => $node, 'workers' => $workers]);
    }

    /** @param string $why there is nothing to work on */
    public function idle(string $why): void
    {
        $this->log->write('warning', 'fleet', ['message' => $why]);
        $this->console->conclude($why, ExitCode::ITEMS_FAILED);
    }

    public function died(Node $node): void
    {
        $message = "{$node->holder->label()} is not heard of any more";
        $this->log->write('warning', 'fleet', ['message' => $message]);
        $this->print("$message: its tenants go to others");
    }

    public function lost(): void
    {
        $message = 'this node was taken for dead, and begins anew';
        $this->log->write('warning', 'fleet', ['message' => $message]);
        $this->print($message);
    }

    /** @param string $reason why the tables cannot hold it */
    public function refused(string $workspace, string $reason): void
    {
        $message = "the workspace $workspace is left out, as $reason: rename its folder";
        $this->log->write('error', 'fleet', ['message' => $message]);
        $this->print($message);
    }

    public function moved(int $taken, int $left, int $tenants): void
    {
        if ($taken + $left > 0) {
            $this->log->write('info', 'fleet', ['taken' => $taken, 'left' => $left, 'tenants' => $tenants]);
            $this->print("took $taken, left $left, now $tenants tenants");
        }
    }

    /** @param array{exitCode: int, seconds: float, message: string} $end */
    public function ended(string $tenant, array $end): void
    {
        $this->runCount++;
        $this->log->write(match ($end['exitCode']) {
            ExitCode::DONE => 'info',
            ExitCode::ITEMS_FAILED => 'warning',
            default => 'error',
        }, 'tenant', ['tenant' => $tenant] + $end);
        $this->print(sprintf(
            '%s: exit code %d, %.1f s%s',
            $tenant,
            $end['exitCode'],
            $end['seconds'],
            $end['message'] === '' ? '' : "; $end[message]",
        ));
    }

    /** @return int one of ExitCode */
    public function conclude(): int
    {
        $this->log->write('info', 'fleet', ['message' => 'stopped by a signal']);
        if ($this->console->isJson()) {
            $this->console->printJson(['exitCode' => ExitCode::DONE, 'runCount' => $this->runCount]);
        }

        return ExitCode::DONE;
    }

    private function print(string $text): void
    {
        if (!$this->console->isJson()) {
            $this->console->print(gmdate('Y-m-d H:i:s ') . $text);
        }
    }
}
