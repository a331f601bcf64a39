--TEST--
Memory does not grow with the number of items
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip measures memory, of which a sanitizer takes its own');
}
if (!is_readable('/proc/self/status')) die('skip needs /proc');
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
if (getenv('SKIP_SLOW_TESTS')) die('skip slow');
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new TestServer(['record' => false]);

/** Peak memory in KiB of a process that submits so many prices. */
function peak(TestServer $server, int $count, string $kind): int
{
    [$output, $exit] = run_php(<<<'PHP'
        [, $url, $count, $kind] = $argv;
        $client = new Aco\Client(new Aco\Connection(TENANT, 'c', SECRET, $url, imsUrl: $url, transport: new Aco\Transport(proxy: '')), limits(concurrency: 4));
        $mapper = new Aco\Mapper(Aco\Feed::Prices);
        $items = (static function () use ($count, $kind, $mapper): Generator {
            for ($i = 0; $i < $count; $i++) {
                $item = ['sku' => "sku-$i", 'websiteCode' => 'base', 'customerGroupCode' => '0', 'regular' => $i / 100, 'deleted' => $i % 10 === 0,
                    'discounts' => [['code' => 'special_price', 'price' => $i / 200]]];
                yield $kind === 'documents' ? $mapper->map($item) : $item;
            }
        })();
        $results = 0;
        $submission = $client->submit(Aco\Feed::Prices, $items, null, static function (Aco\Batch $batch) use (&$results): void {
            $results += count($batch->results);
        });
        preg_match('~VmHWM:\s+(\d+) kB~', file_get_contents('/proc/self/status'), $match);
        echo $submission->accepted + $submission->deleted, ' ', $results, ' ', $match[1];
        PHP, $server->url, (string) $count, $kind);
    [$delivered, $results, $peak] = array_map(intval(...), explode(' ', $output)) + [0, 0, 0];
    if ($delivered !== $count || $results !== $count || $exit !== 0) {
        echo "$delivered and $results of $count: $output\n";
    }
    return $peak;
}

$many = getenv('ACO_FAST_TESTS') ? 20_000 : 200_000;
foreach (['arrays', 'documents'] as $kind) {
    $few = peak($server, 1000, $kind);
    $peak = peak($server, $kind === 'arrays' ? $many : intdiv($many, 4), $kind);
    check($kind, $few > 1000 && $peak - $few < 16 * 1024, [$few, $peak]);
}
check('all arrived', $server->totals()->items === $many + intdiv($many, 4) + 2000, $server->totals());
?>
--EXPECT--
arrays: ok
documents: ok
all arrived: ok
