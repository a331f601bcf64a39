<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Assets\AssetSpool;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Cron\CommandRunner;
use Aco\Cli\Cron\Cron;
use Aco\Cli\Cron\Integration;
use Aco\Cli\Cron\Integrations;
use Aco\Cli\Cron\Job;
use Aco\Cli\Cron\JobRun;
use Aco\Cli\Cron\LastRuns;
use Aco\Cli\Cron\Schedule;
use Aco\Cli\Cron\Spool;
use Aco\Cli\Cron\StopSignal;
use Aco\Cli\Cron\SystemClock;
use Aco\Cli\ExitCode;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Text;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Lock;
use Aco\Cli\Store\TablePrefix;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'cron', description: 'Runs sync, resend-failed, orders:sync, assets:sync and cleanup on their schedule')]
final class CronCommand extends Command implements LoggedOnFailure
{
    /** crontab calls every minute, give or take some seconds. */
    private const ONCE_TOLERANCE = 30.0;

    /** @var list<JobRun> */
    private array $runs = [];
    private int $runCount = 0;
    private int $exitCode = ExitCode::DONE;

    protected function configure(): void
    {
        $this->addOption('once', null, InputOption::VALUE_NONE, 'Run what is due now and end, for crontab');
        $this->addOption(
            'spool',
            null,
            InputOption::VALUE_REQUIRED,
            'Folder to take feed files from [default: spool in the state folder]',
        );
        $this->addOption('remove-done', null, InputOption::VALUE_NONE, 'Remove delivered files, else kept in done');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $workspace = Workspace::fromInput($input);
        $isOnce = (bool) $input->getOption('once');
        $database = $workspace->find() ?? throw new CommandFailure(
            "There is no database {$workspace->databaseName()} yet: " . Integration::advice() . '.'
        );
        $integrations = new Integrations(
            $database,
            self::configStore($workspace, $database),
            self::configStore($workspace, $database, ConfigStore::ASSETS),
        );
        $configured = self::requireSettings($workspace, $database, $integrations);
        self::tellLeftOut($output, $configured);
        $holder = $database->tryLock(Lock::Schedule);
        if ($holder !== null) {
            return $this->giveWay($input, $output, $database, $holder, $isOnce);
        }

        $spool = new Spool($this->spoolFolder($input, $workspace), !$input->getOption('remove-done'));

        if ($configured !== [Integration::Assets]) {
            // A folder that cannot be used is said at once.
            $spool->prepare();
        }

        $stop = new StopSignal();
        $stop->listen();
        $log = EventLog::of($workspace, $output);
        $clock = new SystemClock();
        $runner = new CommandRunner($this->getApplication(), self::commonOptions($input), self::errorOutput($output));
        $lastRuns = new LastRuns($database);
        $cron = new Cron(
            $clock,
            new Schedule(
                $clock,
                $lastRuns->all(),
                $isOnce ? self::ONCE_TOLERANCE : 0.0,
            ),
            $spool,
            $stop,
            // On the connection with the lock: a server closes one that is idle for hours.
            $lastRuns->note(...),
            $runner->run(...),
            fn (JobRun $run) => $this->ended($run, $log, $input, $output, $isOnce),
            $integrations->isConfigured(...),
            (new AssetSpool("{$workspace->stateDir}/" . AssetSpool::NAME, $database))->source(...),
        );

        try {
            if ($isOnce) {
                $cron->once();
            } else {
                $log->write('info', 'cron', ['message' => 'started', 'spool' => $spool->folder]);
                $cron->forever();
                $log->write('info', 'cron', ['message' => 'stopped by a signal']);
            }
        } finally {
            $database->unlock();
        }

        $exitCode = $isOnce ? $this->exitCode : ExitCode::DONE;

        if (self::isJson($input)) {
            self::printJson($output, ['exitCode' => $exitCode, 'runCount' => $this->runCount] + ($isOnce ? [
                'runs' => array_map(static fn (JobRun $run): array => $run->data(), $this->runs),
            ] : []));
        }

        return $exitCode;
    }

    /**
     * What would fail every minute is said at once, unless there is something else to do.
     *
     * @return non-empty-list<Integration>
     */
    private static function requireSettings(Workspace $workspace, Database $database, Integrations $integrations): array
    {
        $configured = $integrations->configured();
        if ($configured === []) {
            throw new CommandFailure('Nothing is configured yet: ' . Integration::advice() . '.');
        }
        if ($configured === [Integration::Catalog] && self::configStore($workspace, $database)->clientSecret() === null) {
            throw new CommandFailure('No client secret is stored: run config:init with it.');
        }

        return $configured;
    }

    /** @param list<Integration> $configured */
    private static function tellLeftOut(OutputInterface $output, array $configured): void
    {
        foreach (Integration::cases() as $integration) {
            if (!in_array($integration, $configured, true)) {
                self::errorOutput($output)->writeln(
                    "Left out until {$integration->setup()} is run: {$integration->value}.",
                    OutputInterface::VERBOSITY_VERBOSE,
                );
            }
        }
    }

    private function giveWay(
        InputInterface $input,
        OutputInterface $output,
        Database $database,
        string $holder,
        bool $isOnce,
    ): int {
        if (!$isOnce) {
            throw Lock::Schedule->taken($database->name(), $holder);
        }

        self::errorOutput($output)->writeln(
            'Another cron' . ($holder === '' ? '' : " ($holder)") . ' is working on this database: nothing to do.',
            OutputInterface::VERBOSITY_VERBOSE,
        );

        if (self::isJson($input)) {
            self::printJson($output, ['exitCode' => ExitCode::DONE, 'runCount' => 0, 'runs' => []]);
        }

        return ExitCode::DONE;
    }

    private function ended(
        JobRun $run,
        EventLog $log,
        InputInterface $input,
        OutputInterface $output,
        bool $isOnce,
    ): void {
        $this->runCount++;
        $this->exitCode = max($this->exitCode, $run->exitCode);

        if ($isOnce) {
            $this->runs[] = $run;
        }

        $log->write(match ($run->exitCode) {
            ExitCode::DONE => 'info',
            ExitCode::ITEMS_FAILED => 'warning',
            default => 'error',
        }, 'job', $run->data());

        if (!self::isJson($input)) {
            $output->writeln(OutputFormatter::escape(Text::printable(sprintf(
                '%s %s%s: exit code %d, %.1f s%s',
                gmdate('Y-m-d H:i:s'),
                $run->job->value,
                $run->entry === null ? '' : " {$run->entry}",
                $run->exitCode,
                $run->seconds,
                $run->message === '' ? '' : "; {$run->message}",
            ))));
        }
    }

    private function spoolFolder(InputInterface $input, Workspace $workspace): string
    {
        $folder = $input->getOption('spool') ?? "{$workspace->stateDir}/spool";
        if ($folder === '') {
            throw new CommandFailure('--spool needs the name of a folder.');
        }

        return rtrim($folder[0] === '/' ? $folder : getcwd() . "/$folder", '/');
    }

    /** @return array<string, mixed> */
    private static function commonOptions(InputInterface $input): array
    {
        return array_filter([
            '--state-dir' => $input->getOption('state-dir'),
            '--dsn' => $input->getOption('dsn'),
            '--' . TablePrefix::OPTION => $input->getOption(TablePrefix::OPTION),
            '--no-progress' => true,
        ], static fn (mixed $value): bool => $value !== null);
    }
}
