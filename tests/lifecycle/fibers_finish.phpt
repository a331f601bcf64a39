--TEST--
finish() in one fiber while a call to the same stream waits in another
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';
require __DIR__ . '/../experience/edge.inc';

use Aco\Feed;

$server = new TestServer();
$streams = [
    'Stream' => static fn (Closure $onBatch): array => [
        $server->client()->open(Feed::Prices, null, $onBatch),
        price(...),
    ],
    'EventStream' => static fn (Closure $onBatch): array => [
        edge($server, false)->open('datastream', $onBatch),
        event(...),
    ],
];
foreach ($streams as $what => $make) {
    echo "$what\n";
    $calls = 0;
    [$stream, $item] = $make(static function () use (&$calls): void {
        $calls++;
        if (Fiber::getCurrent() !== null) {
            Fiber::suspend($calls);
        }
    });
    $push = static function () use ($stream, $item): void {
        for ($i = 0; $i < 2000; $i++) {
            $stream->push($item($i));
        }
    };
    // Suspended in $onBatch, called by push().
    $fiber = new Fiber($push);
    $fiber->start();
    check('push() waits in its callback', $fiber->isSuspended() && $calls === 1);
    attempt(static fn () => $stream->finish());

    // The other way round: a push() begins, and waits, while finish() does.
    [$stream, $item] = $make(static function () use (&$stream, &$item, &$pushing, &$depth): void {
        if ($pushing !== null || $depth++ > 0) {
            Fiber::getCurrent() === $pushing && Fiber::suspend();
            return;
        }
        $pushing = new Fiber(static function () use (&$stream, &$item): void {
            for ($i = 3000; $i < 5000; $i++) {
                $stream->push($item($i));
            }
        });
        $pushing->start();
    });
    $pushing = null;
    $depth = 0;
    $stream->push($item(1));
    attempt(static fn () => $stream->finish());
    check('push() waits in its callback', $pushing->isSuspended());
    while (!$pushing->isTerminated()) {
        $pushing->resume();
    }
    echo $stream->finish()->accepted, "\n";
    while (!$fiber->isTerminated()) {
        $fiber->resume();
    }
}
?>
--EXPECT--
Stream
push() waits in its callback: ok
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
push() waits in its callback: ok
2001
EventStream
push() waits in its callback: ok
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
push() waits in its callback: ok
2001
