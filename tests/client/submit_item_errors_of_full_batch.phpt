--TEST--
submit(): item errors of compressed requests: the rest is sent again with the right bytes
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$bad = [];
foreach (range(0, 499, 3) as $index) {
    $bad[$index] = ['sku', "no $index"];
}
$server = new TestServer(['api' => [['reject' => $bad], ['reject' => array_fill(0, 330, ['sku', 'neither'])]]]);
$submission = $server->client()->submit(Feed::Prices, prices(500));
echo $submission->status, ' ', $submission->accepted, ' ', $submission->rejected, "\n";
foreach ($server->requests() as $request) {
    echo count($request->json), ' ', $request->headers->{'content-encoding'} ?? 'as it is', ' ',
        $request->json[0]['sku'], "\n";
}
$left = array_values(array_diff(range(0, 499), array_keys($bad)));
check('second request', array_column($server->requests()[1]->json, 'sku') === array_map(
    static fn (int $n): string => "p$n",
    $left,
));
check('third request', array_column($server->requests()[2]->json, 'sku') === array_map(
    static fn (int $n): string => "p$n",
    array_slice($left, 330),
));
check(
    'messages',
    $submission->failedItems[0]['message'] === 'no 0' && $submission->failedItems[$left[0]]['message'] === 'neither'
    && $submission->failedItems[$left[329]]['message'] === 'neither' && !isset($submission->failedItems[$left[330]]));
check('in order', array_keys($submission->failedItems) === (static function (array $keys): array {
    sort($keys);
    return $keys;
})(array_keys($submission->failedItems)));
?>
--EXPECT--
200 3 497
500 gzip p0
333 gzip p1
3 as it is p496
second request: ok
third request: ok
messages: ok
in order: ok
