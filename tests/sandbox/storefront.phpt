--TEST--
Sandbox: the query products: fields, headers, price books and their parents, delays, and what is refused
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--indexing-delay', '0-0']);

/** The response to a query, as JSON. */
function ask(stdClass $sandbox, string $query, array $variables = [], array $headers = []): string
{
    $lines = ['Content-Type: application/json'];
    foreach ($headers as $name => $value) {
        $lines[] = "$name: $value";
    }

    return (string) file_get_contents("{$sandbox->ingestionUrl}/graphql", false, stream_context_create(['http' => [
        'method' => 'POST',
        'content' => json_encode(['query' => $query, 'variables' => $variables]),
        'header' => $lines,
        'ignore_errors' => true,
    ]]));
}

$en = ['source' => ['locale' => 'en']];
$product = static fn (string $sku, array $more = []): array => $more + $en + [
    'sku' => $sku, 'name' => "Product $sku", 'slug' => strtolower($sku), 'status' => 'ENABLED',
    'visibleIn' => ['CATALOG'], 'attributes' => [
        ['code' => 'brand', 'values' => ['Acme']], ['code' => 'size', 'values' => ['L', 'M']],
        ['code' => 'hidden', 'values' => ['x']],
    ],
];
sandbox_post($sandbox, '/v1/catalog/products/metadata', [
    $en + ['code' => 'brand', 'label' => 'Brand', 'dataType' => 'TEXT', 'visibleIn' => ['PRODUCT_DETAIL']],
    $en + ['code' => 'size', 'label' => 'Size', 'dataType' => 'TEXT', 'visibleIn' => ['PRODUCT_LISTING']],
    $en + ['code' => 'hidden', 'label' => 'Hidden', 'dataType' => 'TEXT', 'visibleIn' => []],
]);
sandbox_post($sandbox, '/v1/catalog/categories', [
    $en + ['slug' => 'a', 'name' => 'A'], $en + ['slug' => 'a/b', 'name' => 'B'],
]);
sandbox_post($sandbox, '/v1/catalog/products', [
    $product('S', [
        'routes' => [['path' => 'a/b'], ['path' => 'gone']],
        'images' => [['url' => 'https://x.example/1']],
    ]),
    $product('C', ['configurations' => [['attributeCode' => 'size', 'type' => 'SWATCH', 'values' => [
        ['variantReferenceId' => '1', 'label' => 'L'],
    ]]]]),
    $product('off', ['status' => 'DISABLED']),
]);
sandbox_post($sandbox, '/v1/catalog/price-books', [['priceBookId' => 'base', 'name' => 'Base', 'currency' => 'EUR']]);
sandbox_post($sandbox, '/v1/catalog/price-books', [['priceBookId' => 'base::x', 'name' => 'X', 'parentId' => 'base']]);
sandbox_post($sandbox, '/v1/catalog/products/prices', [
    ['sku' => 'S', 'priceBookId' => 'base', 'regular' => 10, 'discounts' => [['code' => 'd', 'percentage' => 25]]],
]);

echo ask($sandbox, 'query Q($skus: [String!]!) { products(skus: $skus) { __typename sku urlKey visibility
    attributes(roles: []) { name value } categories { slug name level parents { slug } } images { url } } }', [
    'skus' => ['S', 'C', 'off', 'none'],
]), "\n";
$price = '{ products(skus: ["S", "C"]) { sku ... on SimpleProductView { price { regular { amount { value currency } }
    final { amount { value } } } } ... on ComplexProductView { priceRange { minimum { roles } } } } }';
foreach ([[], ['AC-Price-Book-ID' => 'base::x']] as $headers) {
    echo ask($sandbox, $price, [], $headers), "\n";
}
foreach (['Acme', 'Other'] as $brand) {
    echo ask($sandbox, '{ products(skus: ["S"]) { sku } }', [], ['AC-Policy-Brand' => $brand]), "\n";
}

echo "-- refused\n";
foreach ([
    '{ products(skus: ["S"]) { sku weight } }', '{ products(skus: ["S"]) { images } }', '{ search { sku } }',
    '{ products(skus: ["S"]) { sku { x } } }', '{ products(skus: "S") { sku } }', '{ products { sku } }',
    'mutation { products { sku } }', '{ products(skus: ["S"]) { sku ', '{ products(skus: ["S") { sku } }', '{', '',
    '{ products(skus: ["S"]) { sku } } query B { x }', '{ products(skus: ["S"]) { ... on Other { sku } } }', '€',
    str_repeat('{ a ', 40) . str_repeat('}', 40),
] as $query) {
    echo ask($sandbox, $query), "\n";
}
echo ask($sandbox, '{ products(skus: ["S"' . str_repeat(',"x"', 100) . ']) { sku } }'), "\n";
sandbox_post($sandbox, '/v1/catalog/products', [['source' => ['locale' => 'fr']] + $product('S')]);
echo ask($sandbox, '{ products(skus: ["S"]) { sku } }'), "\n";
echo ask($sandbox, '{ products(skus: ["S"]) { sku } }', [], ['AC-Source-Locale' => 'fr']), "\n";
?>
--EXPECT--
{"data":{"products":[{"__typename":"SimpleProductView","sku":"S","urlKey":"s","visibility":"Catalog","attributes":[{"name":"brand","value":"Acme"},{"name":"size","value":["L","M"]}],"categories":[{"slug":"a/b","name":"B","level":2,"parents":[{"slug":"a"}]}],"images":[{"url":"https://x.example/1"}]},{"__typename":"ComplexProductView","sku":"C","urlKey":"c","visibility":"Catalog","attributes":[{"name":"brand","value":"Acme"},{"name":"size","value":["L","M"]}],"categories":[],"images":[]}]}}
{"data":{"products":[{"sku":"S","price":null},{"sku":"C","priceRange":null}]}}
{"data":{"products":[{"sku":"S","price":{"regular":{"amount":{"value":10.0,"currency":"EUR"}},"final":{"amount":{"value":7.5}}}},{"sku":"C","priceRange":null}]}}
{"data":{"products":[{"sku":"S"}]}}
{"data":{"products":[]}}
-- refused
{"errors":[{"message":"Validation error (FieldUndefined@[products/weight]) : Field 'weight' in type 'ProductView' is undefined"}],"data":null}
{"errors":[{"message":"Validation error (SubselectionRequired) : Field 'images' needs a selection of fields"}],"data":null}
{"errors":[{"message":"Validation error (FieldUndefined@[search]) : Field 'search' in type 'Query' is undefined"}],"data":null}
{"errors":[{"message":"Validation error (SubselectionRequired) : Field 'sku' has no fields"}],"data":null}
{"errors":[{"message":"skus must be a list of strings."}],"data":null}
{"errors":[{"message":"skus must be a list of strings."}],"data":null}
{"errors":[{"message":"Only queries are supported."}],"data":null}
{"errors":[{"message":"The query ends too early."}],"data":null}
{"errors":[{"message":"The query ends too early."}],"data":null}
{"errors":[{"message":"The query ends too early."}],"data":null}
{"errors":[{"message":"The query ends too early."}],"data":null}
{"errors":[{"message":"Only one operation is supported here."}],"data":null}
{"errors":[{"message":"Validation error (UnknownType) : Unknown type 'Other'"}],"data":null}
{"errors":[{"message":"Invalid syntax at offset 0."}],"data":null}
{"errors":[{"message":"The query is nested too deeply."}],"data":null}
{"errors":[{"message":"At most 100 SKUs can be asked for at once."}],"data":null}
{"errors":[{"message":"Several catalog sources are known here: choose one by AC-Source-Locale."}],"data":null}
{"data":{"products":[{"sku":"S"}]}}
