<?php

declare(strict_types=1);

namespace Aco\Cluster;

/** Commands that end at once. */
final class Shell
{
    /** @param list<string> $command */
    public static function run(array $command): string
    {
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1', $lines, $code);

        return $code === 0
            ? implode("\n", $lines)
            : throw new \RuntimeException(implode(' ', $command) . " ended with $code:\n" . implode("\n", $lines));
    }

    /** @param \Closure(): bool $holds */
    public static function wait(string $what, float $seconds, \Closure $holds): void
    {
        for ($end = hrtime(true) / 1e9 + $seconds; !$holds(); usleep(50_000)) {
            if (hrtime(true) / 1e9 > $end) {
                throw new \RuntimeException("$what: not within $seconds s");
            }
        }
    }
}
