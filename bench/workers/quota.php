<?php

/**
 * Sends small batches of prices without a pause until its standard input ends.
 */

declare(strict_types=1);

use Aco\Bench\Server;
use Aco\Client;
use Aco\Feed;
use Aco\Limits;

require __DIR__ . '/../autoload.php';

const ITEMS = 500;

['url' => $url, 'rate' => $rate] = json_decode($argv[1], true);

$items = static function (): Generator {
    for ($i = 0; $i < ITEMS; $i++) {
        yield ['sku' => "BENCH-$i", 'websiteCode' => 'base', 'regular' => 9.5];
    }
};
$limits = new Limits((float) $rate, productsPerMinute: 0, pricesPerMinute: 0, concurrency: 2, maxRequestBytes: 1024, shared: true);
$client = new Client(Server::connection($url), $limits);
stream_set_blocking(STDIN, false);
while (fread(STDIN, 100) === '' && !feof(STDIN)) {
    $client->submit(Feed::Prices, $items());
}
