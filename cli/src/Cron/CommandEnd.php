<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;

/** How a scheduled command ended. */
final class CommandEnd
{
    public function __construct(
        public readonly int $exitCode,
        /** Why it failed as a whole, else "". */
        public readonly string $message = '',
        /** @var ?array<string, mixed> what it printed as JSON */
        public readonly ?array $document = null,
    ) {
    }

    public static function failed(\Throwable $cause): self
    {
        return $cause instanceof CommandFailure
            ? new self($cause->exitCode, $cause->getMessage())
            : new self(ExitCode::NOTHING_DELIVERED, "Unexpected error: {$cause->getMessage()}.");
    }

    /** Its message, instead of or beside its result. */
    public function sentence(): string
    {
        return $this->message ?: $this->document['error']['message'] ?? '';
    }

    /** Whether the feeds were processed, so that every item is in its table. */
    public function hasReport(): bool
    {
        return isset($this->document['feeds']);
    }

    /** Whether items of the input were refused, or it could not be read to its end. */
    public function hasRefusals(): bool
    {
        foreach ($this->document['feeds'] ?? [] as $feed) {
            $refused = ($feed['rejected'] ?? 0) + ($feed['refused'] ?? 0) + ($feed['badLineCount'] ?? 0);
            if ($refused > 0 || ($feed['inputError'] ?? null) !== null) {
                return true;
            }
        }

        return false;
    }
}
