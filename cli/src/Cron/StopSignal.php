<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** A request to stop, made by a signal: recorded, and thrown into work that may be interrupted. */
final class StopSignal
{
    private bool $isRequested = false;
    private bool $mayThrow = false;

    public function isRequested(): bool
    {
        return $this->isRequested;
    }

    /** @throws StopRequested within interrupting() */
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
