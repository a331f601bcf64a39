<?php

declare(strict_types=1);

namespace Aco\Bench\Instructions;

/**
 * What counts depend on beside the sources: they are compared where all of this is the same.
 */
final class Build
{
    /**
     * @return array{arch: string, compiler: string, php: string, sha1: string}
     */
    public static function of(string $module, Profile $profile): array
    {
        return [
            'arch' => php_uname('m'),
            'compiler' => self::compiler((string) file_get_contents($module)),
            'php' => PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION . (PHP_ZTS ? ' ZTS' : '')
                . (PHP_DEBUG ? ' debug' : ''),
            'sha1' => match (true) {
                $profile->has('hash_blocks_avx512') => 'AVX-512',
                $profile->has('hash_blocks_avx2') => 'AVX2',
                default => 'OpenSSL',
            },
        ];
    }

    /**
     * From what compilers write into the module; the files of the C library that are linked in are GCC's with any of
     * them.
     */
    private static function compiler(string $module): string
    {
        return match (1) {
            preg_match('/clang version (\d+)/', $module, $found) => "clang $found[1]",
            preg_match('/GCC: \([^)]*\) (\d+)/', $module, $found) => "gcc $found[1]",
            default => 'unknown',
        };
    }
}
