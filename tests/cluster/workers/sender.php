<?php

/**
 * Sends items without a pause, at a rate that it shares with others, until its standard input ends; then it prints what
 * it has counted as JSON.
 */

declare(strict_types=1);

use Aco\Bench\Server;
use Aco\Client;
use Aco\Cluster\CountingStore;
use Aco\Feed;
use Aco\Limits;

require __DIR__ . '/../../../bench/autoload.php';
require __DIR__ . '/../../../cli/vendor/autoload.php';

$work = json_decode($argv[1], true);
$store = $work['store'] === null ? null : CountingStore::of($work['store']);
$warnings = [];
$logger = static function (string $level, string $message) use (&$warnings): void {
    if ($level === 'warning') {
        $warnings[] = sprintf('%.1f %s', hrtime(true) / 1e9, $message);
    }
};
$limits = new Limits(
    (float) $work['rate'],
    0,
    0,
    concurrency: 4,
    maxRequestBytes: 1024,
    shared: $store ?? true,
    hosts: $store === null ? 1 : 3,
);
$client = new Client(Server::connection($work['url'], $work['caFile'], 5000), $limits, $logger);
$items = array_map(
    static fn (int $n): array => ['sku' => "ITEM-$n", 'websiteCode' => 'base', 'regular' => 9.5],
    range(1, $work['items']),
);
stream_set_blocking(STDIN, false);
$begun = hrtime(true);

while (fread(STDIN, 100) === '' && !feof(STDIN)) {
    $client->submit(Feed::Prices, $items);
}

echo json_encode([
    'requests' => $client->stats()['requests'],
    'seconds' => (hrtime(true) - $begun) / 1e9,
    'swaps' => $store?->swaps ?? 0,
    'swapSeconds' => $store?->seconds ?? 0.0,
    'warnings' => array_slice($warnings, 0, 20),
]), "\n";
