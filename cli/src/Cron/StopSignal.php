<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** SIGTERM and SIGINT: noted, and thrown into what may be broken off. Without pcntl they end the process as usual. */
final class StopSignal
{
    private bool $isRequested = false;
    private bool $mayThrow = false;

    public function listen(): void
    {
        if (function_exists('pcntl_async_signals') && function_exists('pcntl_signal')) {
            pcntl_async_signals(true);
            pcntl_signal(SIGTERM, $this->request(...));
            pcntl_signal(SIGINT, $this->request(...));
        }
    }

    public function isRequested(): bool
    {
        return $this->isRequested;
    }

    public function request(): void
    {
        $this->isRequested = true;
        if ($this->mayThrow) {
            $this->mayThrow = false;
            throw new StopRequested();
        }
    }

    /**
     * @template T
     * @param callable(): T $work
     * @return T
     * @throws StopRequested
     */
    public function interrupting(callable $work): mixed
    {
        $this->mayThrow = true;
        try {
            if ($this->isRequested) {
                throw new StopRequested();
            }

            return $work();
        } finally {
            $this->mayThrow = false;
        }
    }
}
