--TEST--
SkuMatcher: aligned lists, roles, positions, alternative texts, videos, eligibility
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\SkuMatcher;

function show(SkuMatcher $matcher, array $metadata, array $repository = []): void
{
    $asset = $matcher->match(
        ['assetId' => 'urn:aaid:aem:1', 'assetMetadata' => $metadata, 'repositoryMetadata' => $repository],
    );
    echo $asset->reason === '' ? 'eligible' : $asset->reason, $asset->video ? ' video ' : ' image ', $asset->format,
        "\n";
    foreach ($asset->assignments as $assignment) {
        echo '  ', $assignment->sku, ' [', implode(',', $assignment->roles), '] ', json_encode($assignment->position),
            "\n";
    }
    foreach ($asset->altTexts as $text) {
        echo '  ', json_encode($text), "\n";
    }
}

$matcher = new SkuMatcher();
$approved = ['commerce:isCommerce' => 'Yes', 'dam:status' => 'approved'];

echo "-- aligned lists, one of them too short\n";
show($matcher, $approved + [
    'commerce:skus' => ['a', 'b', 'c', 'd'],
    'commerce:roles' => ['thumbnail; image', 'image;;small_image; ', 'small_change'],
    'commerce:positions' => [1, '2', -1],
]);
echo "-- scalars for single values\n";
show($matcher, $approved + ['commerce:skus' => 'a', 'commerce:roles' => 'image;thumbnail', 'commerce:positions' => 7]);
echo "-- a SKU twice, blank SKUs, SKUs that are numbers\n";
show($matcher, $approved + [
    'commerce:skus' => ['a', '', null, 'a', ' ', 12, '012', 1.5, 'größe'],
    'commerce:roles' => ['image', 'thumbnail', 'x', 'swatch_image;image', 'x', 'image'],
    'commerce:positions' => [4, 5, 6, 7, 8, 9],
]);
echo "-- more SKUs than are compared one by one\n";
show($matcher, $approved + [
    'commerce:skus' => [...range('a', 'i'), 'c', 'i', 'j', 'j'],
    'commerce:roles' => [...array_fill(0, 9, 'image'), 'thumbnail', 'swatch_image', 'image', 'thumbnail'],
]);
echo "-- positions that are none\n";
show($matcher, $approved + [
    'commerce:skus' => range('a', 'l'),
    'commerce:positions' => [NAN, INF, -INF, 1e30, 1.5, 3.0, '4.0', 'x', PHP_INT_MAX, true, [], '2147483647'],
]);
echo "-- alternative texts\n";
show($matcher, $approved + [
    'commerce:skus' => 'a',
    'commerce:altTextStoreViews' => [' default ', 'DEFAULT', '', 'de', 'fr', 'en', 'es'],
    'commerce:altTextValues' => ['Shirt', 'again', 'no store', "Hem\xffd", 'Chemise rosée', 'En'],
]);
echo "-- a video has none\n";
show($matcher, $approved + [
    'commerce:skus' => 'a', 'commerce:altTextStoreViews' => 'de', 'commerce:altTextValues' => 'x',
], ['dc:format' => 'Video/mp4']);
echo "-- format of the metadata first\n";
show($matcher, $approved + ['commerce:skus' => 'a', 'dc:format' => ['image/png']], ['dc:format' => 'video/mp4']);
echo "-- eligibility\n";
foreach (['yes', 'YES', ' yes ', true, ['yes']] as $flag) {
    show($matcher, ['commerce:isCommerce' => $flag] + $approved + ['commerce:skus' => 'a']);
}
foreach (['no', '', 1, null, false, [], ['yes', 'no'], new stdClass(), 'yess'] as $flag) {
    show($matcher, ['commerce:isCommerce' => $flag] + $approved + ['commerce:skus' => 'a']);
}
foreach (['rejected', 'Approved', '', null, 1, ['approved', 'x']] as $status) {
    show($matcher, ['dam:status' => $status] + $approved + ['commerce:skus' => 'a']);
}
foreach ([null, [], '', ['', null]] as $skus) {
    show($matcher, $approved + ['commerce:skus' => $skus]);
}
echo "-- another field, legacy names\n";
show(new SkuMatcher('dam:products'), $approved + ['dam:products' => ['x'], 'commerce:skus' => ['y']]);
show(new SkuMatcher('7'), $approved + ['7' => ['x']]);
$legacy = $approved + [
    'commerce:skus' => ['x', 'y'],
    'commerce:position' => [3],
    'commerce:roles' => ['base;swatch;image', 'thumbnail'],
];
show($matcher, $legacy);
show(new SkuMatcher(legacyNames: true), $legacy);
show(new SkuMatcher(legacyNames: true), $legacy + ['commerce:positions' => [5, 6]]);

echo "-- no metadata\n";
var_dump($matcher->match(['assetId' => 'a'])->reason);
?>
--EXPECT--
-- aligned lists, one of them too short
eligible image 
  a [thumbnail,image] 1
  b [image,small_image] 2
  c [small_change] null
  d [] null
-- scalars for single values
eligible image 
  a [image,thumbnail] 7
-- a SKU twice, blank SKUs, SKUs that are numbers
eligible image 
  a [image,swatch_image] 4
  12 [image] 9
  012 [] null
  1.5 [] null
  größe [] null
-- more SKUs than are compared one by one
eligible image 
  a [image] null
  b [image] null
  c [image,thumbnail] null
  d [image] null
  e [image] null
  f [image] null
  g [image] null
  h [image] null
  i [image,swatch_image] null
  j [image,thumbnail] null
-- positions that are none
eligible image 
  a [] null
  b [] null
  c [] null
  d [] null
  e [] null
  f [] 3
  g [] 4
  h [] null
  i [] null
  j [] null
  k [] null
  l [] 2147483647
-- alternative texts
eligible image 
  a [] null
  {"store_code":"default","value":"Shirt"}
  {"store_code":"de","value":"Hem\ufffdd"}
  {"store_code":"fr","value":"Chemise ros\u00e9e"}
  {"store_code":"en","value":"En"}
-- a video has none
eligible video Video/mp4
  a [] null
-- format of the metadata first
eligible image image/png
  a [] null
-- eligibility
eligible image 
  a [] null
eligible image 
  a [] null
eligible image 
  a [] null
eligible image 
  a [] null
eligible image 
  a [] null
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_commerce image 
not_approved image 
not_approved image 
not_approved image 
not_approved image 
not_approved image 
not_approved image 
no_sku image 
no_sku image 
no_sku image 
no_sku image 
-- another field, legacy names
eligible image 
  x [] null
eligible image 
  x [] null
eligible image 
  x [base,swatch,image] null
  y [thumbnail] null
eligible image 
  x [image,swatch_image] 3
  y [thumbnail] null
eligible image 
  x [image,swatch_image] 5
  y [thumbnail] 6
-- no metadata
string(12) "not_commerce"
