<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** The database rejects a row: it is too long, breaks a constraint or does not fit its columns. */
final class RowRefused extends CommandFailure
{
    public function __construct(CommandFailure $failure, public readonly string $reason)
    {
        parent::__construct($failure->getMessage(), $failure->exitCode, $failure->getPrevious());
    }
}
