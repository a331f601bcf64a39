<?php

/**
 * Sends items without a pause until its standard input ends.
 */

declare(strict_types=1);

use Aco\Bench\Server;
use Aco\Client;
use Aco\Feed;
use Aco\Limits;

require __DIR__ . '/../../../bench/autoload.php';

[
    'url' => $url, 'caFile' => $caFile, 'limits' => $limits, 'feeds' => $feeds, 'maxRequestBytes' => $maxRequestBytes,
] = json_decode($argv[1], true);

$price = static fn (int $n): array => ['sku' => "BENCH-$n", 'websiteCode' => 'base', 'regular' => 9.5];
$product = static fn (int $n): array => [
    'sku' => "BENCH-$n", 'storeViewCode' => 'default', 'name' => "Bench $n", 'urlKey' => "bench-$n",
    'status' => 'Enabled', 'type' => 'simple',
];
$client = new Client(Server::connection($url, $caFile), new Limits(
    (float) $limits['requests'],
    $limits['products'] ?? 0,
    $limits['prices'] ?? 0,
    concurrency: 4,
    maxRequestBytes: $maxRequestBytes,
));
stream_set_blocking(STDIN, false);
while (fread(STDIN, 100) === '' && !feof(STDIN)) {
    $streams = [];
    foreach ($feeds as $name => [$least, $most]) {
        $streams[] = $stream = $client->open(Feed::from($name));
        $item = $name === 'prices' ? $price : $product;
        for ($n = random_int($least, $most); $n > 0; $n--) {
            $stream->push($item($n));
        }
    }
    foreach ($streams as $stream) {
        $stream->finish();
    }
}
