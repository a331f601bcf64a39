--TEST--
Streams that are destroyed in any state drop their items, say so once, and leave nothing behind
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/child.inc';

$hang = ['how' => 'hang'];
$later = ['status' => 500, 'headers' => ['Retry-After' => '30'], 'body' => '{}'];
// An item that cannot be mapped drives the connections and is not sent itself.
$drive = <<<'PHP'
    $drive = static function (string $counter, int $value) use ($client): void {
        for ($i = 0; $i < 5000 && $client->stats()[$counter] < $value; $i++) {
            $client->submit(Feed::PriceBooks, [[]]);
            usleep(1000);
        }
        if ($client->stats()[$counter] < $value) {
            echo 'IT NEVER CAME SO FAR ';
        }
    };
    $push = static function (int $count) use (&$stream): void {
        foreach (prices($count) as $price) {
            $stream->push($price);
        }
    };

    PHP;
// What all requests get, how many there are, and how to get there.
$states = [
    'nothing pushed' => [[], 0, ''],
    'in an open batch' => [[], 0, '$push(1);'],
    'in flight' => [$hang, 1, '$push(500); $drive("requests", 1);'],
    'in flight and queued' => [$hang, 3, '$push(2000); $drive("requests", 3);'],
    'in flight and in an open batch' => [$hang, 3, '$push(1700); $drive("requests", 3);'],
    'waiting for the next attempt' => [$later, 1, '$push(500); $drive("bytesReceived", 1);'],
    'stopped' => [['status' => 403], 3, '$push(1200); $client->drain();'],
    'finished' => [[], 1, '$push(1); $stream->finish();'],
];
$ways = [
    'unset' => 'unset($stream, $push); echo "| "; echo $client->submit(Feed::Categories, [])->status;',
    'client first' => 'unset($client, $drive); unset($stream, $push); echo "| ";',
    'with an exception' => '(static function () use (&$stream) { $mine = $stream; $stream = null; throw new DomainException("mine"); })();',
    'at the end' => '',
    'in a cycle with its callback' => '$stream = null; $kept->self = $kept; $kept = null; echo gc_collect_cycles() > 0 ? "collected " : "NOT COLLECTED ";',
];
foreach ($states as $state => [$answer, $requests, $prepare]) {
    echo "$state\n";
    $server = new TestServer(['default' => $answer]);
    $children = [];
    foreach ($ways as $way => $code) {
        $cycle = str_contains($way, 'cycle');
        $children[$way] = new Child('$kept = new stdClass();
            $client = $make(limits(concurrency: 3), static function (string $level, string $message): void {
                if (str_contains($message, "destroyed")) { echo "[$message] "; }
            });
            $stream = $client->open(Feed::Prices, null, ' . ($cycle ? 'static function () use ($kept): void {}' : 'null') . ');'
            . ($cycle ? '$kept->stream = $stream;' : '') . $drive . $prepare . $code, [$server->url]);
    }
    foreach ($children as $way => $child) {
        [$output, $exit] = $child->finish();
        echo "  $way: $exit $output\n";
    }
    $sent = $server->totals()->counts->api;
    check('  nothing more was sent', $sent <= $requests * count($ways), $sent);
}
?>
--EXPECT--
nothing pushed
  unset: 0 | 200shutdown
  client first: 0 | shutdown
  with an exception: 255 Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown
  in a cycle with its callback: 0 collected shutdown
  nothing more was sent: ok
in an open batch
  unset: 0 [prices: stream destroyed before finish(), 1 items without a response] | 200shutdown
  client first: 0 [prices: stream destroyed before finish(), 1 items without a response] | shutdown
  with an exception: 255 [prices: stream destroyed before finish(), 1 items without a response] / Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown / [prices: stream destroyed before finish(), 1 items without a response]
  in a cycle with its callback: 0 [prices: stream destroyed before finish(), 1 items without a response] collected shutdown
  nothing more was sent: ok
in flight
  unset: 0 [prices: stream destroyed before finish(), 500 items without a response] | 200shutdown
  client first: 0 [prices: stream destroyed before finish(), 500 items without a response] | shutdown
  with an exception: 255 [prices: stream destroyed before finish(), 500 items without a response] / Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown / [prices: stream destroyed before finish(), 500 items without a response]
  in a cycle with its callback: 0 [prices: stream destroyed before finish(), 500 items without a response] collected shutdown
  nothing more was sent: ok
in flight and queued
  unset: 0 [prices: stream destroyed before finish(), 2000 items without a response] | 200shutdown
  client first: 0 [prices: stream destroyed before finish(), 2000 items without a response] | shutdown
  with an exception: 255 [prices: stream destroyed before finish(), 2000 items without a response] / Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown / [prices: stream destroyed before finish(), 2000 items without a response]
  in a cycle with its callback: 0 [prices: stream destroyed before finish(), 2000 items without a response] collected shutdown
  nothing more was sent: ok
in flight and in an open batch
  unset: 0 [prices: stream destroyed before finish(), 1700 items without a response] | 200shutdown
  client first: 0 [prices: stream destroyed before finish(), 1700 items without a response] | shutdown
  with an exception: 255 [prices: stream destroyed before finish(), 1700 items without a response] / Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown / [prices: stream destroyed before finish(), 1700 items without a response]
  in a cycle with its callback: 0 [prices: stream destroyed before finish(), 1700 items without a response] collected shutdown
  nothing more was sent: ok
waiting for the next attempt
  unset: 0 [prices: stream destroyed before finish(), 500 items without a response] | 200shutdown
  client first: 0 [prices: stream destroyed before finish(), 500 items without a response] | shutdown
  with an exception: 255 [prices: stream destroyed before finish(), 500 items without a response] / Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown / [prices: stream destroyed before finish(), 500 items without a response]
  in a cycle with its callback: 0 [prices: stream destroyed before finish(), 500 items without a response] collected shutdown
  nothing more was sent: ok
stopped
  unset: 0 | 200shutdown
  client first: 0 | shutdown
  with an exception: 255 Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown
  in a cycle with its callback: 0 collected shutdown
  nothing more was sent: ok
finished
  unset: 0 | 200shutdown
  client first: 0 | shutdown
  with an exception: 255 Fatal error: Uncaught DomainException: mine / shutdown
  at the end: 0 shutdown
  in a cycle with its callback: 0 collected shutdown
  nothing more was sent: ok
