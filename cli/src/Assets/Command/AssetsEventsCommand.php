<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\EventSource;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Output\Console;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Store\Heartbeat;
use Symfony\Component\Console\Input\InputArgument;

/** What the commands that take in events from a source have in common. */
abstract class AssetsEventsCommand extends AssetsCommand
{
    protected function configure(): void
    {
        $this->addSourceArgument(InputArgument::REQUIRED, EventSource::DESCRIPTION);
        parent::configure();
    }

    protected function perform(Console $console): int
    {
        $source = $console->argument('source');
        Heartbeat::silence(Heartbeat::isPipe($source));

        return (new AssetsRunner($console))->run(
            $this->intake(...),
            static fn (Intake $intake, IntakeReport $report) => EventSource::each(
                $source,
                static fn (ItemReader $reader, IntakeReport $entry) => $intake->run($reader, $entry),
                $report,
            ),
        );
    }

    abstract protected function intake(AssetIndex $index, AssetConfig $config, \Closure $write, \Closure $log): Intake;
}
