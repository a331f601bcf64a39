<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;

/** Runs what is due, once or until it is asked to stop. */
final class Cron
{
    /** How soon it notices that it is to stop, while nothing is due. */
    private const SLICE_SECONDS = 0.5;

    /**
     * @param \Closure(Job, float): void $note keeps when a job was started
     * @param \Closure(string, array<string, mixed>): CommandEnd $run runs a command
     * @param \Closure(JobRun): void $ended told of every run
     * @param ?\Closure(): ?string $assets what assets:sync is to read, null when it has nothing to do; null: no such job
     */
    public function __construct(
        private readonly Clock $clock,
        private readonly Schedule $schedule,
        private readonly Spool $spool,
        private readonly StopSignal $stop,
        private readonly \Closure $note,
        private readonly \Closure $run,
        private readonly \Closure $ended,
        private readonly ?\Closure $assets = null,
    ) {
    }

    public function forever(): void
    {
        while (!$this->stop->isRequested()) {
            $this->once();
            if (!$this->stop->isRequested()) {
                $this->clock->sleep(self::SLICE_SECONDS);
            }
        }
    }

    public function once(): void
    {
        foreach (Job::cases() as $job) {
            if (!$this->stop->isRequested() && $this->hasJob($job) && $this->schedule->isDue($job)) {
                $this->schedule->start($job);
                try {
                    ($this->note)($job, $this->clock->now());
                    $this->start($job);
                } catch (StopRequested) {
                    return;
                } catch (CommandFailure $e) {
                    // The database or the spool folder: perhaps it is back when the job is due again.
                    ($this->ended)(new JobRun($job, $e->exitCode, 0.0, null, $e->getMessage()));
                }
            }
        }
    }

    private function hasJob(Job $job): bool
    {
        return $job !== Job::AssetsSync || $this->assets !== null;
    }

    private function start(Job $job): void
    {
        $run = fn (string $command, array $arguments): CommandEnd
            => $this->stop->interrupting(fn (): CommandEnd => ($this->run)($command, $arguments));
        if ($job === Job::Sync) {
            (new SpoolSync($this->spool, $run, $this->ended))->run();

            return;
        }
        $arguments = [];
        if ($job === Job::AssetsSync) {
            $source = ($this->assets)();
            if ($source === null) {
                return;
            }
            $arguments = ['source' => $source, '--due' => true];
        }
        $start = $this->clock->elapsed();
        $end = $run($job->value, $job === Job::Orders ? ['--due' => true, '--if-configured' => true] : $arguments);
        if ($job === Job::Orders && $end->exitCode === ExitCode::DONE && !$end->hasReport()) {
            return;
        }
        ($this->ended)(
            new JobRun($job, $end->exitCode, $this->clock->elapsed() - $start, null, $end->sentence())
        );
    }
}
