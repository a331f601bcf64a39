--TEST--
assets:sync and assets:products with the rule externalMatcher: both directions, skip, removal, nothing twice
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/external_rule.inc';

$cli = (new Cli())->startSandbox();
matched_shop($cli);
$shown = $cli->run(['assets:config', '--json'])->json();
echo json_encode(
    array_intersect_key($shown, ['matcher_client_id' => 1, 'matcher_scope' => 1, 'matcher_client_secret' => 1]),
),
    "\n";
echo str_replace($cli->sandbox['url'], 'URL', $shown['asset_to_product_url']), "\n";

echo '-- assets: ';
answer_asset($cli, 'a', ['S1' => 'image', 'S2' => 'thumbnail']);
answer_asset($cli, 'b', ['S1' => 'image']);
$first = event('a', 1) . event('b', 2) . event('c', 2) . event('d', 2, ['dam:status' => 'rejected']);
echo summary(sync($cli, $first));
show_media($cli);
echo '   asked ', calls($cli, 'asset-to-product'), ' times; repeated: ', summary(sync($cli, $first));
echo '   asked ', calls($cli, 'asset-to-product'), " times\n";

echo '-- skip: ';
answer_asset($cli, 'a', null);
echo summary(sync($cli, event('a', 3, ['dc:format' => 'video/mp4'])));
show_media($cli);
echo '-- fewer, and none: ';
answer_asset($cli, 'a', ['S2' => 'thumbnail']);
answer_asset($cli, 'b', []);
echo summary(sync($cli, event('a', 4, ['dc:format' => 'image/png']) . event('b', 4, [])));
show_media($cli);
echo '-- no longer approved, which needs no question: ';
$before = calls($cli, 'asset-to-product');
echo summary(sync($cli, event('a', 5, ['dam:status' => 'rejected'])));
show_media($cli);
echo '   asked ', calls($cli, 'asset-to-product') - $before, " times\n";

echo '-- products: ';
$match = static fn (string $asset, array $more = []): array =>
    ['asset_id' => "urn:$asset", 'asset_roles' => ['image'], 'asset_position' => 2] + $more;
answer($cli, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => [
    $match('a'), $match('b'), $match('new', ['asset_format' => 'video']),
]]);
answer($cli, 'product-to-asset', 'P2', ['product_sku' => 'P2', 'skip' => true]);
$products = "{\"sku\":\"P1\",\"name\":\"One\"}\n{\"sku\":\"P2\"}\n{\"sku\":\"P3\"}\n";
echo summary(sync($cli, $products, command: 'assets:products'));
show_media($cli);
echo '   repeated: ', summary(sync($cli, $products, command: 'assets:products'));
echo '   asked ', calls($cli, 'product-to-asset'), " times\n";
echo '-- an event of what only the matcher has told of: ';
answer_asset($cli, 'new', ['P1' => 'image', 'P3' => 'image']);
echo summary(sync($cli, event('new', 6, ['dc:title' => 'New'])));
show_media($cli);
echo '-- deleted: ';
echo summary(sync($cli, event('new', 7, [], 'deleted') . event('b', 7, [], 'deleted')));
show_media($cli);

$status = $cli->run(['assets:status', '--json'])->json();
echo json_encode($status['assets']), ' ', json_encode($status['products']), ' ', $status['sla']['waiting'],
    " not applied\n";
echo '-- with the rule matchBySKU what is open is matched by SKU: ';
$cli->fault(['match' => ['path' => '/asset-to-product$'], 'fault' => ['type' => 'status', 'status' => 404]]);
echo summary(sync($cli, event('e', 8, APPROVED + ['commerce:isCommerce' => 'yes', 'commerce:skus' => ['S9']])));
$cli->run(['assets:config', '--rule=matchBySKU']);
echo '   ', summary(sync($cli, ''));
show_media($cli);

echo '-- into the Optimizer: ';
$other = (new Cli())->startSandbox();
matched_shop($other, ['--sink=optimizer']);
answer_asset($other, 'a', ['S1' => 'image']);
answer($other, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => [$match('a'), $match('b')]]);
echo summary(sync($other, event('a', 1)));
echo '   ', summary(sync($other, "{\"sku\":\"P1\"}\n", command: 'assets:products'));
foreach ($other->held('productLayers') as $layer) {
    echo "  $layer[sku] ", implode(' ', array_map(basename(...), array_column($layer['images'], 'url'))), "\n";
}

$log = array_map(static fn (string $line): array => json_decode($line, true), file("$cli->state/log/aco.log"));
$calls = array_values(array_filter($log, static fn (array $line): bool => $line['event'] === 'matcher.call'));
echo json_encode(array_keys($calls[0])), "\n";
foreach ($log as $line) {
    if (in_array($line['event'], ['asset.skipped', 'product.skipped'], true) && $line['reason'] !== 'stale') {
        echo json_encode(array_diff_key($line, ['time' => 1, 'level' => 1, 'pid' => 1]), JSON_UNESCAPED_SLASHES), "\n";
    }
}
foreach (['"One"', 'dc:title', 'sandbox-secret'] as $private) {
    echo str_contains(file_get_contents("$cli->state/log/aco.log"), $private) ? "$private is in the log\n" : '';
}
?>
--EXPECT--
{"matcher_client_id":"sandbox-client","matcher_client_secret":"stored, encrypted","matcher_scope":"openid"}
URL/api/v1/web/app-builder-external-rule/asset-to-product
-- assets: 0 {"read":4,"applied":4,"rolesReassigned":1} {"answered":3} {"delivered":2}
  S1 urn:a [] 1
  S1 urn:b [image] 1
  S2 urn:a [thumbnail] 1
   asked 3 times; repeated: 0 {"read":4,"stale":4} {} {}
   asked 3 times
-- skip: 0 {"read":1,"applied":1} {"answered":1,"skipped":1} {}
  S1 urn:a [] 1
  S1 urn:b [image] 1
  S2 urn:a [thumbnail] 1
-- fewer, and none: 0 {"read":2,"applied":2} {"answered":2} {"delivered":2}
  S2 urn:a [thumbnail] 1
-- no longer approved, which needs no question: 0 {"read":1,"applied":1} {} {"delivered":1}
  nothing
   asked 0 times
-- products: 0 {"read":3,"applied":3} {"answered":3,"skipped":1} {"delivered":1,"unchanged":2}
  P1 urn:b [image] 2
  P1 urn:new [] 2 video
   repeated: 0 {"read":3,"stale":3} {} {}
   asked 3 times
-- an event of what only the matcher has told of: 0 {"read":1,"applied":1,"rolesReassigned":1} {"answered":1} {"delivered":2}
  P1 urn:b [] 2
  P1 urn:new [image] 1 video
  P3 urn:new [image] 1 video
-- deleted: 0 {"read":2,"applied":2,"rolesReassigned":1} {} {"delivered":2}
  nothing
{"Success":5,"Failed":0,"Waiting":0} {"Success":5,"Failed":0,"Waiting":0} 0 not applied
-- with the rule matchBySKU what is open is matched by SKU: 3 {"read":1,"applied":1} {"failed":1} {}
   0 {"rematched":1} {} {"delivered":1}
  S9 urn:e [] -
-- into the Optimizer: 0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
   0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
  P1 urn:b urn:a
  S1 urn:a
["time","level","event","pid","asset","seconds","questions","skip"]
{"event":"asset.skipped","asset":"urn:d","reason":"not_approved"}
{"event":"asset.skipped","asset":"urn:c","reason":"no_sku"}
{"event":"asset.skipped","asset":"urn:a","reason":"matcher_skip"}
{"event":"asset.skipped","asset":"urn:b","reason":"no_sku"}
{"event":"asset.skipped","asset":"urn:a","reason":"not_approved"}
{"event":"product.skipped","sku":"P1","reason":"not_approved","assets":1}
{"event":"product.skipped","sku":"P2","reason":"matcher_skip"}
{"event":"asset.skipped","asset":"urn:new","reason":"not_approved"}
{"event":"asset.skipped","asset":"urn:b","reason":"not_approved"}
