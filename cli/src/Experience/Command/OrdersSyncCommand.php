<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'orders:sync', description: 'Sends the new events of orders to the Experience Platform')]
final class OrdersSyncCommand extends OrdersCommand
{
    /** Transactions that had begun before the last run may have ended after it. */
    private const OVERLAP_SECONDS = 600;

    protected function configure(): void
    {
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
        $this->addOption('if-configured', null, InputOption::VALUE_NONE, 'Do nothing while nothing is configured, for cron');
        $this->addArgument('source', InputArgument::OPTIONAL, OrderSource::DESCRIPTION);
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        if ($input->getOption('if-configured') && !self::isConfigured($input)) {
            if (self::isJson($input)) {
                self::printJson($output, ['exitCode' => self::SUCCESS]);
            }

            return self::SUCCESS;
        }

        $leftovers = $input->getOption('due') ? Leftovers::Due : Leftovers::All;
        $name = $input->getArgument('source');
        if ($name === null) {
            $start = time();
            $isNamed = !$input->getOption('due');

            return self::send(
                $input,
                $output,
                static fn (Database $database, ExperienceConfig $config): OrderPlan => new OrderPlan(
                    OrderSource::tableIfAny($database, $config->text(ExperienceConfig::READ_UNTIL) ?: null, $isNamed),
                    $leftovers,
                ),
                static fn ($report, ExperienceConfig $config) => $config->save([
                    ExperienceConfig::READ_UNTIL => gmdate('Y-m-d H:i:s', $start - self::OVERLAP_SECONDS),
                ]),
            );
        }

        if ($name === '') {
            throw new CommandFailure('The source must not be empty.');
        }

        $source = OrderSource::file($name);

        return self::send($input, $output, static fn (): OrderPlan => new OrderPlan($source, $leftovers));
    }
}
