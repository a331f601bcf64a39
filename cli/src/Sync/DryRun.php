<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Source\FeedInput;
use Aco\Cli\Store\FeedStore;
use Aco\Cli\Store\StoredItem;
use Aco\Feed;
use Aco\Mapper;
use Aco\Scopes;

/** What a sync of one feed would send. Nothing is sent and nothing written. */
final class DryRun
{
    public readonly FeedReport $report;

    public function __construct(private readonly Feed $feed, private readonly FeedStore $store)
    {
        $this->report = new FeedReport($feed);
    }

    /** @param bool $sendsAll whether it has changed or not */
    public function run(FeedInput $input, Scopes $scopes, ?ItemFilter $only, bool $sendsAll): void
    {
        $start = microtime(true);
        $mapper = new Mapper($this->feed, $scopes);
        $paths = CategoryPaths::ifNeeded($this->feed, $this->store, static fn (): bool => false);
        $chunks = new ChunkReader($input, $mapper, $this->report, $only, $paths);
        while (!$chunks->isAtEnd()) {
            $chunk = $chunks->next();
            $stored = $chunk === [] ? [] : $this->store->lookup($this->feed, array_keys($chunk));

            foreach ($chunk as $candidate) {
                $this->count($candidate, $stored[$candidate->id()] ?? null, $sendsAll);
            }
        }

        $this->report->seconds = microtime(true) - $start;
    }

    private function count(Candidate $candidate, ?StoredItem $stored, bool $sendsAll): void
    {
        switch (Comparison::of($candidate, $stored, false, $sendsAll)->decision) {
            case Decision::Skip:
                $this->report->skipped++;
                break;
            case Decision::Unchanged:
                $this->report->addUnchanged($stored->status);
                break;
            case Decision::Reject:
                $this->report->rejected++;
                $this->report->failures->add(
                    fn (): string => $candidate->id(),
                    $candidate->refusal->field,
                    $candidate->refusal->message,
                );
                break;
            default:
                $this->report->sent++;
        }
    }
}
