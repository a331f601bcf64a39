<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Output\Console;
use Aco\Cli\Output\ResultTable;
use Symfony\Component\Console\Output\OutputInterface;

/** What doctor and status --check print. */
final class DoctorOutput
{
    /** @param list<Finding> $findings */
    public static function list(Console $console, array $findings): void
    {
        if ($console->isJson()) {
            $console->printJson(self::data($findings));

            return;
        }

        foreach ($findings as $finding) {
            $console->output->writeln(sprintf(
                '<fg=%s>%-8s</> %-13s %s',
                $finding->level->colour(),
                $finding->level->value,
                ResultTable::text($finding->check),
                ResultTable::text($finding->sentence, 2000),
            ), $finding->level === Level::Ok ? OutputInterface::VERBOSITY_NORMAL : OutputInterface::VERBOSITY_QUIET);
        }
    }

    /**
     * One line, as monitoring systems show it.
     *
     * @param list<Finding> $findings
     */
    public static function line(Console $console, array $findings): void
    {
        if ($console->isJson()) {
            $console->printJson(self::data($findings));

            return;
        }

        $worst = Level::worst($findings);
        $said = array_filter(
            $findings,
            static fn (Finding $finding): bool => $finding->level !== Level::Ok || $worst === Level::Ok,
        );
        $sentences = array_map(static fn (Finding $finding): string => $finding->sentence, $said);
        $console->output->writeln(
            'aco ' . strtoupper($worst->value) . ': ' . ResultTable::text(implode(' ', $sentences), 4000),
            OutputInterface::VERBOSITY_QUIET,
        );
    }

    /**
     * @param list<Finding> $findings
     * @return array<string, mixed>
     */
    private static function data(array $findings): array
    {
        $worst = Level::worst($findings);

        return [
            'exitCode' => $worst->exitCode(),
            'level' => $worst->value,
            'findings' => array_map(static fn (Finding $finding): array => $finding->data(), $findings),
        ];
    }
}
