<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

use Aco\Bench\Process;

/**
 * Processes that send at the same time and share what is in the state folder.
 */
final class Crew
{
    /** @var list<Process> */
    private array $workers = [];

    public int $killed = 0;

    /**
     * @param array<string, mixed> $work for workers/quota.php
     */
    public function __construct(
        public readonly int $size,
        private readonly array $work,
        private readonly string $stateDir,
    ) {
        for ($i = 0; $i < $size; $i++) {
            $this->workers[] = $this->hire();
        }
    }

    /** kill -9 for one of them; another one starts at once. */
    public function replaceOne(): void
    {
        $which = array_rand($this->workers);
        $this->workers[$which]->kill();
        $this->killed++;
        $this->workers[$which] = $this->hire();
    }

    /** No worker ends before it is told to. */
    public function check(): void
    {
        foreach ($this->workers as $worker) {
            if (!$worker->isRunning()) {
                throw new \RuntimeException('A process that sends ended by itself');
            }
        }
    }

    public function dismiss(): void
    {
        foreach ($this->workers as $worker) {
            $worker->kill();
        }
    }

    private function hire(): Process
    {
        return Process::php(dirname(__DIR__, 2) . '/workers/quota.php', $this->work, $this->stateDir);
    }
}
