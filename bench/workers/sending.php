<?php

/**
 * One side sends its products, in a process of its own, and prints what that cost.
 */

declare(strict_types=1);

use Aco\Bench\Cpu;
use Aco\Bench\Memory;
use Aco\Bench\Reference\Sender;
use Aco\Bench\Sending\Products;
use Aco\Bench\Server;
use Aco\Bench\Side;
use Aco\Client;
use Aco\Feed;
use Aco\Limits;

require __DIR__ . '/../autoload.php';

ini_set('memory_limit', '-1');
ini_set('serialize_precision', '-1');

[
    'side' => $side, 'file' => $file, 'products' => $count, 'url' => $url, 'caFile' => $caFile,
    'concurrency' => $concurrency, 'level' => $level,
] = json_decode($argv[1], true);
$side = Side::from($side);
$products = new Products($file);
// Code belongs to the start: only the work is measured.
foreach (glob(__DIR__ . '/../reference/*.php') as $class) {
    class_exists('Aco\\Bench\\Reference\\' . basename($class, '.php'));
}

$memory = new Memory();
$cpu = Cpu::ofThis();
$start = hrtime(true);
if ($side === Side::Ours) {
    $client = new Client(Server::connection($url, $caFile), new Limits(0.0, 0, 0, $concurrency, shared: false));
    $submission = $client->submit(Feed::Products, $products->generate($count));
    $result = [
        'accepted' => $submission->accepted,
        'bodyBytes' => $client->stats()['bytesSent'],
        'problem' => $submission->status === 200 ? '' : "status $submission->status, $submission->reason",
    ];
    unset($client, $submission);
} else {
    $sender =
        new Sender("$url/bench-tenant" . Feed::Products->path(), "$url/ims/token/v3", $caFile, $concurrency, $level);
    $transfers = $sender->submit($products->generate($count));
    $result = ['accepted' => $transfers->accepted, 'bodyBytes' => $transfers->bytesSent, 'problem' => ''];
    unset($transfers);
}
$wall = (hrtime(true) - $start) / 1e9;

echo json_encode($result + ['cpu' => Cpu::ofThis() - $cpu, 'wall' => $wall] + $memory->figures(), JSON_THROW_ON_ERROR);
