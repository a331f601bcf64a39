<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetNeeds;
use Aco\Cli\Assets\Import\Drift;
use Aco\Cli\Assets\Import\ImportMode;
use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\Assets\Import\ImportRun;
use Aco\Cli\Assets\Import\ImportState;
use Aco\Cli\Assets\Import\Resend;
use Aco\Cli\Assets\Import\Search;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Command\LimitsDeletion;
use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Sync\DeletionLimit;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'assets:import', description: 'Reads all approved assets of AEM, and compares them')]
final class AssetsImportCommand extends AssetsCommand
{
    use LimitsDeletion;

    private const REPAIR = 'repair';

    protected function configure(): void
    {
        parent::configure();
        $this->addOption(self::REPAIR, null, InputOption::VALUE_NONE, 'Mend what differs from AEM');
        $this->addDeletionOptions(
            self::REPAIR,
            'of assets to take off their products as AEM does not list them',
            'take off any number of assets',
        );
        $this->addOption(
            'resend',
            null,
            InputOption::VALUE_NONE,
            'With --repair: send all assets again, as to another store',
        );
        $this->addOption('defer', null, InputOption::VALUE_NONE, 'Leave the writing to assets:sync and the schedule');
        $this->addOption('restart', null, InputOption::VALUE_NONE, 'Begin anew instead of going on');
    }

    protected function perform(Console $console): int
    {
        $found = new ImportReport();
        $limit = self::deletionLimit($console, self::REPAIR, 'Take them off their products?');
        $isResend = (bool) $console->option('resend');

        if ($isResend && $limit === null) {
            throw new CommandFailure('--resend requires --repair: without it, nothing is written.');
        }

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
                $limit,
                $isResend,
                $isRestart,
                $stateDir,
            ): void {
                if ($isResend) {
                    (new Resend($database, $config->unit()))->run();
                }

                (new ImportRun(
                    $database,
                    Search::of($config),
                    new ImportState($database, $stateDir),
                    new Drift($database, $config),
                    $intake,
                    $found,
                    $limit ?? DeletionLimit::none(),
                    $write,
                ))->run($report, $isRestart);
            },
            AssetNeeds::ofSearch(...),
            static function (Database $database) use ($found, $limit, $stateDir): bool {
                $found->mode = match (true) {
                    $limit !== null => ImportMode::Repair,
                    (new ImportState($database, $stateDir))->importedAt === 0 => ImportMode::Import,
                    default => ImportMode::Check,
                };

                return $found->mode === ImportMode::Check;
            },
        );
    }
}
