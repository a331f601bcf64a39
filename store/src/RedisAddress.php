<?php

declare(strict_types=1);

namespace Aco\Store;

/**
 * Where Redis is: `redis://[user@]host[:port][/database]`, `rediss://…` for TLS, or
 * `redis+sentinel://host[:port][,host[:port]…]/master[/database]` for the master that Sentinel names. The password is
 * given apart.
 */
final class RedisAddress
{
    private const PATTERN = '~^(redis|rediss|redis\+sentinel)://(?:([^@/:]+)@)?([^@/]+)(?:/([^/?]+))?(?:/(\d+))?$~D';

    /** @param list<array{string, int}> $servers */
    private function __construct(
        public readonly array $servers,
        public readonly ?string $user,
        public readonly ?string $master,
        public readonly int $database,
        public readonly bool $encrypted,
    ) {
    }

    public static function parse(string $url): self
    {
        if (preg_match(self::PATTERN, $url, $parts, PREG_UNMATCHED_AS_NULL) !== 1) {
            throw new \InvalidArgumentException('a Redis address is redis://[user@]host[:port][/database], rediss://… or '
                . 'redis+sentinel://host:port[,host:port…]/master[/database], without a password');
        }

        [, $scheme, $user, $hosts, $first, $second] = $parts;
        $sentinel = $scheme === 'redis+sentinel';

        if ($sentinel ? $first === null : $second !== null || ($first !== null && !ctype_digit($first))) {
            throw new \InvalidArgumentException('a Redis address ends with the number of the database, and that of '
                . 'Sentinel names the master before it');
        }

        $servers = self::servers((string) $hosts, $sentinel ? 26379 : 6379);
        if (!$sentinel && count($servers) > 1) {
            throw new \InvalidArgumentException('a Redis address names one host: only Sentinel has several');
        }

        foreach ($servers as [$host, $port]) {
            if (preg_match('/^[A-Za-z0-9._-]+$|^\[[0-9A-Fa-f:.]+\]$/D', $host) !== 1 || $port < 1 || $port > 65535) {
                throw new \InvalidArgumentException('a Redis address names hosts, and ports from 1 to 65535');
            }
        }

        return new self(
            $servers,
            $user,
            $sentinel ? $first : null,
            (int) ($sentinel ? $second : $first),
            $scheme === 'rediss',
        );
    }

    /** A store with connections of phpredis. */
    public function store(#[\SensitiveParameter] ?string $password = null, float $timeout = 2.0): RedisStore
    {
        return new RedisStore(function () use ($password, $timeout): \Redis {
            [$host, $port] = $this->master === null ? $this->servers[0] : $this->askSentinel($timeout);
            $redis = new \Redis();
            $redis->connect($this->encrypted ? "tls://$host" : $host, $port, $timeout, null, 0, $timeout);

            if ($password !== null && !$redis->auth($this->user === null ? $password : [$this->user, $password])) {
                throw new Unavailable('the account was refused');
            }
            if ($this->database > 0 && !$redis->select($this->database)) {
                throw new Unavailable("database $this->database was refused");
            }

            return $redis;
        });
    }

    /** @return array{string, int} */
    private function askSentinel(float $timeout): array
    {
        foreach ($this->servers as [$host, $port]) {
            try {
                $sentinel = new \Redis();
                $sentinel->connect($host, $port, $timeout, null, 0, $timeout);
                $answer = $sentinel->rawCommand('SENTINEL', 'get-master-addr-by-name', (string) $this->master);
            } catch (\RedisException) {
                continue;
            }

            if (is_array($answer) && is_string($answer[0] ?? null) && is_numeric($answer[1] ?? null)) {
                return [$answer[0], (int) $answer[1]];
            }
        }

        throw new Unavailable("no Sentinel names the master \"$this->master\"");
    }

    /** @return list<array{string, int}> */
    private static function servers(string $hosts, int $port): array
    {
        $servers = [];

        foreach (explode(',', $hosts) as $host) {
            $colon = strrpos($host, ':');
            $given = $colon === false || str_ends_with($host, ']') ? null : substr($host, $colon + 1);
            $servers[] = $given === null
                ? [$host, $port]
                : [substr($host, 0, (int) $colon), ctype_digit($given) ? (int) $given : 0];
        }

        return $servers;
    }
}
