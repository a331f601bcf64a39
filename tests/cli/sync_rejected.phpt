--TEST--
sync and status: an item that the API rejects is sent again when it has changed, not before
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$cli->fault(['fault' => [
    'type' => 'reject-items',
    'keys' => ['SKU-00003', 'SKU-00004'],
    'message' => 'Not <info>this</info> one',
]]);
$items = products(5);
$path = $cli->write('products.jsonl', $items);

$result = $cli->run(['sync', $path]);
show($result, $cli, 'sync');
echo implode("\n", array_filter(
    explode("\n", $result->out),
    static fn (string $line): bool => str_starts_with($line, '  '),
)),
    "\n";
echo json_encode(array_column($cli->held('products'), 'sku')), "\n";

$requests = $cli->ingestionRequests();
$again = $cli->run(['sync', $path, '--json']);
echo 'again [', $again->code, '] ', json_encode($again->feed('products')), ' ', rtrim($again->err), "\n";
check('no request', $cli->ingestionRequests() === $requests);

$cli->clearFaults();
$items[2]['name'] = 'Corrected';
file_put_contents($path, lines($items));
$corrected = $cli->run(['sync', $path, '--json']);
echo 'corrected [', $corrected->code, '] ', json_encode($corrected->feed('products')), "\n";

echo "-- status\n";
$overview = $cli->run(['status', '--json', '--feed=products'])->json()['feeds'];
check('last sync', abs(strtotime($overview['products']['lastSync'] . ' UTC') - time()) < 60, $overview);
unset($overview['products']['lastSync']);
echo json_encode($overview), "\n";
$failed = $cli->run(['status', '--failed', '--json'])->json()['items'];
check('request id', $failed[0]['requestId'] !== null && $failed[0]['requestId'] !== '', $failed);
unset($failed[0]['requestId'], $failed[0]['modifiedAt'], $failed[0]['sourceEntityId'], $failed[0]['feedId']);
echo json_encode($failed, JSON_UNESCAPED_SLASHES), "\n";
$table = $cli->run(['status', '--failed'])->out;
check('as a table', preg_match(
    '~^\| products \| SKU-00004 / default \| Failed, requires attention \| \S* +\| Not <info>this</info> one \| \S+ +\| +1 \|$~m',
    $table,
) === 1, $table);
echo $cli->run(['status', '--failed', '--feed=prices'])->out;
?>
--EXPECT--
sync [1] Correct the rejected items in the source and run sync again; status --failed lists them.
  products SKU-00003 / default: sku: Not <info>this</info> one (2 items)
["SKU-00001","SKU-00002","SKU-00005"]
again [0] {"read":5,"unchanged":5,"unchangedRejected":2} 2 items rejected by an earlier sync and unchanged since: status --failed lists them.
no request: yes
corrected [0] {"read":5,"unchanged":4,"unchangedRejected":1,"sent":1,"accepted":1}
-- status
last sync: yes
{"products":{"rows":5,"source":5,"delivered":4,"deleted":0,"failed":1,"toRetry":0,"waiting":0,"oldestWaiting":null,"scopes":{"default":5}}}
request id: yes
[{"feed":"products","item":"SKU-00004 / default","deleted":false,"status":400,"label":"Failed, requires attention","field":"sku","message":"Not <info>this</info> one","attempts":1}]
as a table: yes
No item has failed.
