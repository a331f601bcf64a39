<?php

declare(strict_types=1);

namespace Aco\Cli;

/** Ends the command with one sentence for the user. */
class CommandFailure extends \RuntimeException
{
    public function __construct(
        string $sentence,
        public readonly int $exitCode = ExitCode::USAGE,
        ?\Throwable $previous = null,
    ) {
        parent::__construct($sentence, 0, $previous);
    }
}
