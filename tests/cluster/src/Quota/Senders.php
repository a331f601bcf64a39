<?php

declare(strict_types=1);

namespace Aco\Cluster\Quota;

use Aco\Bench\Process;
use Aco\Cluster\Bed;
use Aco\Cluster\Services\Remote;

/** Processes on all nodes that send as fast as they may, each node with a state folder of its own. */
final class Senders
{
    private readonly string $program;

    /** @var list<Process> */
    private array $processes = [];

    /** @param array<string, mixed> $work for workers/sender.php */
    public function __construct(private readonly Bed $bed, private readonly array $work)
    {
        $this->program = dirname(__DIR__, 2) . '/workers/sender.php';
    }

    /** @param int $number of processes on each of so many nodes */
    public function start(int $number, int $nodes): void
    {
        foreach (array_slice($this->bed->network->nodes, 0, $nodes) as $node) {
            $state = "{$this->bed->folder}/state-{$node->name}";
            is_dir($state) || mkdir($state, 0700);

            for ($n = 0; $n < $number; $n++) {
                $this->processes[] = $node->start([
                    dirname(__DIR__, 4) . '/bench/php.sh', '-d', "aco.state_dir=$state", $this->program,
                    json_encode($this->work + [
                        'url' => Remote::url($this->bed->network->service->address),
                        'caFile' => $this->bed->certificate,
                    ]),
                ]);
            }
        }
    }

    public function check(): void
    {
        foreach ($this->processes as $process) {
            if (!$process->isRunning()) {
                throw new \RuntimeException('A process that sends ended by itself');
            }
        }
    }

    /** @return list<array<string, mixed>> what each has counted */
    public function stop(): array
    {
        foreach ($this->processes as $process) {
            $process->write("end\n");
        }

        return array_map(static fn (Process $process): array => $process->result(), $this->processes);
    }
}
