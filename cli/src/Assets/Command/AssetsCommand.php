<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\EventSource;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Command\Command;
use Aco\Cli\Command\EndsOnSignal;
use Aco\Cli\Output\Console;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Store\Heartbeat;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

/** What the commands that take in events have in common. */
abstract class AssetsCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addSourceArgument(InputArgument::REQUIRED, EventSource::DESCRIPTION);
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
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
