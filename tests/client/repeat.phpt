--TEST--
Everything works twice in a process, with new clients and with the same one, and leaks no memory
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$kept = $server->client(limits(maxAttempts: 1));

function round_trip(TestServer $server, Aco\Client $kept): string
{
    $answers = [
        ['reject' => [1 => ['sku', 'bad']]], [], ['status' => 503], ['how' => 'close-after'], ['status' => 401],
    ];

    $seen = [];

    foreach ([$kept, $server->client(limits(maxAttempts: 1))] as $client) {
        $server->script(['api' => $answers]);
        foreach ([
            prices(3), prices(2), prices(1), [price(1), price(1, ['deleted' => true]), ['sku' => 'x'], price("\xff")],
        ] as $items) {
            $submission = $client->submit(Feed::Prices, $items);
            $seen[] = "$submission->status/$submission->accepted/$submission->deleted/$submission->rejected/$submission->retryable";
        }
        $stream = $client->open(Feed::Products, new Aco\Mapper(Feed::Products));
        foreach (products(150) as $product) {
            $stream->push($product);
        }
        $client->drain();
        $seen[] = $stream->finish()->accepted;
        $stream = $client->open(Feed::Prices);
        $stream->push(price(1));
        unset($stream);
        try {
            $client->submit(Feed::Prices, prices(600), null, static fn () => throw new DomainException('stop'));
        } catch (DomainException) {
            $seen[] = 'thrown';
        }
        try {
            Aco\Connection::discover('o', 't', 'c', SECRET, $server->url, $server->url, transport: new Aco\Transport(
                proxy: '',
            ));
        } catch (Aco\Exception\AcoException $e) {
            $seen[] = get_class($e) === Aco\Exception\InvalidArgumentException::class ? 'argument' : 'not found';
        }
    }

    return implode(' ', $seen);
}

$first = round_trip($server, $kept);
echo $first, "\n";
$usage = [];
for ($i = 0; $i < 4; $i++) {
    if (round_trip($server, $kept) !== $first) {
        echo "DIFFERENT\n";
    }
    gc_collect_cycles();
    $usage[] = memory_get_usage();
}
check('no growth', $usage[3] - $usage[1] < 2000, $usage);
?>
--EXPECT--
200/2/0/1/0 2/0/0/0/2 200/1/0/0/0 200/2/1/1/0 150 thrown not found 200/2/0/1/0 2/0/0/0/2 200/1/0/0/0 200/2/1/1/0 150 thrown not found
no growth: ok
