<?php

declare(strict_types=1);

namespace Aco\Cluster\Services;

use Aco\Bench\CannotRun;
use Aco\Cluster\Network;

/** The stores by the names that the command line has for them. */
final class Stores
{
    public const NAMES = ['redis', 'database', 'galera'];

    public static function skipReason(string $name): string
    {
        return match ($name) {
            'redis' => RedisGroup::skipReason(),
            'galera' => Galera::skipReason(),
            default => DatabaseServer::skipReason(),
        };
    }

    public static function make(string $name, Network $network, string $folder): RedisGroup|Database|Galera
    {
        return match ($name) {
            'redis' => new RedisGroup($network, $folder),
            'database' => new Database($network, $folder),
            'galera' => new Galera($network, $folder),
            default => throw new CannotRun('--store is one of: ' . implode(', ', self::NAMES)),
        };
    }
}
