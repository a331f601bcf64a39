--TEST--
A callback that ends the script while requests are under way: uncaught errors, the time limit, exit() where it is odd
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/child.inc';

$server = new TestServer(['default' => ['delay' => 0.05]]);
$places = [
    'onBatch' => '$client->submit(Feed::Prices, prices(3000), null, static function (): void { END });',
    'generator' => '$client->submit(Feed::Prices, (static function () { yield from prices(2500); END })());',
    'finally of a generator' => '$client->submit(Feed::Prices, (static function () { try { yield from prices(2500); } finally { END } })());',
    'destructor of a generator\'s value' => 'final class Last { function __destruct() { END } }
        $client->submit(Feed::Prices, (static function () { $last = new Last(); yield from prices(2500); })());',
    'logger' => '$make(limits(concurrency: 4), static function (): void { END })->submit(Feed::Prices, prices(3000));',
    'logger of a lost stream' => '$stream = $make(null, static function (): void { END })->open(Feed::Prices); $stream->push(price(1)); $stream = null;',
    'push' => '$stream = $client->open(Feed::Prices, null, static function (): void { END }); foreach (prices(4000) as $price) { $stream->push($price); }',
];
$ends = [
    'TypeError' => 'strlen([]);',
    'limit' => 'set_time_limit(1); for (;;) {}',
    'exit' => 'exit(3);',
    'exit in a fiber' => '(new Fiber(static function (): void { exit(4); }))->start();',
];
// A destructor may switch fibers since PHP 8.4.
$exitInFiber = PHP_VERSION_ID >= 80400 ? '4 shutdown'
    : '255 Fatal error: Uncaught FiberError: Cannot switch fibers in current execution context / shutdown';
$destructors = ['destructor of a generator\'s value', 'logger of a lost stream'];
foreach ($places as $place => $code) {
    $children = [];
    foreach ($ends as $end => $how) {
        $children[$end] = new Child("\$client = \$make(limits(concurrency: 4));\n" . str_replace('END', $how, $code) . "\necho 'went on';", [$server->url]);
    }
    echo "$place\n";
    foreach ($children as $end => $child) {
        [$output, $exit] = $child->finish();
        $isOfFiber = $end === 'exit in a fiber' && in_array($place, $destructors, true);
        echo "  $end: ", $isOfFiber && "$exit $output" === $exitInFiber ? 'as in any destructor' : "$exit $output",
            "\n";
    }
}
?>
--EXPECT--
onBatch
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: 4 shutdown
generator
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: 4 shutdown
finally of a generator
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: 4 shutdown
destructor of a generator's value
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: as in any destructor
logger
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: 4 shutdown
logger of a lost stream
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: as in any destructor
push
  TypeError: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
  limit: 255 Fatal error: time limit / shutdown
  exit: 3 shutdown
  exit in a fiber: 4 shutdown
