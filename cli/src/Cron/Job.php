<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** The commands that are run on a schedule: for feeds that of Commerce's connector. */
enum Job: string
{
    case Sync = 'sync';
    case ResendFailed = 'resend-failed';
    case Orders = 'orders:sync';
    case Cleanup = 'cleanup';
    /** Where the assets integration is set up. */
    case AssetsSync = 'assets:sync';

    /** Seconds from one start to the next; null: once a day. */
    public function interval(): ?int
    {
        return match ($this) {
            self::Sync, self::AssetsSync => 60,
            self::ResendFailed, self::Orders => 300,
            self::Cleanup => null,
        };
    }
}
