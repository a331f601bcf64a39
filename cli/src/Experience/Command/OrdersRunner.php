<?php

declare(strict_types=1);

namespace Aco\Cli\Experience\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\CustomerMapper;
use Aco\Cli\Experience\CustomerSync;
use Aco\Cli\Experience\EdgeFactory;
use Aco\Cli\Experience\EventDelivery;
use Aco\Cli\Experience\EventStore;
use Aco\Cli\Experience\ExperienceConfig;
use Aco\Cli\Experience\OrderDryRun;
use Aco\Cli\Experience\OrderFilter;
use Aco\Cli\Experience\OrderOutput;
use Aco\Cli\Experience\OrderPlan;
use Aco\Cli\Experience\OrderReport;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\Experience\OrderSync;
use Aco\Cli\Experience\PersonalData;
use Aco\Cli\Experience\ProfileClient;
use Aco\Cli\Experience\ProfileDelivery;
use Aco\Cli\Experience\ProfileMapper;
use Aco\Cli\Experience\ProfileStore;
use Aco\Cli\Experience\ProfileTarget;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Heartbeat;
use Aco\Cli\Store\Lock;
use Aco\Cli\Workspace;
use Aco\Experience\Settings;

/** Carries out a plan for orders under the lock of the database, then prints and logs the result. */
final class OrdersRunner
{
    private const ORDERS = 'orders';
    private const CUSTOMERS = 'customers';

    private readonly Workspace $workspace;
    private readonly Database $database;
    private readonly ExperienceConfig $config;

    public function __construct(private readonly Console $console)
    {
        $this->workspace = Workspace::fromInput($console->input);
        $this->database = $this->workspace->openExisting();
        $this->config = new ExperienceConfig($this->database);
    }

    public function isConfigured(): bool
    {
        return !$this->config->isEmpty();
    }

    /**
     * @param \Closure(Database, ExperienceConfig): OrderPlan $makePlan called under the lock
     * @param ?\Closure(OrderReport, ExperienceConfig): void $after called when the source was read to its end
     * @return int one of ExitCode
     */
    public function run(\Closure $makePlan, ?\Closure $after = null): int
    {
        if (!$this->isConfigured()) {
            throw new CommandFailure('Nothing is configured yet: run experience:config first.');
        }

        Heartbeat::silence(Heartbeat::isPipe($this->console->argument('source')));
        $this->database->lock(Lock::Orders);
        $log = EventLog::of($this->workspace, $this->console->output);

        try {
            $plan = $makePlan($this->database, $this->config);
            $report = $this->sync($plan, $log)->run();
            $this->records($report)?->resume(
                $plan->leftovers,
                $this->filter($this->config->settings(), $plan)->allowsShopper(...),
            );

            if ($after !== null && $report->inputError === null) {
                $after($report, $this->config);
            }
        } finally {
            $this->database->unlock();
        }

        $log->write($report->exitCode() === 0 ? 'info' : 'warning', 'feed', OrderOutput::log($report));

        return $this->print($report);
    }

    /**
     * @param bool $resendsRejected whether profile records that were rejected are sent again as they are
     * @return int one of ExitCode
     */
    public function runCustomers(OrderSource $source, bool $resendsRejected): int
    {
        $hasEvents = $this->config->text(ExperienceConfig::CUSTOMER_EVENTS) === '1';
        if (!$hasEvents && !ProfileTarget::isAny($this->config->map(ExperienceConfig::PROFILE_TARGETS))) {
            throw new CommandFailure(
                'Events of customers are off: run experience:config --customer-events=on, or --profile-dataset-id=… '
                . 'for profile records, first.'
            );
        }

        Heartbeat::silence(Heartbeat::isPipe($this->console->argument('source')));
        $this->database->lock(Lock::Orders);
        $log = EventLog::of($this->workspace, $this->console->output);

        try {
            $settings = $this->config->settings();
            $store = new EventStore($this->database);
            $report = new OrderReport();
            $attributes = $this->config->map(ExperienceConfig::CUSTOMER_ATTRIBUTES);
            $report = (new CustomerSync(
                $source,
                $this->filter($settings, new OrderPlan(null)),
                $hasEvents ? new CustomerMapper($settings, $attributes) : null,
                $store,
                $this->delivery($settings, $store, $log, $report),
                new ProfileMapper($attributes),
                $this->records($report, $resendsRejected),
                $report,
            ))->run();
        } finally {
            $this->database->unlock();
        }

        $log->write($report->exitCode() === 0 ? 'info' : 'warning', 'feed', OrderOutput::log($report, self::CUSTOMERS));

        return $this->print($report, self::CUSTOMERS);
    }

    /** Null while no website has profile records. */
    private function records(OrderReport $report, bool $resendsRejected = false): ?ProfileDelivery
    {
        $store = ProfileStore::ifOn($this->database);

        return $store === null ? null : new ProfileDelivery(
            $this->config->map(ExperienceConfig::PROFILE_TARGETS),
            $store,
            ProfileClient::of($this->config, $this->workspace->configStore($this->database)),
            $report,
            $resendsRejected,
        );
    }

    private function delivery(
        Settings $settings,
        EventStore $store,
        EventLog $log,
        OrderReport $report,
    ): EventDelivery {
        $client = EdgeFactory::client(
            $this->config,
            $this->workspace->configStore($this->database),
            $this->logger($log),
        );

        return new EventDelivery($settings, $store, $client, $report, $this->config->map(ExperienceConfig::DATASETS));
    }

    private function sync(OrderPlan $plan, EventLog $log): OrderSync
    {
        $settings = $this->config->settings();
        $store = new EventStore($this->database);
        $report = new OrderReport();

        return new OrderSync(
            $plan,
            $this->filter($settings, $plan),
            $this->config->completion(),
            $this->config->mapper($settings),
            $store,
            $this->delivery($settings, $store, $log, $report),
            OrderSource::deleted($this->database),
            $report,
        );
    }

    private function filter(Settings $settings, OrderPlan $plan): OrderFilter
    {
        return new OrderFilter(
            $settings,
            $this->config->suppressionList(),
            $this->config->consent(),
            $plan->history,
            $this->config->retentionDays(),
        );
    }

    /**
     * Counts what a plan would send.
     *
     * @param \Closure(Database): OrderPlan $makePlan
     * @return int one of ExitCode
     */
    public function dryRun(\Closure $makePlan): int
    {
        if (!$this->isConfigured()) {
            throw new CommandFailure('Nothing is configured yet: run experience:config first.');
        }

        $plan = $makePlan($this->database);
        $settings = $this->config->settings();
        $report = (new OrderDryRun(
            $plan,
            $this->filter($settings, $plan),
            $this->config->completion(),
            $this->config->mapper($settings),
            new EventStore($this->database),
            new OrderReport(),
        ))->run();

        if ($this->console->isJson()) {
            $this->console->printJson(['dryRun' => true] + OrderOutput::data($report));
        } else {
            OrderOutput::print($this->console->output, $report);
            $this->console->errors()->writeln('Nothing was sent: this is a dry run.');
        }

        return $report->exitCode();
    }

    /** The service may quote a shopper's identity. */
    private function logger(EventLog $log): \Closure
    {
        $logger = $log->clientLogger(
            new LogOutput($this->console->errors(), static fn (callable $write) => $write())
        );

        return static function (string $level, string $message, array $context) use ($logger): void {
            foreach ($context as $name => $value) {
                $context[$name] = is_string($value) ? PersonalData::redact($value) : $value;
            }

            $logger($level, PersonalData::redact($message), $context);
        };
    }

    private function print(OrderReport $report, string $items = self::ORDERS): int
    {
        if ($this->console->isJson()) {
            $this->console->printJson(OrderOutput::data($report, $items));
        } else {
            OrderOutput::print($this->console->output, $report, $items);
        }

        $sentence = OrderOutput::sentence($report);
        if ($sentence !== '') {
            $this->console->conclude($sentence, $report->exitCode());
        }

        return $report->exitCode();
    }
}
