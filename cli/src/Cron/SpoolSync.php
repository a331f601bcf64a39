<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\Experience\OrderSource;
use Aco\Cli\ExitCode;
use Aco\Cli\Source\SourceResolver;

/** Syncs what lies in the spool folder, entry by entry, and puts each entry where it belongs afterwards. */
final class SpoolSync
{
    /**
     * @param \Closure(string, array<string, mixed>): CommandEnd $run runs a command
     * @param \Closure(JobRun): void $ended called with every entry
     * @param list<Integration> $integrations whose entries are taken
     */
    public function __construct(
        private readonly Spool $spool,
        private readonly \Closure $run,
        private readonly \Closure $ended,
        private readonly array $integrations,
    ) {
    }

    /** @throws StopRequested the entry that was worked on stays where it is, and is taken again */
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

    /** False when it is of no use to go on with its integration now. */
    private function handle(SpoolEntry $entry): bool
    {
        $start = hrtime(true);
        $path = $this->spool->path($entry);

        // Every minute is too often for what fails again and again.
        $arguments = ['source' => $path, '--due' => true] + ($entry->feed === null ? [] : ['--feed' => [$entry->feed->value]]);
        $job = $entry->isOrders ? Job::Orders : Job::Sync;

        try {
            // What is wrong with the entry itself must not hold up the others.
            $this->spool->checkLinks($entry);
            $entry->isOrders
                ? OrderSource::file($path)
                : SourceResolver::resolve($path, $arguments['--feed'] ?? []);
            $end = ($this->run)($job->value, $arguments);
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
            // What could not be delivered is in the tables, and goes with resend-failed.
            $this->spool->done($entry);
        }

        ($this->ended)(new JobRun(
            $job,
            $end->exitCode,
            (hrtime(true) - $start) / 1e9,
            $entry->name,
            $message,
        ));

        // Settings, database or service do not get better with the next entry; those left are taken in a minute.
        return $isUnusable || $end->exitCode < ExitCode::USAGE;
    }
}
