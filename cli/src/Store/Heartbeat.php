<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * Renews the locks that this process holds every few seconds, wherever it is: in a long request, waiting for a rate, or
 * computing. An alarm interrupts it, which the extension and PHP notice between two steps. A holder that is frozen or
 * hangs in a call does not renew, and loses its locks. When it goes on, it starts no request before it has proved that
 * it still holds them.
 */
final class Heartbeat
{
    /** How long a proof counts: less than what makes a lock be taken over. */
    private const PROOF_MILLISECONDS = 15000;

    /** @var array<int, Database> */
    private static array $databases = [];
    private static bool $isSilenced = false;

    public static function add(Database $database): void
    {
        self::$databases[spl_object_id($database)] = $database;
        \Aco\sendWhile(self::prove(...), self::PROOF_MILLISECONDS);
        self::arm();
    }

    public static function remove(Database $database): void
    {
        unset(self::$databases[spl_object_id($database)]);
        if (self::$databases !== []) {
            return;
        }

        \Aco\sendWhile(null);
        if (self::isPossible()) {
            pcntl_alarm(0);
        }
    }

    /**
     * Runs something, and releases the locks that it has taken and left, as a command does that fails: a schedule runs
     * many commands in one process.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public static function during(callable $work): mixed
    {
        $held = self::$databases;

        try {
            return $work();
        } finally {
            foreach (array_diff_key(self::$databases, $held) as $database) {
                $database->unlock();
            }
        }
    }

    /** Stops the alarm for a source that is a pipe: an alarm would break off its reading. */
    public static function silence(bool $isSilenced): void
    {
        self::$isSilenced = $isSilenced;
        self::arm();
    }

    /** @param ?string $source a file, a folder, or `-` */
    public static function isPipe(?string $source): bool
    {
        return $source !== null && !is_file($source) && !is_dir($source);
    }

    /** @throws LeaseLost */
    private static function prove(): void
    {
        foreach (self::$databases as $database) {
            $database->proveLock();
        }
    }

    /** @throws LeaseLost */
    private static function beat(): void
    {
        self::arm();
        foreach (self::$databases as $database) {
            $database->renewLock();
        }
    }

    private static function arm(): void
    {
        if (!self::isPossible()) {
            return;
        }

        if (self::$isSilenced || self::$databases === []) {
            pcntl_alarm(0);

            return;
        }

        pcntl_async_signals(true);
        pcntl_signal(SIGALRM, self::beat(...));
        pcntl_alarm(LeaseWatch::RENEW_SECONDS);
    }

    private static function isPossible(): bool
    {
        return function_exists('pcntl_alarm') && function_exists('pcntl_signal')
            && function_exists('pcntl_async_signals');
    }
}
