<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** Counters of the questions to the matcher. */
final class MatcherResult
{
    public int $answered = 0;
    /** Answers that nothing is to change. */
    public int $skipped = 0;
    /** Waiting for another attempt. */
    public int $failed = 0;
    /** Failures that any question would have met: the matcher is down, or refuses the credentials. */
    public int $outages = 0;
    /** Not asked in this run. */
    public int $waiting = 0;
    /** Of the first failure. */
    public string $message = '';
    /** Why the run stopped asking the matcher, else "". */
    public string $stopped = '';

    /** @return array<string, int|string> */
    public function data(): array
    {
        return [
            'answered' => $this->answered,
            'skipped' => $this->skipped,
            'failed' => $this->failed,
            'waiting' => $this->waiting,
            'stopped' => $this->stopped,
        ];
    }
}
