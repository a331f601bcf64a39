<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** What became of questions to the matcher. */
final class MatcherResult
{
    public int $answered = 0;
    /** Answers that nothing is to change. */
    public int $skipped = 0;
    /** Wait for another try. */
    public int $failed = 0;
    /** Failures that any question would have met: the matcher is down, or refuses the credentials. */
    public int $outages = 0;
    /** Have not been asked. */
    public int $waiting = 0;
    /** Of the first failure. */
    public string $message = '';
    /** Why the matcher was not asked any more; "" when it was. */
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
