--TEST--
Sandbox: products are checked, replaced, merged and removed
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$path = '/v1/catalog/products';
$en = ['locale' => 'en'];
$base = ['sku' => 'A', 'source' => $en, 'name' => 'Tent', 'slug' => 'tent', 'status' => 'ENABLED'];
$full = $base + [
    'description' => null,
    'visibleIn' => [],
    'metaTags' => ['title' => 't', 'keywords' => ['k']],
    'attributes' => [['code' => 'color', 'values' => ['red'], 'variantReferenceId' => null, 'type' => 'STRING']],
    'images' => [['url' => 'https://x/1', 'roles' => ['BASE', 'SWATCH'], 'customRoles' => ['r']]],
    'links' => [['type' => 'VARIANT_OF', 'sku' => 'P'], ['type' => 'my_own', 'sku' => 'Q']],
    'routes' => [['path' => 'men/tents', 'position' => 3]],
    'configurations' => [['attributeCode' => 'color', 'type' => 'SWATCH', 'values' => [['variantReferenceId' => '1']]]],
    'bundles' => [['group' => 'g', 'items' => [['sku' => 'X', 'qty' => 1.5], ['sku' => 'Y']]]],
    'externalIds' => [['id' => '1', 'origin' => 'AdobeCommerce']],
    'unknown' => ['is' => 'accepted'],
];
sandbox_table($sandbox, [
    'minimal' => ['POST', $path, [['sku' => 'M'] + $base]],
    'full' => ['POST', $path, [$full]],
    'two sources' => ['POST', $path, [['sku' => 'B'] + $base, ['sku' => 'B', 'source' => ['locale' => 'fr']] + $base]],
    'nothing' => ['POST', $path, []],
    'missing fields' => ['POST', $path, [$base, [], ['sku' => 'C', 'source' => []]]],
    'not objects' => ['POST', $path, [1, 'a', null, [1]]],
    'wrong values' => ['POST', $path, [[
        'sku' => 5, 'status' => 'enabled', 'visibleIn' => ['HOME'], 'name' => null,
        'attributes' => [['code' => 'a', 'values' => [1, true]], ['values' => []]],
        'images' => [['url' => 'u', 'roles' => ['TINY']]],
        'routes' => [['path' => 'p', 'position' => 1.5], ['path' => 'q', 'position' => 3_000_000_000]],
        'configurations' => [['attributeCode' => 'a', 'type' => 'LIST', 'values' => [[]]]],
    ] + $base]],
    'in two groups of a bundle' => ['POST', $path, [
        ['bundles' => [['group' => 'g', 'items' => [['sku' => 'X']]], [
            'group' => 'h',
            'items' => [['sku' => 'Y'], ['sku' => 'X']],
        ]]] + $base,
    ]],
    'twice in a bundle' => ['POST', $path, [
        ['bundles' => [['group' => 'g', 'items' => [['sku' => 'X'], ['sku' => 'X']]]]] + $base,
    ]],
    'repeated key' => ['POST', $path, [
        ['sku' => 'R'] + $base,
        ['sku' => 'R', 'source' => ['locale' => 'fr']] + $base,
        ['sku' => 'R', 'name' => 'again'] + $base,
    ]],
    'update with the wrong type' => ['PATCH', $path, [['sku' => 'A', 'source' => $en, 'slug' => 7]]],
    'update without a key' => ['PATCH', $path, [['sku' => 'A', 'name' => 'x']]],
    'delete without a source' => ['POST', "$path/delete", [['sku' => 'A']]],
]);
$tooBig = sandbox_post($sandbox, $path, [['description' => str_repeat('x', 200_001)] + $base]);
echo 'too big: ', preg_replace('/\d{6,}/', 'N', sandbox_summary($tooBig)), "\n";
$large = sandbox_post($sandbox, $path, [['sku' => 'L', 'description' => str_repeat('x', 199_000)] + $base]);
echo 'large: ', sandbox_summary($large), "\n";
echo 'stored: ',
    implode(' ', array_map(fn ($p) => "$p->sku/{$p->source->locale}", sandbox_entities($sandbox, 'products'))), "\n";

echo "-- what is stored is what was sent\n";
var_dump(sandbox_entities($sandbox, 'products')[0] == json_decode(json_encode($full)));

echo "-- update\n";
sandbox_table($sandbox, [
    'merge' => ['PATCH', $path, [[
        'sku' => 'A', 'source' => $en, 'name' => 'Big tent',
        'metaTags' => ['title' => 'new'],
        'attributes' => [['code' => 'size', 'values' => ['L']], ['code' => 'color', 'values' => ['blue']]],
        'links' => [],
        'visibleIn' => ['SEARCH'],
        'routes' => [['path' => 'men', 'position' => 1]],
    ]]],
    'of something absent' => ['PATCH', $path, [['sku' => 'nowhere', 'source' => $en, 'name' => 'x']]],
]);
$merged = sandbox_entities($sandbox, 'products')[0];
unset($merged->configurations, $merged->bundles, $merged->images, $merged->externalIds, $merged->unknown);
echo json_encode($merged, JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT), "\n";

echo "-- replace and delete\n";
sandbox_table($sandbox, [
    'replace' => ['POST', $path, [$base]],
    'delete one source' => ['POST', "$path/delete", [['sku' => 'B', 'source' => ['locale' => 'fr']]]],
    'delete something absent' => ['POST', "$path/delete", [['sku' => 'nowhere', 'source' => $en]]],
    'delete large' => ['POST', "$path/delete", [['sku' => 'L', 'source' => $en]]],
]);
sandbox_dump($sandbox, 'products');
?>
--EXPECT--
minimal: 200 ACCEPTED 1
full: 200 ACCEPTED 1
two sources: 200 ACCEPTED 2
nothing: 200 ACCEPTED 0
missing fields: 400 Items validation failed for 2 items
    1 : The item must be an object, not an array. [[]]
    2 name: The required field name is missing. []
    2 slug: The required field slug is missing. []
    2 status: The required field status is missing. []
    2 source: source must be an object, not an array. [[]]
not objects: 400 Items validation failed for 4 items
    0 : The item must be an object, not an integer. [1]
    1 : The item must be an object, not a string. [a]
    2 : The item must be an object, not null. [null]
    3 : The item must be an object, not an array. [[1]]
wrong values: 400 Items validation failed for 1 item
    0 sku: sku must be a string, not an integer. [5]
    0 name: name must be a string, not null. [null]
    0 status: status must be one of ENABLED, DISABLED. [enabled]
    0 visibleIn.0: visibleIn.0 must be one of CATALOG, SEARCH. [HOME]
    0 attributes.0.values.0: attributes.0.values.0 must be a string, not an integer. [1]
    0 attributes.0.values.1: attributes.0.values.1 must be a string, not a boolean. [true]
    0 attributes.1.code: The required field attributes.1.code is missing. []
    0 images.0.roles.0: images.0.roles.0 must be one of BASE, SMALL, THUMBNAIL, SWATCH. [TINY]
    0 routes.0.position: routes.0.position must be an integer, not a number. [1.5]
    0 routes.1.position: routes.1.position must be at most 2147483647. [3000000000]
    0 configurations.0.type: configurations.0.type must be one of CONFIGURABLE, SWATCH. [LIST]
    0 configurations.0.values.0: configurations.0.values.0 must be an object, not an array. [[]]
in two groups of a bundle: 400 Items validation failed for 1 item
    0 bundles.1.items.1.sku: Duplicate SKU found in bundle items. [X]
twice in a bundle: 400 Items validation failed for 1 item
    0 bundles.0.items.1.sku: Duplicate SKU found in bundle items. [X]
repeated key: 400 Items validation failed for 1 item
    2 sku: This repeats the key of item 0. Send each entity once in a request. [R]
update with the wrong type: 400 Items validation failed for 1 item
    0 slug: slug must be a string, not an integer. [7]
update without a key: 400 Items validation failed for 1 item
    0 source: The required field source is missing. []
delete without a source: 400 Items validation failed for 1 item
    0 source: The required field source is missing. []
too big: 400 Items validation failed for 1 item
    0 sku: The product has N bytes; at most N are allowed. [A]
large: 200 ACCEPTED 1
stored: A/en B/en B/fr L/en M/en
-- what is stored is what was sent
bool(true)
-- update
merge: 200 ACCEPTED 1
of something absent: 200 ACCEPTED 1
{
    "sku": "A",
    "source": {
        "locale": "en"
    },
    "name": "Big tent",
    "slug": "tent",
    "status": "ENABLED",
    "description": null,
    "visibleIn": [
        "SEARCH"
    ],
    "metaTags": {
        "title": "new",
        "keywords": [
            "k"
        ]
    },
    "attributes": [
        {
            "code": "color",
            "values": [
                "blue"
            ]
        },
        {
            "code": "size",
            "values": [
                "L"
            ]
        }
    ],
    "links": [],
    "routes": [
        {
            "path": "men/tents",
            "position": 3
        },
        {
            "path": "men",
            "position": 1
        }
    ]
}
-- replace and delete
replace: 200 ACCEPTED 1
delete one source: 200 ACCEPTED 1
delete something absent: 200 ACCEPTED 1
delete large: 200 ACCEPTED 1
    {"sku":"A","source":{"locale":"en"},"name":"Tent","slug":"tent","status":"ENABLED"}
    {"sku":"B","source":{"locale":"en"},"name":"Tent","slug":"tent","status":"ENABLED"}
    {"sku":"M","source":{"locale":"en"},"name":"Tent","slug":"tent","status":"ENABLED"}
