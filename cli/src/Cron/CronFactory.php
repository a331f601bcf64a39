<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\Assets\AssetSpool;
use Aco\Cli\Assets\Waiting;
use Aco\Cli\Assets\Webhook\SeenEvents;
use Aco\Cli\Assets\Webhook\WebhookFolder;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\TablePrefix;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Application;

/** Creates the schedule from the command's options. */
final class CronFactory
{
    /** crontab calls once a minute, give or take some seconds. */
    private const ONCE_TOLERANCE = 30.0;

    public function __construct(
        private readonly Application $application,
        private readonly Console $console,
        private readonly Workspace $workspace,
        private readonly Database $database,
    ) {
    }

    /** @param \Closure(JobRun): void $ended called with every run */
    public function cron(
        Integrations $integrations,
        Spool $spool,
        StopSignal $stop,
        bool $isOnce,
        \Closure $ended,
    ): Cron {
        $clock = new SystemClock();
        // On the connection with the lock: a server closes one that is idle for hours.
        $lastRuns = new LastRuns($this->database);
        $runner = new CommandRunner($this->application, $this->commonOptions(), $this->console->errors());
        $stateDir = $this->workspace->stateDir;
        $assets = new AssetSpool(
            "$stateDir/" . AssetSpool::NAME,
            new Waiting($this->database),
            new SeenEvents("$stateDir/" . WebhookFolder::NAME . '/seen'),
        );

        // What a process was cut off in does not wait until it would have been due again.
        $unfinished = array_filter([
            Job::Sync->value => $spool->hasUnfinished(),
            Job::AssetsSync->value => $assets->hasUnfinished(),
        ]);

        return new Cron(
            $clock,
            new Schedule(
                $clock,
                array_diff_key($lastRuns->all(), $unfinished),
                $isOnce ? self::ONCE_TOLERANCE : 0.0,
                $lastRuns->note(...),
            ),
            $spool,
            $stop,
            new JobRunner($stop, $runner->run(...), static function (JobRun $run) use ($ended, $lastRuns): void {
                $ended($run);
                $lastRuns->noteEnd($run);
            }),
            $integrations->isConfigured(...),
            $assets->source(...),
            $integrations->hasJournal(...),
        );
    }

    /** @return array<string, mixed> */
    private function commonOptions(): array
    {
        return array_filter([
            '--state-dir' => $this->console->option('state-dir'),
            '--dsn' => $this->console->option('dsn'),
            '--' . TablePrefix::OPTION => $this->console->option(TablePrefix::OPTION),
            '--no-progress' => true,
        ], static fn (mixed $value): bool => $value !== null);
    }
}
