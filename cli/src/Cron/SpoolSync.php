<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\ExitCode;
use Aco\Cli\MonotonicClock;
use Aco\Cli\Source\SourceResolver;

/** Syncs the entries of the spool folder one by one, and moves each according to its result. */
final class SpoolSync
{
    /** @param list<Integration> $integrations whose entries are taken */
    public function __construct(
        private readonly Spool $spool,
        private readonly JobRunner $runner,
        private readonly array $integrations,
    ) {
    }

    /** @throws StopRequested the current entry stays where it is, and is taken again */
    public function run(): void
    {
        $this->spool->prepare();
        $stuck = [];
        foreach ($this->spool->take($this->integrations) as $entry) {
            $integration = $entry->integration();
            if (!in_array($integration, $stuck, true) && !$this->handle($entry)) {
                $stuck[] = $integration;
            }
        }
    }

    /** False when further entries of its integration would fail as well. */
    private function handle(SpoolEntry $entry): bool
    {
        $start = MonotonicClock::seconds();
        $path = $this->spool->path($entry);

        // Items that keep failing must not be retried every minute.
        $arguments = ['source' => $path, '--due' => true]
            + ($entry->feed === null ? [] : ['--feed' => [$entry->feed->value]]);
        $job = $entry->isOrders ? Job::Orders : Job::Sync;

        try {
            // A fault of the entry itself must not hold up the others.
            $this->spool->checkLinks($entry);
            $entry->isOrders
                ? OrderSource::file($path)
                : SourceResolver::resolve($path, $arguments['--feed'] ?? []);
            $end = $this->runner->run($job->value, $arguments);
            $isUnusable = !$end->hasReport() && $end->exitCode !== ExitCode::USAGE;
        } catch (CommandFailure $e) {
            $end = new CommandEnd($e->exitCode, $e->getMessage());
            $isUnusable = true;
        }

        $message = $end->sentence();

        if ($isUnusable || $end->hasRefusals()) {
            $kept = $this->spool->fail($entry, $end->document ?? ['exitCode' => $end->exitCode, 'message' => $message]);
            $message = ltrim("$message Kept as $kept, with a report beside it.");
        } elseif ($end->hasReport()) {
            // Undelivered items are in the tables, and resend-failed sends them.
            $this->spool->done($entry);
        }

        $this->runner->ended(new JobRun(
            $job,
            $end->exitCode,
            MonotonicClock::seconds() - $start,
            $entry->name,
            $message,
        ));

        // Settings, database or service would fail for the next entry too; the rest is taken in a minute.
        return $isUnusable || $end->exitCode < ExitCode::USAGE;
    }
}
