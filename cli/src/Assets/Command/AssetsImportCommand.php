<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\Import\Drift;
use Aco\Cli\Assets\Import\ImportMode;
use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\Assets\Import\ImportRun;
use Aco\Cli\Assets\Import\ImportState;
use Aco\Cli\Assets\Import\Search;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Command\Command;
use Aco\Cli\Command\EndsOnSignal;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'assets:import', description: 'Reads all approved assets of AEM, and compares them')]
final class AssetsImportCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addOption('repair', null, InputOption::VALUE_NONE, 'Mend what differs from AEM');
        $this->addOption('defer', null, InputOption::VALUE_NONE, 'Leave the writing to assets:sync and the schedule');
        $this->addOption('restart', null, InputOption::VALUE_NONE, 'Begin anew instead of going on');
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
    }

    protected function perform(Console $console): int
    {
        $found = new ImportReport();
        $isRepair = (bool) $console->option('repair');
        $isRestart = (bool) $console->option('restart');
        $stateDir = Workspace::fromInput($console->input)->stateDir;

        return (new AssetsRunner($console, $found, (bool) $console->option('defer')))->run(
            Intake::assets(...),
            static function (
                Intake $intake,
                IntakeReport $report,
                Database $database,
                AssetConfig $config,
                \Closure $write,
            ) use (
                $found,
                $isRepair,
                $isRestart,
                $stateDir,
            ): void {
                $state = new ImportState($database, $stateDir);
                $mode = match (true) {
                    $isRepair => ImportMode::Repair,
                    $state->importedAt === 0 => ImportMode::Import,
                    default => ImportMode::Check,
                };
                (new ImportRun(
                    $database,
                    Search::of($config),
                    $state,
                    new Drift($database, $config),
                    $intake,
                    $found,
                    $write,
                ))->run($mode, $report, $isRestart);
            },
        );
    }
}
