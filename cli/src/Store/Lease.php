<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\MonotonicClock;

/**
 * The lock of a database on a server: a row that its holder counts up, and that another process takes over when the
 * holder is dead. The fencing number of the row is checked in every transaction of the holder, so that one that was
 * frozen and comes back writes nothing.
 */
final class Lease implements RunLock
{
    private const LOOK_SECONDS = 0.25;

    private float $renewedAt;

    private function __construct(
        private readonly LeaseTable $table,
        private readonly string $name,
        private readonly int $fence,
        private readonly string $token,
    ) {
        $this->renewedAt = MonotonicClock::seconds();
    }

    /**
     * Takes the lease when it is free or its holder is dead. To find out the latter on another host takes a moment,
     * because the holder has to be given the time to renew.
     *
     * @param bool $mayWait whether the process will come again soon when the lease is held
     * @return self|string the lease, or its holder
     */
    public static function acquire(LeaseTable $table, string $name, Holder $me, bool $mayWait): self|string
    {
        $watch = new LeaseWatch();

        while (true) {
            $row = $table->read();
            $lives = $row->holder === null || $row->holder->token === $me->token
                ? false
                : $row->holder->lives() ?? $watch->look($row->state(), MonotonicClock::seconds());

            if ($lives === false && !in_array($row->wantedBy, ['', $me->token], true)) {
                return 'one that has waited for it';
            }
            if ($lives === false && $table->take($row, $me)) {
                return new self($table, $name, $row->fence + 1, $me->token);
            }

            if ($mayWait) {
                $table->want($me->token);
            }
            if ($lives === true) {
                return $row->holder->label();
            }

            usleep((int) (self::LOOK_SECONDS * 1e6));
        }
    }

    public function guard(): void
    {
        if (!$this->table->renew($this->fence, $this->token)) {
            throw new LeaseLost($this->name, (string) $this->table->read()->holder?->label());
        }

        $this->renewedAt = MonotonicClock::seconds();
    }

    public function renew(): void
    {
        if (MonotonicClock::seconds() - $this->renewedAt >= LeaseWatch::RENEW_SECONDS) {
            $this->guard();
        }
    }

    public function release(): void
    {
        try {
            $this->table->free($this->fence, $this->token);
        } catch (\PDOException) {
            // The connection is gone: the next process waits until the lease has not been renewed for long enough.
        }
    }
}
