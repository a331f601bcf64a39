<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Cron\CronFactory;
use Aco\Cli\Cron\CronOutput;
use Aco\Cli\Cron\Integration;
use Aco\Cli\Cron\Integrations;
use Aco\Cli\Cron\Spool;
use Aco\Cli\Cron\StopSignal;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'cron', description: 'Runs the other commands on a schedule')]
final class CronCommand extends Command implements LoggedOnFailure, SignalableCommandInterface
{
    use EndsOnSignal;

    private readonly StopSignal $stop;

    public function __construct()
    {
        parent::__construct();
        $this->stop = new StopSignal();
    }

    public function handleSignal(int $signal, int|false $previousExitCode = 0): int|false
    {
        $this->stop->request();

        return false;
    }

    protected function configure(): void
    {
        $this->addOption('once', null, InputOption::VALUE_NONE, 'Run what is due, then exit (for crontab)');
        $this->addOption(
            'spool',
            null,
            InputOption::VALUE_REQUIRED,
            'Folder that feed files are taken from [default: spool in the state folder]',
        );
        $this->addOption(
            'remove-done',
            null,
            InputOption::VALUE_NONE,
            'Remove delivered files instead of keeping them in done',
        );
    }

    protected function perform(Console $console): int
    {
        $workspace = Workspace::fromInput($console->input);
        $isOnce = (bool) $console->option('once');
        $database = $workspace->find() ?? throw new CommandFailure(
            "There is no database {$workspace->databaseName()} yet: " . Integration::advice() . '.'
        );
        $integrations = Integrations::of($workspace, $database);
        $configured = self::requireSettings($workspace, $database, $integrations);
        $log = EventLog::of($workspace, $console->output);
        $output = new CronOutput($console, $log, $isOnce);
        $output->printLeftOut($configured);
        $holder = $database->tryLock(Lock::Schedule);
        if ($holder !== null) {
            return $isOnce ? $output->giveWay($holder) : throw Lock::Schedule->taken($database->name(), $holder);
        }

        $spool = new Spool(self::spoolFolder($console, $workspace), !$console->option('remove-done'));

        if ($configured !== [Integration::Assets]) {
            // An unusable folder is reported before the schedule starts.
            $spool->prepare();
        }

        $factory = new CronFactory($this->getApplication(), $console, $workspace, $database);
        $cron = $factory->cron($integrations, $spool, $this->stop, $isOnce, $output->ended(...));

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

        return $output->conclude();
    }

    /**
     * Reports at once what would fail every minute, unless there is other work.
     *
     * @return non-empty-list<Integration>
     */
    private static function requireSettings(Workspace $workspace, Database $database, Integrations $integrations): array
    {
        $configured = $integrations->configured();
        if ($configured === []) {
            throw new CommandFailure('Nothing is configured yet: ' . Integration::advice() . '.');
        }
        if ($configured === [Integration::Catalog] && $workspace->configStore($database)->clientSecret() === null) {
            throw new CommandFailure('No client secret is stored: run config:init with ACO_CLIENT_SECRET set.');
        }

        return $configured;
    }

    private static function spoolFolder(Console $console, Workspace $workspace): string
    {
        $folder = $console->option('spool') ?? "{$workspace->stateDir}/spool";
        if ($folder === '') {
            throw new CommandFailure('--spool must name a folder.');
        }

        return rtrim($folder[0] === '/' ? $folder : getcwd() . "/$folder", '/');
    }
}
