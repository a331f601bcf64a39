--TEST--
A shared store that ends the script, has a bug, calls the client back, or is destroyed with it
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/../lifecycle/child.inc';

$server = new TestServer(['default' => ['delay' => 0.05]]);
$store = 'require ' . var_export(__DIR__ . '/array_store.inc', true) . ';
    $store = new ArrayStore();
    $client = $make(limits(requestsPerSecond: 100.0, concurrency: 4, shared: $store));
    ';
$places = ['at the first swap' => 1, 'while requests are in flight' => 12];
$ends = [
    'an Error' => 'strlen([]);',
    'exit' => 'exit(3);',
    'the time limit' => 'set_time_limit(1); for (;;) {}',
    'an exit in a fiber' => '(new Fiber(static function (): void { exit(4); }))->start();',
    'the client' => '$client->submit(Feed::Prices, prices(1));',
    'another stream of the client' => '$client->open(Feed::Prices)->push(price(1)); $client->drain();',
];
foreach ($places as $place => $count) {
    echo "$place\n";
    foreach ($ends as $end => $how) {
        $child = new Child($store . '$count = 0; $store->before = function () use (&$count, &$client): void {
            if (++$count === ' . $count . ') { ' . $how . ' } };
            $client->submit(Feed::Prices, prices(8000));
            echo "went on";', [$server->url]);
        [$output, $exit] = $child->finish();
        echo "  $end: $exit $output\n";
    }
}

echo "the store keeps the client\n";
$child = new Child($store . '$store->before = function () use (&$client): void { };
    $stream = $client->open(Feed::Prices);
    $stream->push(price(1));
    $store = null; $client = null; $stream = null;
    gc_collect_cycles();
    echo "went on";', [$server->url]);
[$output, $exit] = $child->finish();
echo "  $exit $output\n";
?>
--EXPECT--
at the first swap
  an Error: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  exit: 3 shutdown
  the time limit: 255 Fatal error: time limit / shutdown
  an exit in a fiber: 4 shutdown
  the client: 0 went onshutdown
  another stream of the client: 0 went onshutdown
while requests are in flight
  an Error: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  exit: 3 shutdown
  the time limit: 255 Fatal error: time limit / shutdown
  an exit in a fiber: 4 shutdown
  the client: 0 went onshutdown
  another stream of the client: 0 went onshutdown
the store keeps the client
  0 went onshutdown
