<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\ScopeStore;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Log\SyncEvents;
use Aco\Cli\Output\LogOutput;
use Aco\Cli\Output\Progress;
use Aco\Cli\Output\SyncOutput;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Sync\ScopeSweep;
use Aco\Cli\Sync\SyncPlan;
use Aco\Cli\Sync\SyncResult;
use Aco\Cli\Sync\SyncRun;
use Aco\Cli\Workspace;
use Aco\Client;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands that send have in common. */
abstract class SendingCommand extends Command
{
    /**
     * Carries out a plan and prints what came of it.
     *
     * @param ?\Closure(FeedStore): void $prepare called under the lock, before anything is sent
     * @param ?int $concurrency requests in flight at once, when not as configured
     */
    protected static function send(
        InputInterface $input,
        OutputInterface $output,
        SyncPlan $plan,
        ?\Closure $prepare = null,
        ?int $concurrency = null,
    ): int {
        $start = microtime(true);
        $workspace = Workspace::fromInput($input);
        $database = $workspace->openExisting();
        $database->lock();
        [$connection, $limits] = self::receiver($workspace, $database, $concurrency);

        $errorOutput = self::errorOutput($output);
        $showsProgress = !self::isJson($input) && !$input->getOption('no-progress') && !$output->isQuiet()
            && stream_isatty(STDERR);
        $progress = new Progress($showsProgress ? $errorOutput : null, array_values(array_filter($plan->inputs)));
        $log = EventLog::of($workspace, $output, $progress->interrupt(...));
        $store = new FeedStore($database);

        try {
            if ($prepare !== null) {
                $prepare($store);
            }

            $logger = $log->clientLogger(new LogOutput($errorOutput, $progress->interrupt(...)));
            $client = new Client($connection, $limits, $logger);
            [$scopes, $found] = self::scopes($database, $store);
            $reports = (new SyncRun($plan, $scopes, $store, $client, $progress, $found))->run();
        } finally {
            $progress->end();
            $database->unlock();
        }

        $missing = $plan->only?->missing() ?? [];
        $result = new SyncResult($reports, $client->stats()['requests'], microtime(true) - $start, $missing);
        SyncEvents::write($log, $result);

        if (self::isJson($input)) {
            self::printJson($output, SyncOutput::data($result));
        } else {
            SyncOutput::print($output, $result);
        }

        if ($result->sentence() !== '') {
            self::say($output, $result->sentence(), $result->exitCode());
        }

        return $result->exitCode();
    }

    /** @return array{\Aco\Connection, \Aco\Limits} */
    private static function receiver(Workspace $workspace, Database $database, ?int $concurrency): array
    {
        $config = self::configStore($workspace, $database);
        $values = $config->values();
        self::requireConfiguration($values);

        return [
            ConnectionFactory::connection($values, $config->clientSecret() ?? throw new CommandFailure(
                'No client secret is stored: run config:init with it.'
            )),
            ConnectionFactory::limits($values, $concurrency),
        ];
    }

    /**
     * The disabled scopes. Marks their synced items for deletion unless that is done.
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
}
