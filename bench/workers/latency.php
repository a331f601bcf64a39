<?php

/**
 * Sends so many full requests and prints how long that took.
 */

declare(strict_types=1);

use Aco\Bench\Server;
use Aco\Client;
use Aco\Feed;
use Aco\Limits;

require __DIR__ . '/../autoload.php';

['url' => $url, 'concurrency' => $concurrency, 'requests' => $requests] = json_decode($argv[1], true);

$items = static function () use ($requests): Generator {
    for ($i = 0; $i < $requests * Feed::Prices->batchLimit(); $i++) {
        yield ['sku' => "BENCH-$i", 'websiteCode' => 'base', 'regular' => 9.5];
    }
};
$client = new Client(Server::connection($url), new Limits(0.0, 0, 0, $concurrency, shared: false));
$start = hrtime(true);
$submission = $client->submit(Feed::Prices, $items());

echo json_encode([
    'seconds' => (hrtime(true) - $start) / 1e9,
    'status' => $submission->status,
    'reason' => $submission->reason,
], JSON_THROW_ON_ERROR);
