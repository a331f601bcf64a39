<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Where figures come from.
 */
final class Environment
{
    public static function hasJit(): bool
    {
        return function_exists('opcache_get_status') && (opcache_get_status(false)['jit']['on'] ?? false);
    }

    /**
     * @return array{processor: string, cores: int, php: string, jit: bool, aco: string, date: string}
     */
    public static function describe(): array
    {
        $cpu = (string) @file_get_contents('/proc/cpuinfo');

        return [
            'processor' => preg_match('/^model name\s*:\s*(.+)$/m', $cpu, $found) === 1 ? $found[1] : php_uname('m'),
            'cores' => max(1, (int) preg_match_all('/^processor\s*:/m', $cpu)),
            'php' => PHP_VERSION,
            'jit' => self::hasJit(),
            'aco' => \Aco\VERSION,
            'date' => gmdate('Y-m-d'),
        ];
    }
}
