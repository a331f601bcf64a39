<?php

declare(strict_types=1);

namespace Aco\Cli\Command;

/** For commands that work for a while: SIGINT and SIGTERM end them with a sentence, and a line of the log. */
trait EndsOnSignal
{
    /**
     * @return list<int> those that nothing else handles, such as cron, which runs commands itself, or nohup; none where
     *     pcntl is missing or switched off: signals then end the process as usual
     */
    public function getSubscribedSignals(): array
    {
        foreach (['pcntl_signal', 'pcntl_signal_get_handler', 'pcntl_async_signals'] as $function) {
            if (!function_exists($function)) {
                return [];
            }
        }

        return array_values(array_filter(
            [SIGTERM, SIGINT],
            static fn (int $signal): bool => pcntl_signal_get_handler($signal) === SIG_DFL,
        ));
    }

    public function handleSignal(int $signal, int|false $previousExitCode = 0): int|false
    {
        throw new Stopped($signal);
    }
}
