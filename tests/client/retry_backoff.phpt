--TEST--
submit(): between two attempts of a request it waits a random time, and says so; meanwhile other streams send
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

/** Seconds told to the logger and seconds between the requests. */
function delays(array $answer, mixed ...$limits): array
{
    $server = new TestServer(['api' => [$answer]]);
    $told = null;
    $client = $server->client(limits(...$limits), static function (
        string $level,
        string $message,
        array $context,
    ) use (&$told): void {
        if ($level === 'notice') {
            preg_match('~; next attempt in (\d+\.\d) s$~', $message, $match);
            $told = (float) ($match[1] ?? -1);
        }
    });
    if ($client->submit(Feed::Prices, prices(1))->accepted !== 1) {
        echo "NOT DELIVERED\n";
    }
    [$first, $second] = array_column($server->requests(), 'at');
    $server->stop();

    return [$told, $second - $first];
}

$all = [];
for ($i = 0; $i < 8; $i++) {
    [$told, $waited] = delays(['status' => 503]);
    // Told in tenths.
    if ($told < 0 || $told > 0.5 || $waited < $told - 0.06) {
        echo "told $told, waited $waited\n";
    }
    $all[] = $told;
}
check('not always the same', count(array_unique($all)) > 1, $all);

echo "the other stream does not wait\n";
$server = new TestServer(['api' => array_fill(0, 2, ['path' => '/prices', 'status' => 503])]);
$client = $server->client();
$prices = $client->open(Feed::Prices);
$products = $client->open(Feed::Products);
foreach (prices(501) as $price) {
    $prices->push($price);
}
foreach (products(300) as $product) {
    $products->push($product);
}
echo $products->finish()->accepted, ' ', $prices->finish()->accepted, "\n";
$paths = implode(' ', array_map(
    static fn (stdClass $request): string => basename($request->path),
    $server->requests(),
));
check('all sent', substr_count($paths, 'products') === 3 && substr_count($paths, 'prices') === 4, $paths);
?>
--EXPECT--
not always the same: ok
the other stream does not wait
300 501
all sent: ok
