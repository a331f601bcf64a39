<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\Store\LeaseLost;

/** Runs what is due, once or until it is asked to stop. */
final class Cron
{
    /** How soon a stop is noticed while nothing is due. */
    private const SLICE_SECONDS = 0.5;

    /**
     * @param \Closure(Integration): bool $isConfigured
     * @param \Closure(): ?string $assets what assets:sync is to read, null when it has nothing to do
     * @param \Closure(): bool $hasJournal whether there is one for assets:pull
     */
    public function __construct(
        private readonly Clock $clock,
        private readonly Schedule $schedule,
        private readonly Spool $spool,
        private readonly StopSignal $stop,
        private readonly JobRunner $runner,
        private readonly \Closure $isConfigured,
        private readonly \Closure $assets,
        private readonly \Closure $hasJournal,
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
            if (!$this->stop->isRequested() && $this->schedule->isDue($job)) {
                $this->attempt($job);
            }
        }
    }

    /** @throws LeaseLost another cron has taken over */
    private function attempt(Job $job): void
    {
        $this->schedule->start($job);

        try {
            $integrations = array_values(array_filter($job->integrations(), $this->isConfigured));
            if ($integrations !== []) {
                $this->schedule->note($job);
                $this->start($job, $integrations);
            }
        } catch (StopRequested) {
            // The stop signal is set, and ends the callers' loops.
        } catch (LeaseLost $e) {
            throw $e;
        } catch (\Throwable $e) {
            // The database or the spool folder, which may be back when the job is due again. Other jobs still run.
            $end = CommandEnd::failed($e);
            $this->runner->ended(new JobRun($job, $end->exitCode, 0.0, null, $end->message));
        }
    }

    /** @param non-empty-list<Integration> $integrations of the job that are set up */
    private function start(Job $job, array $integrations): void
    {
        if ($job === Job::Sync) {
            (new SpoolSync($this->spool, $this->runner, $integrations))->run();

            return;
        }

        if ($job === Job::AssetsPull && !($this->hasJournal)()) {
            return;
        }

        $arguments = in_array($job, [Job::Orders, Job::AssetsPull], true) ? ['--due' => true] : [];

        if ($job === Job::AssetsSync) {
            $source = ($this->assets)();
            if ($source === null) {
                return;
            }

            $arguments = ['source' => $source, '--due' => true];
        }

        $start = $this->clock->elapsed();
        $end = $this->runner->run($job->value, $arguments);
        $seconds = $this->clock->elapsed() - $start;
        $this->runner->ended(new JobRun($job, $end->exitCode, $seconds, null, $end->sentence()));
    }
}
