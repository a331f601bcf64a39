<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

use Aco\Cli\Output\Confirmation;
use Aco\Cli\Output\Console;
use Aco\Cli\Sync\DeletionLimit;
use Symfony\Component\Console\Input\InputOption;

/** For commands with an option that deletes what the source no longer has: --max-delete and --force bound how much. */
trait LimitsDeletion
{
    /** @param string $with name of the option that deletes */
    private function addDeletionOptions(string $with, string $share, string $any): void
    {
        $this->addOption(
            'max-delete',
            null,
            InputOption::VALUE_REQUIRED,
            "With --$with: maximum share $share, in percent [default: " . DeletionLimit::DEFAULT_PERCENT . ']',
        );
        $this->addOption('force', null, InputOption::VALUE_NONE, "With --$with: $any");
    }

    /**
     * @param string $question asked on a terminal before more is deleted than without --force
     * @return ?DeletionLimit null: nothing is deleted
     */
    private static function deletionLimit(Console $console, string $with, string $question): ?DeletionLimit
    {
        return DeletionLimit::ofOptions(
            $with,
            (bool) $console->option($with),
            $console->option('max-delete'),
            (bool) $console->option('force'),
            static fn (string $sentence): bool => Confirmation::of($console, $sentence, $question),
        );
    }
}
