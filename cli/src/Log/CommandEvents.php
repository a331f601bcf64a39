<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

use Aco\Cli\Command\Command;
use Aco\Cli\Command\Stopped;
use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Command\Command as ConsoleCommand;
use Symfony\Component\Console\Exception\ExceptionInterface as UsageException;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** Logs how a command ended. */
final class CommandEvents
{
    public static function write(
        ConsoleCommand $command,
        InputInterface $input,
        OutputInterface $output,
        float $seconds,
        int|\Throwable $end,
    ): void {
        $exitCode = match (true) {
            is_int($end) => $end,
            $end instanceof CommandFailure => $end->exitCode,
            $end instanceof UsageException => ExitCode::USAGE,
            default => ExitCode::NOTHING_DELIVERED,
        };

        // Symfony's own commands, such as help, change nothing.
        $logsSuccess = $command instanceof Command && !$command instanceof LoggedOnFailure
            && !$command instanceof LoggedOnError;
        if (($exitCode === ExitCode::DONE && !$logsSuccess) || ($command instanceof LoggedOnError && is_int($end))) {
            return;
        }

        try {
            $log = EventLog::of(Workspace::fromInput($input), $output);
        } catch (\Throwable) {
            // There is no log without a usable state folder.
            return;
        }

        $log->write(match (true) {
            $exitCode === ExitCode::DONE => 'info',
            $exitCode === ExitCode::ITEMS_FAILED, $end instanceof Stopped => 'warning',
            default => 'error',
        }, 'command', [
            'command' => (string) $command->getName(),
            'exitCode' => $exitCode,
            'seconds' => $seconds,
        ] + (is_int($end) ? [] : ['message' => $end->getMessage()]));
    }
}
