<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\AssetsOutput;
use Aco\Cli\Assets\AssetSettlement;
use Aco\Cli\Assets\ChangeDelivery;
use Aco\Cli\Assets\ChangeQueue;
use Aco\Cli\Assets\DeliveryResult;
use Aco\Cli\Assets\EventLedger;
use Aco\Cli\Assets\EventSource;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\Assets\MatcherResult;
use Aco\Cli\Assets\MatcherRun;
use Aco\Cli\Assets\SinkFactory;
use Aco\Cli\Assets\Sla;
use Aco\Cli\Command\Command;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands that take in events have in common. */
abstract class AssetsCommand extends Command
{
    private const LEDGER_DAYS = 30;

    protected function configure(): void
    {
        $this->addArgument('source', InputArgument::REQUIRED, EventSource::DESCRIPTION);
        $this->addOption('due', null, InputOption::VALUE_NONE, 'Retry only leftovers whose backoff has elapsed');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $start = microtime(true);
        $workspace = Workspace::fromInput($input);
        $database = $workspace->openExisting();
        $config = self::config($workspace, $database);
        if (!$config->isEnabled()) {
            throw new CommandFailure('Updates from AEM are switched off: assets:config --enabled=1 switches them on.');
        }

        $database->lock(Lock::Assets);
        $log = EventLog::of($workspace, $output);
        $report = new IntakeReport();
        $changes = new DeliveryResult();
        $answers = new MatcherResult();

        try {
            $external = $config->externalMatcher();
            $bySku = $config->matcher();
            $matcher = new MatcherRun(
                $database,
                $external,
                $bySku,
                $config->unit(),
                $answers,
                $report->index,
                $log->write(...),
            );
            $delivery = self::delivery($workspace, $database, $config, $log, $output);
            $leftovers = $input->getOption('due') ? Leftovers::Due : Leftovers::All;
            $write = static function () use ($matcher, $delivery, $leftovers, $changes): void {
                do {
                    $isAnswered = $matcher->run($leftovers);
                    $changes->add($delivery->run($isAnswered ? $leftovers : Leftovers::Due));
                } while (!$isAnswered);
            };

            $index = new AssetIndex($database, $external === null ? $bySku : null, $config->unit());
            $intake = $this->intake($index, $config, $write, $log->write(...));
            EventSource::each(
                $input->getArgument('source'),
                static fn (ItemReader $reader, IntakeReport $entry) => $intake->run($reader, $entry),
                $report,
            );
            $write();
            $database->transaction(
                fn () => (new EventLedger($database))->forget((time() - self::LEDGER_DAYS * 86400) * 1000)
            );

            foreach ((new Sla($database))->misses($start, microtime(true)) as $miss) {
                $log->write('warning', 'sla.miss', $miss);
            }
        } finally {
            $database->unlock();
        }

        return self::conclude($input, $output, $report, $answers, $changes, microtime(true) - $start);
    }

    abstract protected function intake(AssetIndex $index, AssetConfig $config, \Closure $write, \Closure $log): Intake;

    protected static function config(Workspace $workspace, Database $database): AssetConfig
    {
        return AssetConfig::of(self::configStore($workspace, $database, ConfigStore::ASSETS));
    }

    private static function delivery(
        Workspace $workspace,
        Database $database,
        AssetConfig $config,
        EventLog $log,
        OutputInterface $output,
    ): ChangeDelivery {
        $logger = $log->clientLogger(new LogOutput(self::errorOutput($output), static fn (callable $write) => $write()));

        return new ChangeDelivery(
            new ChangeQueue($database, $config->unit(), $config->isFlag(AssetSetting::ANNOUNCED_ONLY)),
            SinkFactory::sink($config, self::configStore($workspace, $database), $logger),
            $config->unit(),
            new AssetSettlement($database),
            $log->write(...),
        );
    }

    private static function conclude(
        InputInterface $input,
        OutputInterface $output,
        IntakeReport $report,
        MatcherResult $answers,
        DeliveryResult $changes,
        float $seconds,
    ): int {
        $result = new AssetsOutput($report, $answers, $changes, $seconds);
        if (self::isJson($input)) {
            self::printJson($output, $result->data());
        } else {
            $result->print($output);
        }
        $result->printFailure(self::errorOutput($output));

        return $result->exitCode;
    }
}
