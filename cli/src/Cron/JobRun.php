<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** One run of a command for the schedule. */
final class JobRun
{
    public function __construct(
        public readonly Job $job,
        public readonly int $exitCode,
        public readonly float $seconds,
        /** Entry of the spool folder. */
        public readonly ?string $entry = null,
        public readonly string $message = '',
    ) {
    }

    /** @return array<string, mixed> */
    public function data(): array
    {
        return [
            'job' => $this->job->value,
            'entry' => $this->entry,
            'exitCode' => $this->exitCode,
            'seconds' => round($this->seconds, 3),
            'message' => $this->message,
        ];
    }
}
