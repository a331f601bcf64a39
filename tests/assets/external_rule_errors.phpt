--TEST--
The rule externalMatcher when the matcher is down, refuses, answers nonsense or lacks settings: mappings stay, nothing is lost
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/external_rule.inc';

$cli = (new Cli())->startSandbox();
$messages = static fn (Result $result): string => '   '
    . preg_replace('/(?<=no response from the external matcher: ).*/', '…', str_replace([$cli->dir, "\n"], ['DIR', "\n   "], trim($result->err))) . "\n";
$down = static fn (array $fault, array $more = []) => $cli->fault(
    $more + ['match' => ['path' => '/asset-to-product$'], 'fault' => $fault],
);
$assets = static fn (string $name, int $count): string => implode('', array_map(
    static fn (int $number): string => event("$name$number", $number % 50),
    range(1, $count),
));

echo "-- settings\n";
$cli->init();
$cli->run([
    'assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key', '--program-id=100',
    '--environment-id=200', '--rule=externalMatcher'], MATCHER_SECRETS);
$result = $cli->run(['assets:sync', '-']);
echo $result->code, $messages($result);
foreach ([
    'nowhere.json' => null, 'text.json' => 'text', 'empty.json' => '{"project":{"org":{"ims_org_id":"o"}}}',
    'large.json' => str_repeat(' ', 1 << 20) . '{}',
] as $name => $text) {
    if ($text !== null) {
        file_put_contents("$cli->dir/$name", $text);
    }
    $result = $cli->run(['assets:config', "--workspace=$cli->dir/$name"]);
    echo $result->code, $messages($result);
}
$result = $cli->run(['assets:config', '--workspace=' . workspace($cli), '--asset-to-product-url=http://matcher.example.com/a',
    "--matcher-oauth-url={$cli->sandbox['url']}/matcher/ims/token/v3"]);
echo $result->code, $messages($result);
matched_shop($cli);

echo '-- mapped: ';
answer_asset($cli, 'a', ['S1' => 'image']);
answer_asset($cli, 'b', ['S2' => 'image']);
echo summary(sync($cli, event('a', 1) . event('b', 1)));

echo '-- down: ';
$down(['type' => 'status', 'status' => 503]);
answer_asset($cli, 'a', ['S3' => 'image']);
$before = calls($cli, 'asset-to-product');
$result = sync($cli, event('a', 2) . event('b', 2, ['dam:status' => 'rejected']) . $assets('many', 40));
echo summary($result), $messages($result);
echo '   asked ', calls($cli, 'asset-to-product') - $before, " times\n";
show_media($cli);
show_status($cli, 'failed');
echo json_encode($cli->run(['assets:status', '--json'])->json()['assets']), "\n";
$before = calls($cli, 'asset-to-product');
echo '   again, what is due: ', summary(sync($cli, '', ['--due']));
echo '   asked ', calls($cli, 'asset-to-product') - $before, " times\n";
$result = $cli->run(['assets:sync', '-']);
echo preg_replace('/[\d.]+ s\./', '… s.', $result->out), $messages($result);
$cli->clearFaults();
echo '-- up, what is due: ', summary(sync($cli, '', ['--due']));
echo '   all: ', summary(sync($cli, ''));
show_media($cli);

echo '-- a new event does not wait for the pause: ';
$down(['type' => 'status', 'status' => 500]);
sync($cli, event('a', 3));
sync($cli, '');
$cli->clearFaults();
answer_asset($cli, 'a', ['S4' => 'image']);
echo summary(sync($cli, '', ['--due'])), '   ', summary(sync($cli, event('a', 4), ['--due']));
show_media($cli);

echo '-- a product, while only the other action works: ';
$cli->fault(['match' => ['path' => '/product-to-asset$'], 'fault' => ['type' => 'reset']]);
answer_asset($cli, 'a', ['S5' => 'image']);
$result = sync($cli, event('a', 5) . '', ['--due']);
$products = sync($cli, "{\"sku\":\"P1\"}\n", command: 'assets:products');
echo summary($result), '   ', summary($products);
echo json_encode($cli->run(['assets:status', '--json'])->json()['products']), "\n";
$cli->clearFaults();
answer($cli, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => [['asset_id' => 'urn:a']]]);
mkdir("$cli->state/assets-spool", 0700, true);
$runs = array_column($cli->run(['cron', '--once', '--json'])->json()['runs'], 'exitCode', 'job');
echo '   the schedule asks again: ', $runs['assets:sync'], "\n";
show_media($cli);
echo '   deleted while it was open: ';
$cli->fault(['match' => ['path' => '/product-to-asset$'], 'fault' => ['type' => 'status', 'status' => 503]]);
echo summary(sync($cli, "{\"sku\":\"P2\"}\n", command: 'assets:products'));
echo '   ',
    summary(sync($cli, json_encode(['type' => 'com.adobe.commerce.observer.catalog_product_delete_after', 'data' => ['sku' => 'P2']]) . "\n", command: 'assets:products'));
$cli->clearFaults();

echo '-- tokens: ';
$down(['type' => 'expire-tokens'], ['times' => 1]);
echo summary(sync($cli, event('b', 6, APPROVED)));
foreach (['wrong-secret' => 'refused', 'sandbox-secret' => 'good again'] as $secret => $what) {
    $cli->run(['assets:config', '--workspace=' . workspace($cli, $secret)]);
    $result = sync($cli, event('b', $secret === 'sandbox-secret' ? 8 : 7));
    echo "   $what: ", summary($result), $result->err === '' ? '' : $messages($result);
}
show_media($cli);

echo "-- answers\n";
foreach ([
    'another asset' => ['asset_id' => 'urn:z', 'product_matches' => []],
    'no list' => ['asset_id' => 'urn:a'],
    'no SKU' => ['asset_id' => 'urn:a', 'product_matches' => [['product_sku' => 'S1'], ['sku' => 'S2']]],
] as $what => $answer) {
    answer($cli, 'asset-to-product', 'urn:a', $answer);
    $result = sync($cli, event('a', $second = ($second ?? 8) + 1));
    echo "$what: ", summary($result), $messages($result);
}
foreach ([
    ['type' => 'truncate', 'bytes' => 9],
    ['type' => 'html'],
    ['type' => 'status', 'status' => 422, 'body' => '{"error":"told"}'],
] as $fault) {
    $down($fault);
    $result = sync($cli, event('a', ++$second));
    echo "$fault[type]: ", summary($result), $messages($result);
    $cli->clearFaults();
}
show_media($cli);
show_status($cli, 'failed');
echo '   others go on: ', summary(sync($cli, event('a', ++$second) . event('b', $second)));

echo '-- nothing but unusable answers: ';
$down(['type' => 'status', 'status' => 200, 'body' => '{"matches":[]}']);
$before = calls($cli, 'asset-to-product');
$result = sync($cli, $assets('more', 120));
echo summary($result), $messages($result);
echo '   asked ', calls($cli, 'asset-to-product') - $before, " times\n";
$cli->clearFaults();
answer($cli, 'asset-to-product', 'urn:a', null);
echo '   mended: ', summary(sync($cli, ''));

echo '-- too much for the matcher: ';
$deep = json_decode(str_repeat('[', 100) . str_repeat(']', 100));
echo summary(sync($cli, event('deep', 1, APPROVED + ['x' => $deep]))), '   ', summary(sync($cli, ''));
show_status($cli, 'failed');
$result = sync(
    $cli,
    lines([['sku' => 'P4', 'x' => $deep], ['sku' => 'P5', 'x' => str_repeat('x', 1 << 20)]]),
    command: 'assets:products',
);
echo summary($result), '   ', implode("\n   ", array_column($result->json()['events']['refusals'], 'reason')), "\n";

echo "-- too late\n";
$down(['type' => 'status', 'status' => 503]);
sync(
    $cli,
    json_encode(
        ['assetId' => 'urn:late', 'assetMetadata' => APPROVED, 'time' => gmdate('Y-m-d\TH:i:s\Z', time() - 3600)],
    )
        . "\n",
);
$cli->clearFaults();
sync($cli, '');
sync($cli, '');
$log = file_get_contents("$cli->state/log/aco.log");
echo substr_count($log, '"event":"matcher.stopped"'), " times stopped\n";
echo str_contains($log, 'wrong-secret') || str_contains($log, 'sandbox-secret') ? "a secret is in the log\n" : '';
echo str_contains(file_get_contents("$cli->state/aco.sqlite"), 'sandbox-secret')
    ? "a secret is stored in the clear\n"
    : '';
foreach (explode("\n", rtrim($log)) as $line) {
    $line = json_decode($line, true);
    if ($line['event'] === 'sla.miss') {
        echo "  $line[level] within $line[withinSeconds]: $line[applied] applied, $line[waiting] wait, ", $line['seconds'] >= 3600 && $line['seconds'] < 3660 ? 'an hour' : $line['seconds'], "\n";
    }
}
echo $cli->run(['assets:status', '--json'])->json()['sla']['waiting'], " not applied\n";
?>
--EXPECT--
-- settings
2   Settings are missing: run assets:config --asset-to-product-url=… --product-to-asset-url=… --matcher-oauth-url=… --matcher-client-id=… --matcher-org-id=… with ACO_ASSETS_MATCHER_CLIENT_SECRET in the environment.
2   --workspace: DIR/nowhere.json cannot be read: give the workspace.json of the Developer Console.
2   --workspace is invalid: the file must be the JSON object of a workspace.json.
2   --workspace is invalid: the file has no credential of the type oauth_server_to_server in project.workspace.details.credentials; add an OAuth Server-to-Server credential to the workspace.
2   --workspace is invalid: the file must be the JSON object of a workspace.json.
2   --asset-to-product-url must use https: plain http is for loopback addresses only, unless aco.allow_http is on.
-- mapped: 0 {"read":2,"applied":2} {"answered":2} {"delivered":2}
-- down: 1 {"read":42,"applied":42} {"failed":3,"waiting":38} {"delivered":1}
   The external matcher failed 3 times in a row: the remaining questions are kept for the next run.
   First failure: the external matcher answers HTTP 503
   asked 6 times
  S1 urn:a [image] 1
  urn:many2 Failed: the external matcher answers HTTP 503
  urn:a Failed: the external matcher answers HTTP 503
  urn:many1 Failed: the external matcher answers HTTP 503
{"Success":1,"Failed":3,"Waiting":38}
   again, what is due: 3 {} {"failed":3,"waiting":35} {}
   asked 6 times
Events: 0 read, 0 applied, 0 stale, 0 skipped, 0 unusable, 0 refused.
Questions to the matcher: 0 answered (0 without a change), 3 failed, 32 not asked.
Changes: 0 written, 0 to retry, 0 rejected; … s.
   The external matcher failed 3 times in a row: the remaining questions are kept for the next run.
   First failure: the external matcher answers HTTP 503
-- up, what is due: 0 {} {"answered":41} {"delivered":1}
   all: 0 {} {} {}
  S3 urn:a [image] 1
-- a new event does not wait for the pause: 0 {} {} {}
   0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
  S4 urn:a [image] 1
-- a product, while only the other action works: 0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
   3 {"read":1,"applied":1} {"failed":1} {"unchanged":1}
{"Success":5,"Failed":1,"Waiting":0}
   the schedule asks again: 0
  P1 urn:a [] -
  S5 urn:a [image] 1
   deleted while it was open: 3 {"read":1,"applied":1} {"failed":1} {"unchanged":1}
   0 {"read":1,"applied":1} {} {"unchanged":1}
-- tokens: 0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
   refused: 3 {"read":1,"applied":1} {"failed":1} {}
   First failure: IMS refuses the credentials (HTTP 401: invalid_client); check client id, client secret and scope
   good again: 0 {"read":1,"applied":1} {"answered":1} {"unchanged":1}
  P1 urn:a [] -
  S2 urn:b [image] 1
  S5 urn:a [image] 1
-- answers
another asset: 1 {"read":1,"applied":1} {"failed":1} {}
   First failure: the external matcher answers about another asset; nothing was changed
no list: 1 {"read":1,"applied":1} {"failed":1} {}
   First failure: the external matcher answers without the list product_matches; nothing was changed
no SKU: 1 {"read":1,"applied":1} {"failed":1} {}
   First failure: the external matcher answers with an entry 1 of product_matches that has no product_sku; nothing was changed
truncate: 3 {"read":1,"applied":1} {"failed":1} {}
   First failure: no response from the external matcher: …
html: 3 {"read":1,"applied":1} {"failed":1} {}
   First failure: the response of the external matcher cannot be read; nothing was changed
status: 1 {"read":1,"applied":1} {"failed":1} {}
   First failure: the external matcher answers HTTP 422: told
  P1 urn:a [] -
  S2 urn:b [image] 1
  S5 urn:a [image] 1
  urn:a Failed: the external matcher answers HTTP 422: told
   others go on: 1 {"read":2,"applied":2} {"answered":1,"failed":1} {"unchanged":1}
-- nothing but unusable answers: 1 {"read":120,"applied":120} {"failed":100,"waiting":20} {}
   The external matcher failed 100 times in a row: the remaining questions are kept for the next run.
   First failure: the external matcher answers without the list product_matches; nothing was changed
   asked 100 times
   mended: 0 {} {"answered":121} {"delivered":1}
-- too much for the matcher: 1 {"read":1,"applied":1,"unusable":1} {} {"unchanged":1}
   0 {} {} {}
  urn:deep Failed: what the matcher is to get cannot be written as JSON: it is too deep, or no value of JSON
1 {"read":2,"refused":2} {} {}
   data has more than 64 levels
   data is larger than 1 MiB
-- too late
4 times stopped
  warning within 300: 0 applied, 1 wait, an hour
  warning within 1800: 0 applied, 1 wait, an hour
  warning within 300: 1 applied, 0 wait, an hour
  warning within 1800: 1 applied, 0 wait, an hour
0 not applied
