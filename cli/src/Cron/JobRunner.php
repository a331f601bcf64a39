<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** Runs the commands of jobs; a stop interrupts them. */
final class JobRunner
{
    /**
     * @param \Closure(string, array<string, mixed>): CommandEnd $run runs a command
     * @param \Closure(JobRun): void $ended called with every run
     */
    public function __construct(
        private readonly StopSignal $stop,
        private readonly \Closure $run,
        private readonly \Closure $ended,
    ) {
    }

    /**
     * @param array<string, mixed> $arguments
     *
     * @throws StopRequested
     */
    public function run(string $command, array $arguments): CommandEnd
    {
        return $this->stop->interrupting(fn (): CommandEnd => ($this->run)($command, $arguments));
    }

    public function ended(JobRun $run): void
    {
        ($this->ended)($run);
    }
}
