<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Command\StopsOnSignal;
use Aco\Cli\Cron\SystemClock;
use Aco\Cli\Fleet\Fleet;
use Aco\Cli\Fleet\FleetControl;
use Aco\Cli\Fleet\FleetOutput;
use Aco\Cli\Fleet\FleetTables;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\LoggedOnFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Holder;
use Aco\Cli\Store\RowRefused;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'fleet', description: 'Works many tenants, shared among nodes')]
final class FleetCommand extends Command implements LoggedOnFailure, SignalableCommandInterface
{
    use StopsOnSignal;

    private const DEFAULT_WORKERS = 4;
    private const MAX_WORKERS = 1000;

    protected function configure(): void
    {
        $this->addArgument('folder', InputArgument::OPTIONAL, FleetControl::FOLDER);
        $this->addOption(
            'workers',
            null,
            InputOption::VALUE_REQUIRED,
            'Tenants that this node works at a time',
            (string) self::DEFAULT_WORKERS,
        );
    }

    protected function perform(Console $console): int
    {
        $workers = (int) $console->number('workers', 1, self::MAX_WORKERS);
        $control = FleetControl::of($console);
        $tables = $control->tables();
        $tables->make();
        $output = new FleetOutput($console, EventLog::of(Workspace::fromInput($console->input), $console->output));
        $output->started(Holder::node(), $workers);
        if ($tables->tenants() === [] && ($control->folder?->workspaces() ?? []) === []) {
            $output->idle($control->folder === null
                ? "There are no tenants in {$control->name()} yet: give a folder of workspaces as well."
                : "There are no tenants in {$control->folder->path} yet: a tenant is a folder in it that holds "
                    . 'aco.sqlite, as config:init --state-dir makes it. It is taken up as soon as it is there.');
        }
        $known = [];

        (new Fleet(
            $tables,
            $workers,
            new SystemClock(),
            $this->stop,
            $output,
            static function (FleetTables $tables) use ($control, $output, &$known): void {
                $workspaces = $control->folder?->workspaces() ?? [];
                foreach (array_diff_assoc($workspaces, $known) as $name => $stateDir) {
                    try {
                        $tables->add((string) $name, $stateDir);
                    } catch (RowRefused $e) {
                        // One of them holds up no others.
                        $output->refused((string) $name, $e->reason);
                    }
                }

                $known = $workspaces;
            },
        ))->forever();

        return $output->conclude();
    }
}
