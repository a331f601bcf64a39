<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Cron\Cron;
use Aco\Cli\Cron\CronFactory;
use Aco\Cli\Cron\CronOutput;
use Aco\Cli\Cron\Integration;
use Aco\Cli\Cron\Integrations;
use Aco\Cli\Cron\Spool;
use Aco\Cli\Cron\StopRequested;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\LeaseLost;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'cron', description: 'Runs the other commands on a schedule')]
final class CronCommand extends Command implements LoggedOnFailure, SignalableCommandInterface
{
    use StopsOnSignal;

    protected function configure(): void
    {
        $this->addOption('once', null, InputOption::VALUE_NONE, 'Run what is due, then exit (for crontab)');
        $this->addOption(
            'standby',
            null,
            InputOption::VALUE_NONE,
            'Wait while another cron works, and take over when it is gone',
        );
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
        $standsBy = (bool) $console->option('standby');
        if ($standsBy && $isOnce) {
            throw new CommandFailure('Give either --once or --standby.');
        }

        $holder = $this->take($database, $standsBy ? $console->printWait(...) : null);
        if ($holder !== null) {
            return $isOnce || $standsBy
                ? $output->giveWay($holder)
                : throw Lock::Schedule->taken($database->name(), $holder);
        }

        $spool = new Spool(self::spoolFolder($console, $workspace), !$console->option('remove-done'));

        if ($configured !== [Integration::Assets]) {
            // An unusable folder is reported before the schedule starts.
            $spool->prepare();
        }

        $factory = new CronFactory($this->getApplication(), $console, $workspace, $database);
        $makeCron = fn (): Cron => $factory->cron($integrations, $spool, $this->stop, $isOnce, $output->ended(...));

        try {
            $isOnce ? $makeCron()->once() : $this->forever($makeCron, $log, $standsBy ? $database : null, $console);
        } finally {
            $database->unlock();
        }

        return $output->conclude();
    }

    /**
     * @param \Closure(): Cron $makeCron
     * @param ?Database $database whose lock is waited for when it was lost; null: that ends the schedule
     */
    private function forever(\Closure $makeCron, EventLog $log, ?Database $database, Console $console): void
    {
        $log->write('info', 'cron', ['message' => 'started']);

        while (!$this->stop->isRequested()) {
            try {
                $makeCron()->forever();
            } catch (LeaseLost $e) {
                if ($database === null) {
                    throw $e;
                }

                $log->write('warning', 'cron', ['message' => $e->getMessage()]);
                $database->unlock();
                $this->take($database, $console->printWait(...));
            }
        }

        $log->write('info', 'cron', ['message' => 'stopped by a signal']);
    }

    /**
     * @param ?\Closure(string): void $waiting called with the holder; null: the schedule does not wait
     * @return ?string the holder when the lock was not acquired
     */
    private function take(Database $database, ?\Closure $waiting): ?string
    {
        try {
            return $this->stop->interrupting(static function () use ($database, $waiting): ?string {
                while (($holder = $database->tryLock(Lock::Schedule)) !== null && $waiting !== null) {
                    $waiting($holder);
                    $waiting = static fn () => null;
                    sleep(1);
                }

                return $holder;
            });
        } catch (StopRequested) {
            return '';
        }
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
