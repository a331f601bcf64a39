--TEST--
Streams: $onBatch may finish its own stream, whatever is waiting for it
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
    $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $argv[1], imsUrl: $argv[1], transport: new Aco\Transport(proxy: '')), limits());
    $finished = 0;
    $stream = $client->open(Feed::Prices, null, function () use (&$stream, &$finished) {
        try {
            $finished += $stream->finish()->accepted > 0;
        } catch (Aco\Exception\InvalidArgumentException) {
        }
    });
    $stream->push(price(1));

    PHP;
foreach ([
    'finish' => '$stream->finish();',
    'push' => 'foreach (prices(3000) as $price) $stream->push($price);',
    'drain' => '$client->drain();',
    'another submission' => '$client->submit(Feed::Prices, prices(3000));',
] as $label => $code) {
    [$output, $exit] = run_php($setup . 'try { ' . $code . ' } catch (Aco\Exception\InvalidArgumentException $e) { }
        echo $finished <= 1 ? "finished at most once" : "FINISHED $finished TIMES", " ", $client->submit(Feed::Prices, prices(2))->accepted;', $server->url);
    echo "$label: $exit $output\n";
}
?>
--EXPECT--
finish: 0 finished at most once 2
push: 0 finished at most once 2
drain: 0 finished at most once 2
another submission: 0 finished at most once 2
