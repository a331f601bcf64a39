<?php

declare(strict_types=1);

namespace Aco\Bench\Scale;

use Aco\Bench\Cpu;

/** What one run of a command took. */
final class Run
{
    /** @param array<string, mixed> $document what --json printed */
    public function __construct(
        public readonly array $document,
        /** Seconds of processor time, user and system. */
        public readonly float $cpu,
        /** Of it, that of the kernel. */
        public readonly float $kernel,
        public readonly float $wall,
        /** Peak of the resident set. */
        public readonly int $kib,
    ) {
    }

    /**
     * Runs a command to its end.
     *
     * @param list<string> $command
     * @param array<string, string> $environment
     */
    public static function of(array $command, array $environment): self
    {
        $cpu = Cpu::ofChildren();
        $kernel = Cpu::ofChildrenInKernel();
        $start = microtime(true);
        $output = tmpfile() ?: throw new \RuntimeException('There is no room for temporary files');
        $errors = tmpfile() ?: throw new \RuntimeException('There is no room for temporary files');
        $process = proc_open($command, [['file', '/dev/null', 'r'], $output, $errors], $pipes, null, $environment)
            ?: throw new \RuntimeException("Cannot start $command[0]");
        $kib = 0;
        while (($status = proc_get_status($process))['running']) {
            $kib = max($kib, self::peak($status['pid']));
            usleep(10_000);
        }
        $wall = microtime(true) - $start;
        proc_close($process);

        rewind($output);
        rewind($errors);
        $document = json_decode((string) stream_get_contents($output), true);
        if ($status['exitcode'] !== 0 || !is_array($document)) {
            throw new \RuntimeException(implode(' ', $command) . ': ' . trim((string) stream_get_contents($errors)));
        }

        return new self(
            $document,
            Cpu::ofChildren() - $cpu,
            Cpu::ofChildrenInKernel() - $kernel,
            $wall,
            $kib,
        );
    }

    private static function peak(int $pid): int
    {
        return preg_match('/^VmHWM:\s+(\d+)/m', (string) @file_get_contents("/proc/$pid/status"), $match) === 1
            ? (int) $match[1]
            : 0;
    }
}
