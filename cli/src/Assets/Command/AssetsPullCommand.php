<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetNeeds;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Assets\Journal\Journal;
use Aco\Cli\Assets\Journal\JournalPosition;
use Aco\Cli\Assets\Journal\JournalRun;
use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'assets:pull', description: 'Reads events of assets from the journal of Adobe I/O')]
final class AssetsPullCommand extends AssetsCommand
{
    private const RESTART = 'restart';
    /** Limit with --due: the schedule has other commands, and returns in a minute. */
    private const MAX_SECONDS_DUE = 60.0;

    protected function configure(): void
    {
        parent::configure();
        $this->addOption(
            self::RESTART,
            null,
            InputOption::VALUE_REQUIRED,
            'Forget the position, and begin with the oldest or the latest events',
            null,
            [AssetSetting::START_OLDEST, AssetSetting::START_LATEST],
        );
    }

    protected function perform(Console $console): int
    {
        $restart = $console->option(self::RESTART);
        if ($restart !== null && !in_array($restart, [AssetSetting::START_OLDEST, AssetSetting::START_LATEST], true)) {
            throw new CommandFailure('--restart must be oldest or latest.');
        }
        $maxSeconds = $console->leftovers() === Leftovers::Due ? self::MAX_SECONDS_DUE : INF;

        return (new AssetsRunner($console))->run(
            Intake::assets(...),
            static function (
                Intake $intake,
                IntakeReport $report,
                Database $database,
                AssetConfig $config,
                \Closure $write,
            ) use (
                $restart,
                $maxSeconds,
            ): void {
                $journal = Journal::of($config, $restart);
                $position = new JournalPosition($database, $journal->url);

                if ($restart !== null) {
                    $position->forget();
                }

                (new JournalRun($journal, $position, $intake, $write))->run($report, $maxSeconds);
            },
            AssetNeeds::ofJournal(...),
        );
    }
}
