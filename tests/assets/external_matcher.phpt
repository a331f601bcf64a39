--TEST--
ExternalMatcher: both directions against the sandbox, skip, tolerant reading, renewed token
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../sandbox/sandbox.inc';

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\Limits;

const SECRET = 'sandbox-secret';
const ID = 'urn:aaid:aem:1';

$sandbox = sandbox_start();
$actions = "$sandbox->url/api/v1/web/app-builder-external-rule";
$matcher = new ExternalMatcher(
    new MatcherConnection("$actions/asset-to-product", "$actions/product-to-asset",
        new Aco\ImsCredentials(
            $sandbox->clientId,
            SECRET,
            "$sandbox->url/matcher/ims/token/v3",
            orgId: $sandbox->orgId,
        )),
    new Limits(maxAttempts: 1),
);

function answer(string $action, string $key, mixed $answer): void
{
    global $sandbox;
    $set = sandbox_http('POST', "$sandbox->url/api/assets/answers", json_encode(
        ['action' => $action, 'key' => $key, 'answer' => $answer],
    ),
        ['Content-Type' => 'application/json']);
    if ($set->status !== 204) {
        echo "NOT SET: $set->body\n";
    }
}

function show_asset(?Asset $asset): void
{
    if ($asset === null) {
        echo "skip\n";
        return;
    }
    printf(
        "%s %s%s%s",
        $asset->id,
        $asset->eligible ? 'eligible' : $asset->reason,
        $asset->video ? ', video' : '',
        $asset->altTexts === [] ? '' : ', alt ' . json_encode($asset->altTexts),
    );
    foreach ($asset->assignments as $assignment) {
        printf(' | %s [%s] %s', $assignment->sku, implode(',', $assignment->roles), $assignment->position ?? '-');
    }
    echo "\n";
}

$asset = [
    'assetId' => ID,
    'assetMetadata' => [
        'dam:status' => 'approved', 'dc:format' => 'image/jpeg', 'commerce:altTextStoreViews' => ['en'],
        'commerce:altTextValues' => ['A shoe'], 'x' => [],
    ],
    'repositoryMetadata' => ['repo:path' => "/content/\xff"],
];
echo "-- asset to product\n";
show_asset($matcher->assetToProduct($asset));
$row = fn (array $more) => ['product_sku' => 'a', ...$more];
foreach ([
    'documented' => [
        'asset_id' => ID,
        'product_matches' => [['product_sku' => 'a', 'asset_roles' => ['image', 'thumbnail'], 'asset_position' => 3], [
            'product_sku' => 'b',
            'asset_roles' => [],
        ]],
        'skip' => false,
    ],
    'position in an array' => ['asset_id' => ID, 'product_matches' => [$row(['asset_position' => [1]])]],
    'roles in a text' => ['asset_id' => ID, 'product_matches' => [$row(['asset_roles' => 'image; thumbnail;image'])]],
    'no echo, odd positions' => ['product_matches' => [
        $row(['asset_position' => -1]), ['product_sku' => 'b', 'asset_position' => 'x'],
        ['product_sku' => 'c', 'asset_position' => [1, 2]], ['product_sku' => 'd', 'asset_position' => 1e30],
    ]],
    'wrapped' => ['statusCode' => 200, 'body' => ['asset_id' => ID, 'product_matches' => [$row([])]]],
    'wrapped as text' => ['statusCode' => 200, 'body' => json_encode(
        ['asset_id' => ID, 'product_matches' => [$row([])]],
    )],
    'one SKU twice' => ['asset_id' => ID, 'product_matches' => [
        $row(['asset_roles' => 'image', 'asset_position' => 2]),
        $row(['asset_roles' => ['x', 'image'], 'asset_position' => 1]),
    ]],
    'skip' => ['asset_id' => ID, 'skip' => true],
    'empty' => ['asset_id' => ID, 'product_matches' => []],
] as $name => $answer) {
    answer('asset-to-product', ID, $answer);
    echo "$name: ";
    show_asset($matcher->assetToProduct($asset));
}
echo "-- not asked\n";
$requests = fn (): int => sandbox_http('GET', "$sandbox->url/api/state")->json->requests->total;
$before = $requests();
show_asset($matcher->assetToProduct(['assetId' => ID, 'assetMetadata' => ['dam:status' => 'rejected']]));
show_asset($matcher->assetToProduct(['assetId' => ID]));
show_asset(ExternalMatcher::withoutAsking(
    ['assetId' => ID, 'assetMetadata' => ['dam:status' => 'rejected', 'commerce:altTextValues' => 7]],
));
var_dump(ExternalMatcher::withoutAsking($asset));
echo $requests() - $before, " requests\n";

echo "-- product to assets\n";
echo json_encode($matcher->productToAssets('a')), "\n";
foreach ([
    ['product_sku' => 'a', 'asset_matches' => [
        ['asset_id' => 'urn:1', 'asset_roles' => ['image'], 'asset_format' => 'image', 'asset_position' => 1],
        ['asset_id' => 'urn:2', 'asset_roles' => ['x'], 'asset_format' => 'video'],
        ['asset_id' => 'urn:3'],
    ]],
    ['product_sku' => 'a', 'skip' => true, 'asset_matches' => []],
] as $answer) {
    answer('product-to-asset', 'a', $answer);
    echo json_encode($matcher->productToAssets('a', ['any' => ['thing' => 1]])), "\n";
}

echo "-- tokens\n";
$endpoints = sandbox_http('GET', "$sandbox->url/api/state")->json->requests->byEndpoint;
echo $endpoints->{'POST /matcher/ims/token/v3'}, " token so far\n";
sandbox_fault(
    $sandbox,
    ['match' => ['path' => 'product-to-asset$'], 'times' => 1, 'fault' => ['type' => 'expire-tokens']],
);
echo json_encode($matcher->productToAssets('a')), "\n";
echo sandbox_http('GET', "$sandbox->url/api/state")->json->requests->byEndpoint->{'POST /matcher/ims/token/v3'},
    " tokens\n";
?>
--EXPECT--
-- asset to product
urn:aaid:aem:1 no_sku
documented: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [image,thumbnail] 3 | b [] -
position in an array: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [] 1
roles in a text: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [image,thumbnail] -
no echo, odd positions: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [] - | b [] - | c [] - | d [] -
wrapped: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [] -
wrapped as text: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [] -
one SKU twice: urn:aaid:aem:1 eligible, alt [{"store_code":"en","value":"A shoe"}] | a [image,x] 2
skip: skip
empty: urn:aaid:aem:1 no_sku
-- not asked
urn:aaid:aem:1 not_approved
urn:aaid:aem:1 not_approved
urn:aaid:aem:1 not_approved
NULL
0 requests
-- product to assets
[]
[{"assetId":"urn:1","video":false,"altTexts":[],"roles":["image"],"position":1},{"assetId":"urn:2","video":true,"altTexts":[],"roles":["x"],"position":null},{"assetId":"urn:3","video":false,"altTexts":[],"roles":[],"position":null}]
null
-- tokens
1 token so far
null
2 tokens
