<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Workspace;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** Writes into the log how a command ended. */
final class CommandEvents
{
    /** Worth a line only when they fail: they change nothing, or have events of their own. */
    private const SILENT = [
        'list', 'help', 'completion', '_complete', 'status', 'config:show', 'assets:status', 'estimate', 'sandbox', 'cron',
        'orders:status',
    ];

    public static function write(
        string $command,
        InputInterface $input,
        OutputInterface $output,
        float $seconds,
        int|\Throwable $end,
    ): void {
        $exitCode = match (true) {
            is_int($end) => $end,
            $end instanceof CommandFailure => $end->exitCode,
            default => ExitCode::NOTHING_DELIVERED,
        };
        if ($exitCode === ExitCode::DONE && in_array($command, self::SILENT, true)) {
            return;
        }
        try {
            $log = EventLog::of(Workspace::fromInput($input), $output);
        } catch (\Throwable) {
            // Without a usable state folder there is no log.
            return;
        }
        $log->write(match ($exitCode) {
            ExitCode::DONE => 'info',
            ExitCode::ITEMS_FAILED => 'warning',
            default => 'error',
        }, 'command', [
            'command' => $command,
            'exitCode' => $exitCode,
            'seconds' => $seconds,
        ] + (is_int($end) ? [] : ['message' => $end->getMessage()]));
    }
}
