--TEST--
exit() and fatal errors in $onBatch, generator and logger end the process in the ordinary way
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new TestServer();
$setup = <<<'PHP'
    use Aco\Feed;
    [, $url] = $argv;
    $logger = null;
    register_shutdown_function(static function (): void {
        echo "shutdown\n";
    });
    $make = static fn ($logger = null) => new Aco\Client(
        new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url, transport: new Aco\Transport(proxy: '')), limits(), $logger);
    $client = $make();
    $kept = $client->open(Feed::PriceBooks);
    $kept->push(['websiteCode' => 'base', 'currency' => 'USD', 'websiteName' => 'Base']);

    PHP;
$fatal = 'str_repeat("x", 100_000_000);';
$cases = [
    'exit in onBatch' => '$client->submit(Feed::Prices, prices(1200), null, function () { exit(3); });',
    'fatal in onBatch' => '$client->submit(Feed::Prices, prices(1200), null, function () { FATAL });',
    'exit in a generator' => '$client->submit(Feed::Prices, (function () { yield from prices(700); exit(3); })());',
    'fatal in a generator' => '$client->submit(Feed::Prices, (function () { yield from prices(700); FATAL })());',
    'exit in the logger' => '$make(function () { exit(3); })->submit(Feed::Prices, prices(1));',
    'fatal in the logger' => '$make(function () { FATAL })->submit(Feed::Prices, [price("\xff")]);',
    'exit in onBatch of push' => '$stream = $client->open(Feed::Prices, null, function () { exit(3); }); foreach (prices(3000) as $p) $stream->push($p);',
    'fatal in onBatch of finish' => '$stream = $client->open(Feed::Prices, null, function () { FATAL }); $stream->push(price(1)); $stream->finish();',
    'fatal in onBatch of drain' => '$stream = $client->open(Feed::Prices, null, function () { FATAL }); $stream->push(price(1)); $client->drain();',
    'exit in a nested submit' => '$client->submit(Feed::Prices, prices(1200), null, function () use ($client) {
        $client->submit(Feed::Prices, prices(3), null, function () { exit(3); }); });',
    'fatal in a nested submit' => '$client->submit(Feed::Prices, prices(1200), null, function () use ($client) {
        $client->submit(Feed::Prices, (function () { yield price(1); FATAL })()); });',
    'uncaught exception in onBatch' => '$client->submit(Feed::Prices, prices(1200), null, function () { throw new Exception("mine"); });',
    'nothing' => '$client->submit(Feed::Prices, prices(1200));',
];
foreach ($cases as $label => $code) {
    [$output, $code] = run_php($setup . str_replace('FATAL', $fatal, $code) . 'echo "went on\n";', $server->url);
    $output = preg_replace(['~^PHP .*\n?~m', '~Allowed memory size of .*|Possible integer overflow.*~', '~( in FILE).*~', '~^(Stack trace|#\d+|  thrown).*\n?~m', '~\n\s*\n~'],
        ['', 'memory', '$1', '', "\n"], $output);
    echo "$label: ", $code, ' ', str_replace("\n", ' / ', trim($output)), "\n";
}
?>
--EXPECT--
exit in onBatch: 3 shutdown
fatal in onBatch: 255 Fatal error: memory / shutdown
exit in a generator: 3 shutdown
fatal in a generator: 255 Fatal error: memory / shutdown
exit in the logger: 3 shutdown
fatal in the logger: 255 Fatal error: memory / shutdown
exit in onBatch of push: 3 shutdown
fatal in onBatch of finish: 255 Fatal error: memory / shutdown
fatal in onBatch of drain: 255 Fatal error: memory / shutdown
exit in a nested submit: 3 shutdown
fatal in a nested submit: 255 Fatal error: memory / shutdown
uncaught exception in onBatch: 255 Fatal error: Uncaught Exception: mine in FILE / shutdown
nothing: 0 went on / shutdown
