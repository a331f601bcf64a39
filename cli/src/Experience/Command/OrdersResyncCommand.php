<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\Command\EndsOnSignal;
use Aco\Cli\Experience\DateRange;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'orders:resync', description: 'Sends all order events of up to five years again')]
final class OrdersResyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    protected function configure(): void
    {
        $this->addOption(
            'from',
            null,
            InputOption::VALUE_REQUIRED,
            'First day, YYYY-MM-DD [default: five years before --to]',
        );
        $this->addOption('to', null, InputOption::VALUE_REQUIRED, 'Last day, YYYY-MM-DD [default: today]');
        $this->addSourceArgument(InputArgument::OPTIONAL, OrderSource::DESCRIPTION);
    }

    protected function perform(Console $console): int
    {
        $range = DateRange::of($console->option('from'), $console->option('to'));
        $name = $console->argument('source');
        $file = $name === null ? null : OrderSource::file($name);

        return (new OrdersRunner($console))->run(static fn (Database $database): OrderPlan => new OrderPlan(
            $file ?? OrderSource::table($database, null),
            history: $range,
        ));
    }
}
