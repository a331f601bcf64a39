<?php

/**
 * One side makes events of orders and sends them, in a process of its own, and prints what that cost.
 */

declare(strict_types=1);

use Aco\Bench\Cpu;
use Aco\Bench\Memory;
use Aco\Bench\Orders\Orders;
use Aco\Bench\Orders\OrderSide;
use Aco\Bench\Reference\EventSender;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\ImsCredentials;
use Aco\Limits;
use Aco\Transport;

require __DIR__ . '/../autoload.php';
require __DIR__ . '/../../tests/experience/orders.inc';

ini_set('memory_limit', '-1');
ini_set('serialize_precision', '-1');

[
    'side' => $name, 'url' => $url, 'caFile' => $caFile, 'file' => $file, 'orders' => $count,
    'concurrency' => $concurrency,
] = json_decode($argv[1], true);
$side = OrderSide::from($name);
$orders = new Orders(file($file, FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES));
// Code belongs to the start: only the work is measured.
foreach (glob(__DIR__ . '/../reference/*.php') as $class) {
    class_exists('Aco\\Bench\\Reference\\' . basename($class, '.php'));
}

$memory = new Memory();
$cpu = Cpu::ofThis();
$start = hrtime(true);
$mapper = $side->mapper();
$events = 0;
if ($side === OrderSide::Ours) {
    $credentials = new ImsCredentials('bench', 's3cret', $url, orgId: ORGANIZATION);
    $connection = new EdgeConnection($credentials, $url, transport: new Transport($caFile, proxy: ''));
    $client = new EdgeClient($connection, new Limits(0.0, 0, 0, $concurrency, shared: false));
    $stream = $client->open(DATASTREAM);
} else {
    $stream = new EventSender(
        "$url/ee/v2/collect?datastreamId=" . DATASTREAM,
        "$url/ims/token/v3",
        $caFile,
        $concurrency,
        ORGANIZATION,
    );
}
foreach ($orders->generate($count) as $order) {
    foreach ($side->events($mapper, $order, []) as $event) {
        $stream->push($event);
        $events++;
    }
}
$end = $stream->finish();
$result = $side === OrderSide::Ours
    ? [
        'accepted' => $end->accepted,
        'bodyBytes' => $client->stats()['bytesUncompressed'],
        'problem' => $end->status === 200 ? '' : "status $end->status, $end->reason",
    ]
    : ['accepted' => $end->accepted, 'bodyBytes' => $end->bytesSent, 'problem' => ''];
unset($client, $stream, $end);
$wall = (hrtime(true) - $start) / 1e9;

echo json_encode(
    $result + ['events' => $events, 'cpu' => Cpu::ofThis() - $cpu, 'wall' => $wall] + $memory->figures(),
    JSON_THROW_ON_ERROR,
);
