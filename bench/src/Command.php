<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * The frame of a command: what ends it early still cleans up.
 */
final class Command
{
    /**
     * exit() runs the destructors, which stop processes and remove folders; a signal by itself would not.
     *
     * @param callable(): void $command
     */
    public static function run(callable $command): void
    {
        if (function_exists('pcntl_async_signals')) {
            pcntl_async_signals(true);

            foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
                // Whatever waits has to return, or the handler would wait, too.
                pcntl_signal($signal, static fn (int $signal): never => exit(128 + $signal), false);
            }
        }

        ini_set('memory_limit', '-1');
        ini_set('serialize_precision', '-1');

        try {
            $command();
        } catch (CannotRun $e) {
            fwrite(STDERR, "{$e->getMessage()}\n");
            exit(2);
        } catch (\RuntimeException $e) {
            fwrite(STDERR, "FAILED: {$e->getMessage()}\n");
            exit(1);
        }
    }
}
