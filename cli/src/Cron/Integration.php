<?php

declare(strict_types=1);

namespace Aco\Cli\Cron;

/** What the schedule serves: each is set up by its own command and runs independently of the others. */
enum Integration: string
{
    case Catalog = 'the catalog';
    case Orders = 'orders';
    case Assets = 'assets';

    /** The command that sets it up. */
    public function setup(): string
    {
        return match ($this) {
            self::Catalog => 'config:init',
            self::Orders => 'experience:config',
            self::Assets => 'assets:config',
        };
    }

    /** What to do when nothing is set up. */
    public static function advice(): string
    {
        $setups = array_map(static fn (self $one): string => "{$one->setup()} for {$one->value}", self::cases());

        return 'run ' . implode(', ', array_slice($setups, 0, -1)) . ' or ' . end($setups) . ' first';
    }
}
