<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** Work that only one process at a time may do on a database. */
enum Lock
{
    /** Sending, and changing what is sent. */
    case Run;
    /** The same for orders, which go to another service. */
    case Orders;
    /** Running the others on their schedule. */
    case Schedule;
    /** Sending the mappings of assets, which need not wait for a long sync of feeds. */
    case Assets;

    /** @param string $database its name to people */
    public function taken(string $database, string $holder): CommandFailure
    {
        $holder = $holder === '' ? '' : " ($holder)";

        return new CommandFailure(match ($this) {
            self::Run => "Another sync$holder is working on $database: wait until it has finished.",
            self::Orders => "Another sync of orders$holder is working on $database: wait until it has finished.",
            self::Schedule => "Another cron$holder is working on $database: stop it first.",
            self::Assets => "Another assets command$holder is working on $database: wait until it has finished.",
        });
    }

    /** The name of its row in the table of leases. */
    public function leaseName(): string
    {
        return match ($this) {
            self::Run => 'sync',
            self::Orders => 'orders',
            self::Schedule => 'cron',
            self::Assets => 'assets',
        };
    }
}
