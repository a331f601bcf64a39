<?php

declare(strict_types=1);

namespace Aco\Bench\Sending;

use Aco\Bench\CannotRun;
use Aco\Bench\Items;
use Aco\Bench\Nginx;
use Aco\Bench\TemporaryFolder;

/**
 * What it costs to send products to a real nginx, on both sides.
 */
final class Sending
{
    /** Products of a request. */
    private const BATCH = 100;

    /**
     * @param int $products how many are sent, made of those of the catalog
     * @param int $level of the reference's gzencode()
     * @return array{array<string, array{ours: float, reference: float, ratio: float, low: float, high: float, pairs:
     *        int}>, int} see Comparison::ROWS, and Comparison::requestKb()
     */
    public static function measure(
        Items $items,
        int $products,
        int $rounds,
        int $concurrency = 4,
        int $level = 6,
    ): array {
        if (!extension_loaded('curl')) {
            throw new CannotRun("PHP's curl is not installed; the reference sends with it");
        }
        if ($products % self::BATCH !== 0) {
            throw new CannotRun('--products needs a multiple of ' . self::BATCH);
        }

        $folder = new TemporaryFolder();
        $nginx = new Nginx($folder);
        $file = "$folder->path/products.jsonl";
        Products::write($items, $file);

        $comparison = new Comparison($nginx, $folder, [
            'file' => $file,
            'products' => $products,
            'concurrency' => $concurrency,
            'level' => $level,
        ]);

        return [$comparison->run($rounds), $comparison->requestKb()];
    }
}
