--TEST--
SkuMatcher: whatever the metadata holds has an outcome
--INI--
memory_limit=512M
zend.assertions=1
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\Asset;
use Aco\Assets\SkuMatcher;
use Aco\Exception\MappingException;

$matcher = new SkuMatcher(legacyNames: true);
$approved = ['commerce:isCommerce' => 'yes', 'dam:status' => 'approved'];

function refused(SkuMatcher $matcher, array $asset): void
{
    try {
        $found = $matcher->match($asset);
        echo 'taken: ', count($found->assignments), "\n";
    } catch (MappingException $e) {
        echo $e->getMessage(), "\n";
    }
}

echo "-- the asset itself\n";
foreach ([
    [], ['assetId' => ''], ['assetId' => []], ['assetId' => str_repeat('x', 256)], ['assetId' => "a\xff"],
    ['assetId' => "a\nb"],
    ['assetId' => 'a', 'assetMetadata' => 'x'], ['assetId' => 'a', 'repositoryMetadata' => 1], [
        'assetId' => NAN,
    ]] as $asset) {
    refused($matcher, $asset);
}
echo "-- metadata\n";
foreach ([
    ['commerce:skus' => new stdClass()],
    ['commerce:skus' => [[1]]],
    ['commerce:skus' => ['a', true]],
    ['commerce:skus' => ['a', NAN]],
    ['commerce:skus' => ["a\xc3"]],
    ['commerce:skus' => ["a\0b"]],
    ['commerce:skus' => [str_repeat('x', 255), str_repeat('x', 256)]],
    ['commerce:skus' => 'a', 'commerce:roles' => [['image']]],
    ['commerce:skus' => 'a', 'commerce:roles' => 5],
    ['commerce:skus' => 'a', 'commerce:roles' => "image;\xff"],
    ['commerce:skus' => 'a', 'commerce:roles' => str_repeat('x', 256)],
    ['commerce:skus' => 'a', 'commerce:roles' => implode(';', range(1, 65))],
    ['commerce:skus' => ['a', 'a'], 'commerce:roles' => [implode(';', range(1, 40)), implode(';', range(30, 65))]],
    ['commerce:skus' => 'a', 'commerce:positions' => new stdClass()],
    ['commerce:skus' => 'a', 'commerce:altTextStoreViews' => 'de', 'commerce:altTextValues' => str_repeat('x', 256)],
    [
        'commerce:skus' => 'a',
        'commerce:altTextStoreViews' => 'de',
        'commerce:altTextValues' => str_repeat("\xff", 1 << 20),
    ],
    ['commerce:skus' => 'a', 'commerce:altTextStoreViews' => 'de', 'commerce:altTextValues' => [['x']]],
    ['commerce:skus' => 'a', 'commerce:altTextStoreViews' => [['de']], 'commerce:altTextValues' => 'x'],
    ['commerce:skus' => 'a', 'commerce:altTextStoreViews' => "d\xff", 'commerce:altTextValues' => 'x'],
    ['commerce:skus' => 'a', 'commerce:altTextStoreViews' => range(1, 1001)],
] as $metadata) {
    refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + $metadata]);
}
echo "-- many\n";
$many = array_map(strval(...), range(1, 100000));
refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + [
    'commerce:skus' => $many,
    'commerce:roles' => $many,
]]);
refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + ['commerce:skus' => [...$many, 'x']]]);
refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + ['commerce:skus' => range(1, 1000000)]]);
refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + [
    'commerce:skus' => array_fill(0, 100000, 'a'),
    'commerce:roles' => $many,
]]);
refused($matcher, ['assetId' => 'a', 'assetMetadata' => $approved + [
    'commerce:skus' => 'a',
    'commerce:roles' => str_repeat('image;', 200000),
]]);
echo "-- what is not approved is not looked at\n";
refused($matcher, [
    'assetId' => 'a',
    'assetMetadata' => ['dam:status' => 'rejected', 'commerce:isCommerce' => 'yes', 'commerce:skus' => new stdClass()],
]);

echo "-- anything anywhere\n";
mt_srand(7);
$pick = static function (int $depth) use (&$pick): mixed {
    $values = [
        null, true, false, 0, -1, PHP_INT_MIN, 1.5, NAN, -INF, '', ' ', 'a', 'image;thumbnail', ';;', "\xff\xfe", "\0",
        'yes', 'approved',
        str_repeat("ä;", 300), new stdClass(), STDERR, static fn () => 1];
    if ($depth > 0 && mt_rand(0, 2) > 0) {
        $list = [];
        for ($i = mt_rand(0, 12); $i > 0; $i--) {
            mt_rand(0, 9) ? $list[] = $pick($depth - 1) : $list[mt_rand(0, 1) ? 'k' . $i : $i * 3] = $pick($depth - 1);
        }
        return $list;
    }
    return $values[mt_rand(0, count($values) - 1)];
};
$fields = [
    'commerce:isCommerce', 'dam:status', 'commerce:skus', 'commerce:roles', 'commerce:positions', 'commerce:position',
    'commerce:altTextStoreViews', 'commerce:altTextValues', 'dc:format'];
$outcomes = [];
for ($i = 0; $i < 20000; $i++) {
    $metadata = mt_rand(0, 3) ? $approved : [];
    foreach ($fields as $field) {
        if (!isset($metadata[$field]) && mt_rand(0, 3)) {
            $metadata[$field] = $pick(2);
        }
    }
    $held = $metadata['commerce:skus'] ?? null;
    if (mt_rand(0, 1)) {
        $metadata['commerce:skus'] = &$held;
    }
    try {
        $asset = $matcher->match(['assetId' => 'a', 'assetMetadata' => $metadata]);
        $outcome = $asset->reason === '' ? 'eligible' : $asset->reason;
        assert(($asset->assignments !== []) === $asset->eligible);
        // Taken as they are by the constructors that check.
        Asset::fromMatches($asset->id, $asset->assignments, $asset->video, $asset->altTexts, $asset->format);
        json_encode($asset, JSON_THROW_ON_ERROR);
    } catch (MappingException $e) {
        $outcome = 'refused';
        assert($e->field !== '' && $e->reason !== '');
    }
    $outcomes[$outcome] = true;
    unset($held);
}
ksort($outcomes);
echo implode(' ', array_keys($outcomes)), "\n";
?>
--EXPECT--
-- the asset itself
asset: assetId is missing
asset: assetId is empty
asset: assetId must be a string, array given
asset: assetId must have 1 to 255 bytes of UTF-8 without control characters
asset: assetId must have 1 to 255 bytes of UTF-8 without control characters
asset: assetId must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata must be an array, string given
asset (a): repositoryMetadata must be an array, int given
asset: assetId must be a finite number, INF or NAN given
-- metadata
asset (a): assetMetadata.commerce:skus.0 must be a string, stdClass given
asset (a): assetMetadata.commerce:skus.0 must be a string, array given
asset (a): assetMetadata.commerce:skus.1 must be a string, bool given
asset (a): assetMetadata.commerce:skus.1 must be a finite number, INF or NAN given
asset (a): assetMetadata.commerce:skus.0 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:skus.0 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:skus.1 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:roles.0 must be a string, array given
asset (a): assetMetadata.commerce:roles.0 must be a string, int given
asset (a): assetMetadata.commerce:roles.0 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:roles.0 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:roles.0 has 65 values, at most 64 are taken
asset (a): assetMetadata.commerce:roles.1 has 65 values, at most 64 are taken
taken: 1
asset (a): assetMetadata.commerce:altTextValues.0 has more than 255 characters
asset (a): assetMetadata.commerce:altTextValues.0 has more than 255 characters
asset (a): assetMetadata.commerce:altTextValues.0 must be a string, array given
asset (a): assetMetadata.commerce:altTextStoreViews.0 must be a string, array given
asset (a): assetMetadata.commerce:altTextStoreViews.0 must have 1 to 255 bytes of UTF-8 without control characters
asset (a): assetMetadata.commerce:altTextStoreViews has 1001 values, at most 1000 are taken
-- many
taken: 100000
asset (a): assetMetadata.commerce:skus has 100001 values, at most 100000 are taken
asset (a): assetMetadata.commerce:skus has 1000000 values, at most 100000 are taken
asset (a): assetMetadata.commerce:roles.64 has 65 values, at most 64 are taken
taken: 1
-- what is not approved is not looked at
taken: 0
-- anything anywhere
eligible no_sku not_approved not_commerce refused
