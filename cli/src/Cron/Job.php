<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** The commands that are run on a schedule: that of Commerce's connector. */
enum Job: string
{
    case Sync = 'sync';
    case ResendFailed = 'resend-failed';
    case Orders = 'orders:sync';
    case Cleanup = 'cleanup';

    /** Seconds from one start to the next; null: once a day. */
    public function interval(): ?int
    {
        return match ($this) {
            self::Sync => 60,
            self::ResendFailed, self::Orders => 300,
            self::Cleanup => null,
        };
    }
}
