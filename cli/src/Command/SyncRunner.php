<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Config\Setting;
use Aco\Cli\Experience\ItemDetails;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\SyncEvents;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Output\Meter;
use Aco\Cli\Output\Progress;
use Aco\Cli\Output\SyncOutput;
use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\Heartbeat;
use Aco\Cli\Sync\ScopeSweep;
use Aco\Cli\Sync\SyncPlan;
use Aco\Cli\Sync\SyncResult;
use Aco\Cli\Sync\SyncRun;
use Aco\Cli\Workspace;
use Aco\Client;
use Aco\Connection;
use Aco\Limits;

/** Carries out a plan for feeds under the lock of the database, then prints and logs the result. */
final class SyncRunner
{
    public function __construct(private readonly Console $console)
    {
    }

    /**
     * @param ?\Closure(FeedStore): void $prepare called under the lock, before anything is sent
     * @param ?int $concurrency requests in flight at once, when not as configured
     * @param int $patience for how many seconds to wait for another run to end
     * @return int one of ExitCode
     */
    public function run(
        SyncPlan $plan,
        ?\Closure $prepare = null,
        ?int $concurrency = null,
        int $patience = 0,
    ): int {
        $start = microtime(true);
        $workspace = Workspace::fromInput($this->console->input);
        $database = $workspace->openExisting();
        Heartbeat::silence(self::readsPipe($plan));
        $database->lock(patience: $patience, waiting: $this->console->printWait(...));
        [$connection, $limits, $patches] = self::receiver($workspace, $database, $concurrency);

        $progress = $this->progress($plan, $limits);
        $log = EventLog::of($workspace, $this->console->output, $progress->interrupt(...));
        $store = new FeedStore($database);

        try {
            if ($prepare !== null) {
                $prepare($store);
            }

            $logger = $log->clientLogger(new LogOutput($this->console->errors(), $progress->interrupt(...)));
            $client = new Client($connection, $limits, $logger);
            [$scopes, $found] = self::scopes($database, $store);
            $details = ItemDetails::ifOn($database);
            $reports = (new SyncRun($plan, $scopes, $store, $client, $progress, $found, $details, $patches))->run();
            $notDue = $reports === [] ? $store->countToRetry() : 0;
        } finally {
            $progress->end();
            $database->unlock();
        }

        $missing = $plan->only?->missing() ?? [];
        $stats = $client->stats();
        $result = new SyncResult(
            $reports,
            $stats['requests'],
            microtime(true) - $start,
            $missing,
            $stats['bytesUncompressed'],
            $stats['bytesSent'],
            $notDue,
        );
        SyncEvents::write($log, $result);

        return $this->print($result);
    }

    private static function readsPipe(SyncPlan $plan): bool
    {
        $sizes = array_map(static fn (FeedInput $input): ?int => $input->size(), array_filter($plan->inputs));

        return in_array(null, $sizes, true);
    }

    private function progress(SyncPlan $plan, Limits $limits): Progress
    {
        return new Progress(Meter::output($this->console), array_filter($plan->inputs), $limits);
    }

    /** @return array{Connection, Limits, bool} the last: whether changes are sent as parts */
    private static function receiver(Workspace $workspace, Database $database, ?int $concurrency): array
    {
        $config = $workspace->configStore($database);
        $values = $config->requiredValues();

        return [
            ConnectionFactory::connection($values, $config->clientSecret() ?? throw new CommandFailure(
                'No client secret is stored: run config:init with ACO_CLIENT_SECRET set.'
            )),
            ConnectionFactory::limits($values, $concurrency),
            ($values[Setting::CHANGES] ?? '') === Setting::CHANGES_PATCH,
        ];
    }

    /**
     * The disabled scopes, after their synced items were marked for deletion.
     *
     * @return array{\Aco\Scopes, array<string, \Aco\Cli\Sync\FeedReport>} and what could not be marked
     */
    private static function scopes(Database $database, FeedStore $store): array
    {
        $found = [];
        $scopeStore = new ScopeStore($database);
        $scopes = $scopeStore->scopes();
        if ($scopeStore->isRemovalWaiting()) {
            $found = ScopeSweep::run($store, $scopes);
            $scopeStore->removalDone();
        }

        return [$scopes, $found];
    }

    private function print(SyncResult $result): int
    {
        if ($this->console->isJson()) {
            $this->console->printJson(SyncOutput::data($result));
        } else {
            SyncOutput::print($this->console->output, $result);
        }

        if ($result->sentence() !== '') {
            $this->console->conclude($result->sentence(), $result->exitCode());
        }

        return $result->exitCode();
    }
}
