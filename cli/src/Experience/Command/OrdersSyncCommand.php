<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Command\EndsOnSignal;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderReport;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\SignalableCommandInterface;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;

#[AsCommand(name: 'orders:sync', description: 'Sends new order events to the Experience Platform')]
final class OrdersSyncCommand extends Command implements SignalableCommandInterface
{
    use EndsOnSignal;

    /** Transactions that began before the last run may have been committed after it. */
    private const OVERLAP_SECONDS = 600;

    protected function configure(): void
    {
        $this->addDueOption();
        $this->addOption(
            'if-configured',
            null,
            InputOption::VALUE_NONE,
            'Do nothing if nothing is configured (for cron)',
        );
        $this->addSourceArgument(InputArgument::OPTIONAL, OrderSource::DESCRIPTION);
    }

    protected function perform(Console $console): int
    {
        if ($console->option('if-configured') && !(new OrdersRunner($console))->isConfigured()) {
            if ($console->isJson()) {
                $console->printJson(['exitCode' => self::SUCCESS]);
            }

            return self::SUCCESS;
        }

        $leftovers = $console->leftovers();
        $name = $console->argument('source');

        if ($name === null) {
            return self::readTable($console, $leftovers);
        }
        if ($name === '') {
            throw new CommandFailure('The source must not be empty.');
        }

        $source = OrderSource::file($name);

        return (new OrdersRunner($console))->run(static fn (): OrderPlan => new OrderPlan($source, $leftovers));
    }

    private static function readTable(Console $console, Leftovers $leftovers): int
    {
        $start = time();
        $isNamed = $leftovers === Leftovers::All;

        return (new OrdersRunner($console))->run(
            static fn (Database $database, ExperienceConfig $config): OrderPlan => new OrderPlan(
                OrderSource::tableIfAny($database, $config->text(ExperienceConfig::READ_UNTIL) ?: null, $isNamed),
                $leftovers,
            ),
            static fn (OrderReport $report, ExperienceConfig $config) => $config->save([
                ExperienceConfig::READ_UNTIL => gmdate('Y-m-d H:i:s', $start - self::OVERLAP_SECONDS),
            ]),
        );
    }
}
