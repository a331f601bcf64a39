<?php

declare(strict_types=1);

namespace Aco\Bench\Instructions;

use Aco\Bench\Items;
use Aco\Bench\SyncedShop;
use Aco\Bench\TemporaryFolder;

/**
 * What the instructions of bin/aco sync are spent on: when everything is sent for the first time, and when nothing has
 * changed.
 */
final class SyncProfile
{
    /** What sends and compresses; the sandbox has no TLS. */
    private const SENDING = '/^lib(curl|isal|deflate|z|nghttp2|ssl)\b/';

    /**
     * @return array{items: int, first: array<string, int>, unchanged: array<string, int>} items, and instructions by
     *        work; those of 'all' are the sum
     */
    public static function measure(Items $items): array
    {
        $folder = new TemporaryFolder();
        $valgrind = new Valgrind($folder);
        $shop = new SyncedShop($items->folder);
        $module = (string) getenv('ACO_BENCH_MODULE');
        $command = [...($module === '' ? [] : ['-d', "extension=$module"]), ...$shop->syncArguments()];
        [$unchanged] = $valgrind->run($command, env: SyncedShop::environment());
        $shop->forget();
        $before = $shop->requests();
        [$first] = $valgrind->run($command, env: SyncedShop::environment());

        if ($shop->requests() === $before) {
            throw new \RuntimeException('The first sync has sent nothing');
        }

        return [
            'items' => array_sum(
                array_map(static fn (string $feed): int => count($items->lines($feed)), $items->feeds()),
            ),
            'first' => self::shares($first),
            'unchanged' => self::shares($unchanged),
        ];
    }

    /**
     * @return array<string, int>
     */
    private static function shares(Profile $profile): array
    {
        $shares = [
            'reading lines, fingerprints' => $profile->of('zim_Aco_ItemReader_next'),
            'decoding and mapping' => $profile->of('zim_Aco_ItemChunk_map') + $profile->of('zim_Aco_ItemChunk_mapItem'),
            'hashing' => $profile->of('aco_digest_sha1_hex_many'),
            'SQLite' => $profile->of('sqlite3_step') + $profile->within('/^pdo/'),
            'compressing and HTTP' => $profile->within(self::SENDING),
            'starting PHP, loading the command' => $profile->of('php_module_startup') + $profile->of('compile_file')
                + $profile->within('/^ld-linux/'),
        ];

        if ($shares['reading lines, fingerprints'] === 0 || $shares['decoding and mapping'] === 0) {
            throw new \RuntimeException(
                'callgrind has not seen the functions: is PHP or modules/aco.so stripped of all symbols?'
            );
        }

        return $shares + [
            'PHP code of the command, freeing items' => $profile->total - array_sum($shares),
            'all' => $profile->total,
        ];
    }
}
