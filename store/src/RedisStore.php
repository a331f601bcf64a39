<?php

declare(strict_types=1);

namespace Aco\Store;

use Aco\SharedStore;

/** Rates and tokens in Redis or Valkey, 5 or later, through phpredis or Predis: one key for each. */
final class RedisStore implements SharedStore
{
    /** Compares and replaces in one step, and tells the server's time. */
    private const SCRIPT = <<<'LUA'
        local value = redis.call('GET', KEYS[1])
        local time = redis.call('TIME')
        if ARGV[1] == 'new' and not value or ARGV[1] == 'replace' and value == ARGV[2] then
            redis.call('SET', KEYS[1], ARGV[3], 'EX', ARGV[4])
            return {1, time[1], time[2]}
        end
        return {0, time[1], time[2], value}
        LUA;

    /** @var Link<object> */
    private readonly Link $link;

    /**
     * @param \Closure(): object $connect makes a \Redis or a Predis client of its own each time, because forked
     *        processes cannot share one; it sets time limits, TLS and the account, and asks Sentinel
     */
    public function __construct(\Closure $connect, private readonly string $prefix = 'aco:')
    {
        $this->link = new Link($connect);
    }

    public function swap(string $key, ?string $expected, ?string $value, int $seconds): array
    {
        $mode = $value === null ? 'read' : ($expected === null ? 'new' : 'replace');
        $arguments = [$this->prefix . $key, $mode, (string) $expected, (string) $value, (string) $seconds];

        $answer = $this->link->run('Redis', static fn (object $redis): array => self::evaluate($redis, $arguments));
        [$replaced, $seconds, $microseconds] = $answer;
        $stored = $replaced === 1 ? $value : ($answer[3] ?? null);

        return [is_string($stored) ? $stored : null, (int) $seconds * 1_000_000 + (int) $microseconds];
    }

    /**
     * @param list<string> $arguments
     * @return list<mixed>
     */
    private static function evaluate(object $redis, array $arguments): array
    {
        if ($redis instanceof \Redis) {
            $redis->clearLastError();
            $answer = $redis->eval(self::SCRIPT, $arguments, 1);
            $error = $redis->getLastError();
        } elseif (method_exists($redis, 'executeRaw')) {
            $answer = $redis->executeRaw(['EVAL', self::SCRIPT, '1', ...$arguments], $failed);
            $error = $failed === true && is_string($answer) ? $answer : null;
        } else {
            throw new Unavailable('the connection is neither a Redis object nor a Predis client');
        }

        if (!is_array($answer) || !isset($answer[0], $answer[1], $answer[2])) {
            throw new Unavailable($error ?? 'the server did not answer the script');
        }

        return array_values($answer);
    }
}
