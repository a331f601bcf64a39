--TEST--
A logger that finds a destroyed stream by a weak reference may keep it, but not finish it from there
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';
require __DIR__ . '/../experience/edge.inc';

use Aco\Feed;

$server = new TestServer();
$kept = null;
$logger = static function (string $level, string $message) use (&$weak, &$kept): void {
    if ($level === 'warning') {
        echo "$message\n";
        $kept = $weak->get();
        attempt(static fn () => $kept->finish());
    }
};
$stream = $server->client(null, $logger)->open(Feed::Prices);
$weak = WeakReference::create($stream);
$stream->push(price(1));
unset($stream);
echo $kept->finish()->accepted, "\n";
$kept = null;
$stream = edge($server, false, null, $logger)->open('datastream');
$weak = WeakReference::create($stream);
$stream->push(event(1));
unset($stream);
echo $kept->finish()->accepted, "\n";
?>
--EXPECT--
prices: stream destroyed before finish(), 1 items without a response
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
1
datastream: stream destroyed before finish(), 1 items without a response
Aco\Exception\InvalidArgumentException 0 final: a stream cannot be finished by its own callback, nor while another call to it waits
1
