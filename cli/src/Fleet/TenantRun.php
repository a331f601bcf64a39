<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;

/** A process of its own that does what is due for one tenant: `cron --once`. */
final class TenantRun
{
    private const MAX_OUTPUT = 65536;

    /**
     * @param resource $process
     * @param resource $output
     */
    private function __construct(
        public readonly Tenant $tenant,
        public readonly bool $isSuspect,
        private $process,
        private $output,
        private readonly float $start,
    ) {
    }

    /** @param bool $isSuspect whether its latest run has failed */
    public static function start(Tenant $tenant, bool $isSuspect): self
    {
        $output = tmpfile();
        $null = ['file', '/dev/null', 'r+'];
        $command = [
            self::launcher(), 'cron', '--once', '--json', '--no-progress', "--state-dir=$tenant->stateDir",
            ...($tenant->dsn === '' ? [] : ["--dsn=$tenant->dsn"]),
        ];

        // The control database is not the tenant's.
        $environment = ['PHP' => PHP_BINARY] + array_diff_key(
            getenv(),
            ['ACO_DSN' => 1, 'ACO_STATE_DIR' => 1, 'ACO_TABLE_PREFIX' => 1],
        );
        $pipes = [];
        $process = $output === false ? false : proc_open($command, [$null, $output, $null], $pipes, null, $environment);

        return $process === false
            ? throw new CommandFailure('No process can be started: check the limits of this user (ulimit -u).')
            : new self($tenant, $isSuspect, $process, $output, microtime(true));
    }

    /** @return ?array{exitCode: int, seconds: float, message: string} null while it runs */
    public function end(): ?array
    {
        $status = proc_get_status($this->process);
        if ($status['running']) {
            return null;
        }

        $exitCode = $status['signaled'] ? ExitCode::NOTHING_DELIVERED : $status['exitcode'];
        rewind($this->output);
        $document = json_decode((string) stream_get_contents($this->output, self::MAX_OUTPUT), true);
        $messages = is_array($document)
            ? [$document['error']['message'] ?? '', ...array_column($document['runs'] ?? [], 'message')]
            : [];

        return [
            'exitCode' => $exitCode,
            'seconds' => microtime(true) - $this->start,
            'message' => implode(' ', array_unique(array_filter($messages))),
        ];
    }

    /** Asks it to end. */
    public function stop(): void
    {
        proc_terminate($this->process);
    }

    private static function launcher(): string
    {
        $root = dirname(__DIR__, 3);

        return str_starts_with($root, 'phar://') ? \Phar::running(false) : "$root/bin/aco";
    }
}
