<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

use Aco\Cli\ExitCode;
use Aco\Cli\Log\EventLog;
use Aco\Cli\Output\Console;
use Aco\Cli\Output\Text;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Output\OutputInterface;

/** Prints and logs the commands that cron runs. */
final class CronOutput
{
    /** @var list<JobRun> */
    private array $runs = [];
    private int $runCount = 0;
    private int $exitCode = ExitCode::DONE;

    /** @param bool $isOnce whether the runs are kept for the document and decide the exit code */
    public function __construct(
        private readonly Console $console,
        private readonly EventLog $log,
        private readonly bool $isOnce,
    ) {
    }

    /** @param list<Integration> $configured */
    public function printLeftOut(array $configured): void
    {
        foreach (Integration::cases() as $integration) {
            if (!in_array($integration, $configured, true)) {
                $this->console->errors()->writeln(
                    "Left out until {$integration->setup()} is run: {$integration->value}.",
                    OutputInterface::VERBOSITY_VERBOSE,
                );
            }
        }
    }

    /** @param string $holder the process that holds the lock, "" when unknown */
    public function giveWay(string $holder): int
    {
        $this->console->errors()->writeln(
            'Another cron' . ($holder === '' ? '' : " ($holder)") . ' is working on this database: nothing to do.',
            OutputInterface::VERBOSITY_VERBOSE,
        );

        return $this->conclude();
    }

    public function ended(JobRun $run): void
    {
        $this->runCount++;

        if ($this->isOnce) {
            $this->runs[] = $run;
            $this->exitCode = max($this->exitCode, $run->exitCode);
        }

        $this->log->write(match ($run->exitCode) {
            ExitCode::DONE => 'info',
            ExitCode::ITEMS_FAILED => 'warning',
            default => 'error',
        }, 'job', $run->data());

        if (!$this->console->isJson()) {
            $this->console->output->writeln(OutputFormatter::escape(Text::printable(sprintf(
                '%s %s%s: exit code %d, %.1f s%s',
                gmdate('Y-m-d H:i:s'),
                $run->job->value,
                $run->entry === null ? '' : " {$run->entry}",
                $run->exitCode,
                $run->seconds,
                $run->message === '' ? '' : "; {$run->message}",
            ))));
        }
    }

    /** @return int one of ExitCode */
    public function conclude(): int
    {
        if ($this->console->isJson()) {
            $runs = array_map(static fn (JobRun $run): array => $run->data(), $this->runs);
            $this->console->printJson(
                ['exitCode' => $this->exitCode, 'runCount' => $this->runCount]
                    + ($this->isOnce ? ['runs' => $runs] : [])
            );
        }

        return $this->exitCode;
    }
}
