<?php

declare(strict_types=1);

namespace Aco\Cluster\Faults;

use Aco\Cluster\Host;

/** One `bin/aco sync` of a tenant on a node. */
final class Turn
{
    /** @var resource|null */
    private mixed $process;
    private readonly int $pid;
    private ?int $code = null;
    public readonly float $begunAt;

    /**
     * @param list<string> $arguments
     * @param array<string, string> $environment
     * @param string $log gets what it prints
     */
    public function __construct(
        public readonly Host $node,
        array $arguments,
        array $environment,
        public readonly string $log,
    ) {
        $command = $node->command([dirname(__DIR__, 4) . '/bin/aco', ...$arguments], $environment);
        $output = ['file', $log, 'a'];
        $process = proc_open($command, [['file', '/dev/null', 'r'], $output, $output], $pipes);

        if ($process === false) {
            throw new \RuntimeException('A command cannot be started');
        }

        $this->process = $process;
        $this->pid = proc_get_status($process)['pid'];
        $this->begunAt = hrtime(true) / 1e9;
    }

    /** Its exit code, -1 when it was killed; null while it runs. */
    public function code(): ?int
    {
        if ($this->process !== null) {
            $status = proc_get_status($this->process);
            if ($status['running']) {
                return null;
            }

            $this->code = $status['exitcode'];
            proc_close($this->process);
            $this->process = null;
        }

        return $this->code;
    }

    public function seconds(): float
    {
        return hrtime(true) / 1e9 - $this->begunAt;
    }

    public function signal(int $signal): void
    {
        if ($this->code() === null) {
            posix_kill($this->pid, $signal);
        }
    }
}
