<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\Dsn;
use Aco\Cli\Workspace;
use Aco\SharedStore;
use Aco\Store\PdoStore;
use Aco\Store\RedisAddress;

/** The store in which several hosts share rates and tokens, by environment variables or stored settings. */
final class SharedQuota
{
    private const FORMS = '"mysql:host=…;dbname=…", redis://…, rediss://… or redis+sentinel://…';
    private const SECRET = 'ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and '
        . 'ACO_SHARED_STORE_PASSWORD.';
    private const MAX_HOSTS = 1000;

    /**
     * The password is never stored: it has to be in the environment.
     *
     * @param array<string, string> $values stored settings, for which variables stand in
     * @return array{}|array{shared: SharedStore, hosts: int} parameters of Limits
     */
    public static function options(array $values): array
    {
        $place = Workspace::environment('ACO_SHARED_STORE') ?? $values[Setting::SHARED_STORE] ?? null;

        return $place === null ? [] : [
            'shared' => self::store(
                $place,
                Workspace::environment('ACO_SHARED_STORE_USER') ?? $values[Setting::SHARED_STORE_USER] ?? null,
                Workspace::environment('ACO_SHARED_STORE_PASSWORD'),
            ),
            'hosts' => self::hosts(Workspace::environment('ACO_SHARED_HOSTS') ?? $values[Setting::SHARED_HOSTS] ?? ''),
        ];
    }

    public static function store(
        string $place,
        ?string $user,
        #[\SensitiveParameter] ?string $password,
    ): SharedStore {
        if (str_starts_with($place, 'mysql:')) {
            $dsns = array_values(array_filter(explode(' ', $place)));
            array_map(self::checkDsn(...), $dsns);

            return PdoStore::mysql($dsns, $user, $password);
        }
        // A password may hold any character.
        if (preg_match('~://[^@]*:.*@~s', $place) === 1) {
            throw new CommandFailure(self::SECRET);
        }
        if (!str_starts_with($place, 'redis')) {
            throw new CommandFailure('ACO_SHARED_STORE must be ' . self::FORMS . '.');
        }
        if (!extension_loaded('redis')) {
            throw new CommandFailure('ACO_SHARED_STORE names Redis, for which PHP needs the extension redis.');
        }

        try {
            return RedisAddress::parse($place)->store($password);
        } catch (\InvalidArgumentException $e) {
            throw new CommandFailure('ACO_SHARED_STORE: ' . $e->getMessage() . '.', previous: $e);
        }
    }

    private static function checkDsn(string $dsn): void
    {
        if (!str_starts_with($dsn, 'mysql:')) {
            throw new CommandFailure('ACO_SHARED_STORE must be ' . self::FORMS . '; several databases have a space '
                . 'between them, and each begins with mysql:.');
        }

        $members = Dsn::mysqlMembers(substr($dsn, strlen('mysql:')), self::SECRET);
        if (($members['host'] ?? '') . ($members['unix_socket'] ?? '') === '') {
            throw new CommandFailure('ACO_SHARED_STORE must name the host of the database, or its unix_socket.');
        }
    }

    private static function hosts(string $text): int
    {
        if (!ctype_digit($text) || (int) $text < 1 || (int) $text > self::MAX_HOSTS) {
            throw new CommandFailure('ACO_SHARED_HOSTS must say how many hosts share the store, from 1 to '
                . self::MAX_HOSTS . ': while it cannot be used, each keeps to its share of the rates.');
        }

        return (int) $text;
    }
}
