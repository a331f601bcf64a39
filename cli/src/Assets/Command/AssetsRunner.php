<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Command;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetIndex;
use Aco\Cli\Assets\AssetNeeds;
use Aco\Cli\Assets\AssetsFactory;
use Aco\Cli\Assets\AssetsOutput;
use Aco\Cli\Assets\AssetsProgress;
use Aco\Cli\Assets\DeliveryResult;
use Aco\Cli\Assets\EventLedger;
use Aco\Cli\Assets\Import\ImportReport;
use Aco\Cli\Assets\Intake;
use Aco\Cli\Assets\IntakeReport;
use Aco\Cli\Assets\MatcherResult;
use Aco\Cli\Assets\Sla;
use Aco\Cli\Assets\Waiting;
use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Meter;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;

/** Reads events and writes changes under the lock of the database, then prints and logs the result. */
final class AssetsRunner
{
    private const LEDGER_DAYS = 30;

    private readonly IntakeReport $report;
    private readonly MatcherResult $answers;
    private readonly DeliveryResult $changes;

    /** @param bool $isDeferred leaves questions and changes to a later run */
    public function __construct(
        private readonly Console $console,
        private readonly ?ImportReport $import = null,
        private readonly bool $isDeferred = false,
    ) {
        $this->report = new IntakeReport();
        $this->answers = new MatcherResult();
        $this->changes = new DeliveryResult();
    }

    /**
     * @param \Closure(AssetIndex, AssetConfig, \Closure, \Closure): Intake $makeIntake
     * @param \Closure(Intake, IntakeReport, Database, AssetConfig, \Closure): void $read hands events to the intake;
     *        what it throws comes after what there was has been written
     * @param ?\Closure(AssetConfig): list<string> $needs settings that reading cannot do without
     * @param ?\Closure(Database): bool $isCheck whether nothing is to be changed or written, as known under the lock
     * @return int one of ExitCode
     */
    public function run(
        \Closure $makeIntake,
        \Closure $read,
        ?\Closure $needs = null,
        ?\Closure $isCheck = null,
    ): int {
        $start = microtime(true);
        $workspace = Workspace::fromInput($this->console->input);
        $database = $workspace->openExisting();
        $config = AssetConfig::of($workspace->configStore($database, ConfigStore::ASSETS));
        if (!$config->isEnabled()) {
            throw new CommandFailure('Updates from AEM are disabled: assets:config --enabled=on enables them.');
        }

        $database->lock(Lock::Assets);
        $progress = $this->progress();
        $log = EventLog::of($workspace, $this->console->output, $progress->interrupt(...));

        try {
            $isCheck = $isCheck !== null && $isCheck($database);
            $isWriting = !$isCheck && !$this->isDeferred;
            $config->requireAll([
                ...($needs === null ? [] : $needs($config)),
                ...AssetNeeds::ofRule($config),
                ...($isWriting ? AssetNeeds::ofSink($config) : []),
            ]);
            $factory = new AssetsFactory($workspace, $database, $config, $log, $this->console->errors(), $progress);
            $write = static fn () => null;
            if ($isWriting) {
                (new Waiting($database))->correct();
                $write = $this->writer($factory);
            }

            if (!$isCheck) {
                $factory->rematch()->run($this->report->index);
            }

            $intake = $makeIntake($factory->index($this->import !== null), $config, $write, $log->write(...));
            $failure = null;

            try {
                $read($intake, $this->report, $database, $config, $write);
            } catch (CommandFailure $failure) {
                // What came before it is written all the same.
            }

            if (!$isCheck) {
                $write();
                self::settleLedger($database, $log, $start);
            }
        } finally {
            $progress->end();
            $database->unlock();
        }

        if ($failure !== null) {
            throw $failure;
        }

        return $this->print(microtime(true) - $start);
    }

    private function progress(): Meter
    {
        $progress = AssetsProgress::meter(
            $this->console,
            $this->report,
            $this->answers,
            $this->changes,
            $this->import,
        );
        $this->report->changed = $progress->changed(...);

        return $progress;
    }

    /** @return \Closure(): void asks the matcher the open questions, and writes the changes */
    private function writer(AssetsFactory $factory): \Closure
    {
        $matcher = $factory->matcherRun($this->answers, $this->report->index);
        $delivery = $factory->delivery();
        $leftovers = $this->console->leftovers();

        return function () use ($matcher, $delivery, $leftovers): void {
            do {
                $isComplete = $matcher->run($leftovers);
                $delivery->run($isComplete ? $leftovers : Leftovers::Due, $this->changes);
            } while (!$isComplete);
        };
    }

    private static function settleLedger(Database $database, EventLog $log, float $start): void
    {
        $before = (time() - self::LEDGER_DAYS * 86400) * 1000;
        $database->transaction(static fn () => (new EventLedger($database))->forget($before));

        foreach ((new Sla($database))->misses($start, microtime(true)) as $miss) {
            $log->write('warning', 'sla.miss', $miss);
        }
    }

    private function print(float $seconds): int
    {
        $result = new AssetsOutput($this->report, $this->answers, $this->changes, $seconds, $this->import);

        if ($this->console->isJson()) {
            $this->console->printJson($result->data());
        } else {
            $result->print($this->console->output);
        }

        $result->printFailure($this->console->errors());

        return $result->exitCode;
    }
}
