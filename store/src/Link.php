<?php

declare(strict_types=1);

namespace Aco\Store;

/**
 * A connection that is made when it is needed, by each process its own, and again after it broke.
 *
 * @template T of object
 */
final class Link
{
    /** @var T|null */
    private ?object $connection = null;
    private int $process = 0;

    /** @var list<object> Closing one that a forked child inherited would end the parent's, too. */
    private array $inherited = [];

    /** @param \Closure(): T $connect */
    public function __construct(private readonly \Closure $connect)
    {
    }

    /**
     * Runs $use on the connection, and once more on a new one if the first attempt failed: a server may have closed
     * what was idle, or another may have taken over.
     *
     * @template R
     * @param \Closure(T): R $use may run twice
     * @return R
     * @throws Unavailable
     */
    public function run(string $store, \Closure $use): mixed
    {
        $fresh = !$this->isOpen();

        try {
            return $use($this->open());
        } catch (\Exception $exception) {
            $this->connection = null;
        }

        if (!$fresh) {
            try {
                return $use($this->open());
            } catch (\Exception $exception) {
                $this->connection = null;
            }
        }

        throw new Unavailable("$store: " . $exception->getMessage());
    }

    private function isOpen(): bool
    {
        return $this->connection !== null && $this->process === getmypid();
    }

    /** @return T */
    private function open(): object
    {
        if ($this->connection !== null && $this->process !== getmypid()) {
            $this->inherited[] = $this->connection;
            $this->connection = null;
        }

        $this->process = (int) getmypid();

        return $this->connection ??= ($this->connect)();
    }
}
