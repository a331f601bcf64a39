<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** The commands that run on a schedule; that of feeds is the schedule of Commerce's connector. */
enum Job: string
{
    case Sync = 'sync';
    case ResendFailed = 'resend-failed';
    case Orders = 'orders:sync';
    case Cleanup = 'cleanup';
    case AssetsPull = 'assets:pull';
    case AssetsSync = 'assets:sync';

    /** Seconds from one start to the next; null: once a day. */
    public function interval(): ?int
    {
        return match ($this) {
            self::Sync, self::AssetsPull, self::AssetsSync => 60,
            self::ResendFailed, self::Orders => 300,
            self::Cleanup => null,
        };
    }

    /** @return non-empty-list<Integration> that it serves: it runs when one of them is set up */
    public function integrations(): array
    {
        return match ($this) {
            self::Sync => [Integration::Catalog, Integration::Orders],
            self::ResendFailed, self::Cleanup => [Integration::Catalog],
            self::Orders => [Integration::Orders],
            self::AssetsPull, self::AssetsSync => [Integration::Assets],
        };
    }
}
