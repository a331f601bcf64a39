--TEST--
Streams: outliving the client variable, in cycles, in statics, and at shutdown
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();

echo "the stream keeps the client\n";
$client = $server->client();
$weak = WeakReference::create($client);
$stream = $client->open(Feed::Prices);
unset($client);
gc_collect_cycles();
$stream->push(price(1));
echo $stream->finish()->accepted, ' ', $weak->get() === null ? 'freed with finish()' : 'NOT FREED', "\n";

echo "cycles\n";
$client = $server->client();
$weak = [];
for ($i = 0; $i < 3; $i++) {
    $holder = new stdClass();
    $holder->stream = $client->open(Feed::Prices, null, static function () use ($holder): void {
    });
    $holder->stream->push(price($i));
    $weak[] = WeakReference::create($holder);
    unset($holder);
}
$logger = new class {
    public mixed $client;
    public mixed $stream;

    public function log(string $level): void
    {
        echo "  $level\n";
    }
};
$logger->client = $server->client(null, $logger);
$logger->stream = $logger->client->open(Feed::Prices);
$logger->stream->push(price(1));
$weak[] = WeakReference::create($logger);
unset($logger);
check('collected', gc_collect_cycles() > 0);
foreach ($weak as $reference) {
    echo $reference->get() === null ? 'freed' : 'NOT FREED', "\n";
}
echo $client->submit(Feed::Prices, prices(2))->accepted, "\n";

echo "a collection during a submission frees nothing that is used\n";
echo $client->submit(Feed::Prices, (static function (): Generator {
    foreach (prices(1200) as $price) {
        yield $price;
    }
})(), null, static function (): void {
    gc_collect_cycles();
})->accepted, "\n";

echo "shutdown\n";
$setup = <<<'PHP'
    use Aco\Feed;
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $argv[1], imsUrl: $argv[1], transport: new Aco\Transport(proxy: '')), limits(),
        function (string $level, string $message) { echo "[$level: $message]"; });
    $stream = $client->open(Feed::Prices);
    $stream->push(price(1));

    PHP;
foreach ([
    'globals' => '',
    'static' => 'class Keep { static $all; } Keep::$all = [$stream, $client]; unset($stream, $client);',
    'static, the other way round' => 'class Keep { static $all; } Keep::$all = [$client, $stream]; unset($stream, $client);',
    'cycle' => '$cycle = new stdClass; $cycle->all = [$cycle, $stream, $client]; unset($cycle, $stream, $client);',
    'closure' => '$f = function () use (&$f, $stream) {}; unset($stream);',
    'destructor' => 'class D { public $s; function __destruct() { $this->s->push(price(2)); echo $this->s->finish()->accepted; } } $d = new D; $d->s = $stream; unset($stream);',
    'destructor submits' => 'class D { public $c; function __destruct() { echo $this->c->submit(Feed::Prices, prices(3))->accepted; } } $d = new D; $d->c = $client; $stream->finish();',
    'shutdown function' => 'register_shutdown_function(fn () => print $stream->finish()->accepted);',
    'in an open generator' => '$g = (function () use ($stream) { yield 1; yield 2; })(); $g->current(); unset($stream, $client);',
] as $label => $code) {
    [$output, $exit] = run_php($setup . $code . 'echo "end "; ', $server->url);
    echo "$label: $exit $output\n";
}
?>
--EXPECT--
the stream keeps the client
1 freed with finish()
cycles
  warning
collected: ok
freed
freed
freed
freed
2
a collection during a submission frees nothing that is used
1200
shutdown
globals: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
static: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
static, the other way round: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
cycle: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
closure: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
destructor: 0 end [debug: prices: 2 items delivered]2
destructor submits: 0 [debug: prices: 1 items delivered]end [debug: prices: 3 items delivered]3
shutdown function: 0 end [debug: prices: 1 items delivered]1
in an open generator: 0 end [warning: prices: stream destroyed before finish(), 1 items without a response]
