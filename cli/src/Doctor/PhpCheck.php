<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

/** The PHP that runs the command. */
final class PhpCheck
{
    private const MIN_MEMORY = 64 << 20;

    /** @return iterable<Finding> */
    public static function findings(): iterable
    {
        yield Finding::ok('php', 'PHP ' . PHP_VERSION . ' (' . PHP_BINARY . ') with aco ' . \Aco\VERSION . '.');

        $memory = self::bytes((string) ini_get('memory_limit'));
        if ($memory > 0 && $memory < self::MIN_MEMORY) {
            yield Finding::warning('php', 'memory_limit is ' . ini_get('memory_limit')
                . ', and large items need more: set at least 128M in the php.ini of the command line.');
        }

        $missing = array_values(array_filter(
            ['pcntl', 'mbstring'],
            static fn (string $extension): bool => !extension_loaded($extension),
        ));
        yield $missing === []
            ? Finding::ok('extensions', 'All extensions that the command needs or likes to have are loaded.')
            : Finding::warning('extensions', 'PHP has no ' . implode(' and no ', $missing) . ', so '
                . (in_array('pcntl', $missing, true)
                    ? 'a stop by SIGTERM breaks off without a word'
                    : 'tables with characters of other scripts are not aligned')
                . ': install ' . implode(' and ', $missing) . ' for this PHP.');

        if (ini_get('aco.allow_http') === '1') {
            yield Finding::warning(
                'php',
                'aco.allow_http is on, so tokens may go over the network in plain text: remove it from php.ini.',
            );
        }
    }

    private static function bytes(string $setting): int
    {
        $factor = ['k' => 1 << 10, 'm' => 1 << 20, 'g' => 1 << 30][strtolower(substr($setting, -1))] ?? 1;

        return (int) $setting * $factor;
    }
}
