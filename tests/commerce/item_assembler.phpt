--TEST--
ItemAssembler makes of providers' rows what the export framework's transformer makes, and leaves to it what it would complain of
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\ItemAssembler;

function field(
    string $name,
    string $type,
    bool $repeated = false,
    ?string $provider = null,
    ?array $using = null,
): array {
    $field = ['name' => $name, 'type' => $type, 'provider' => $provider, 'repeated' => $repeated];
    if ($using !== null) {
        $field['using'] = array_map(
            static fn (string $name): array => ['field' => $name],
            array_combine($using, $using),
        );
    }

    return $field;
}

function record(array $fields, bool $skipNull = false): array
{
    return ['skipNull' => $skipNull, 'field' => array_column($fields, null, 'name')];
}

/** The framework's keys, of a field and of the record that a row belongs to. */
$key = static fn (array $field): string => base64_encode(json_encode($field));
$lookup = static fn (array $values): string
    => base64_encode(json_encode(
        array_map(static fn ($name, $value) => [$name => (string) $value], array_keys($values), $values),
    ));

$root = field('products', 'Product', true, 'Products');
$attributes = field('attributes', 'Attribute', true, 'Attributes', ['productId', 'storeViewCode']);
$unit = field('weightUnit', 'String', false, 'Unit', ['productId', 'storeViewCode']);
$codes = field('codes', 'String', true, 'Codes', ['productId']);
$records = [
    'Product' => record([
        field('sku', 'ID'), field('productId', 'Int'), field('storeViewCode', 'String'), field('weight', 'Float'),
        field('inStock', 'Boolean'),
        field('tags', 'String', true), field('image', 'Image'), field('images', 'Image', true), field('node', 'Node'),
        $attributes, $unit, $codes,
    ]),
    'Attribute' => record([field('code', 'String'), field('value', 'String', true)]),
    'Image' => record([field('url', 'String'), field('sort', 'Int')]),
    'Node' => record([field('label', 'String'), field('child', 'Node')], true),
];
$assembler = new ItemAssembler($root, $records);
$rows = static fn (array ...$rows): array => [$key($root) => $rows];
$first = static fn (array $row): mixed => $assembler->assemble($rows($row))[0] ?? null;

echo "-- types\n";
echo json_encode($first([
    'sku' => 7, 'productId' => '42', 'storeViewCode' => true, 'weight' => '1.50', 'inStock' => '0', 'unknown' => 1,
    'image' => ['url' => 'a.png'],
    'tags' => ['a', 2, null, false],
])), "\n";
var_dump(
    $first(['weight' => '7 kg', 'productId' => '12.9'])['weight'],
    $first(['productId' => '12.9'])['productId'],
    $first(['productId' => 'x'])['productId'],
);

echo "-- nothing\n";
echo json_encode($first(['sku' => null, 'tags' => [], 'images' => [], 'image' => ['sort' => null]])), "\n";
echo json_encode([$assembler->assemble([]), $assembler->assemble($rows()), $first(['tags' => 'none'])]), "\n";

echo "-- records that skip null, and contain themselves\n";
echo json_encode($first(['node' => ['child' => ['label' => 'inner', 'child' => []]]])), "\n";

echo "-- rows of other providers\n";
$row = ['productId' => 1, 'storeViewCode' => 'dé/"1"'];
$snapshot = $rows($row, ['productId' => '2'] + $row) + [
    $key($attributes) => [$lookup($row) => [['code' => 'size', 'value' => ['L']], ['code' => 'fit', 'value' => null]]],
    $key($unit) => [$lookup($row) => 'kg', $lookup(['productId' => 2] + $row) => 1.5],
    $key($codes) => [$lookup(['productId' => 2]) => ['x', 'y']],
];
echo json_encode($assembler->assemble($snapshot), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";

echo "-- left to the framework\n";
$odd = [
    'a record that is a text' => ['image' => 'a.png'],
    'a list without its first' => ['tags' => [1 => 'a']],
    'an array as a text' => ['sku' => ['a']],
    'an object' => ['sku' => new ArrayObject()],
    'a number beyond all' => ['productId' => 1e300],
    'a text with one' => ['productId' => '1e300'],
    'records without end' => [
        'node' => array_reduce(range(1, 100), static fn (array $node): array => ['child' => $node], ['label' => 'x']),
    ],
];
foreach ($odd as $what => $values) {
    echo $what, ': ', json_encode($first($values)), "\n";
}
foreach ([
    'a row that is none' => [$key($root) => [7]],
    'rows that are none' => [$key($root) => 7],
    'a row without what others belong by' => $rows(['productId' => 1]) + [$key($unit) => []],
    'one that is not UTF-8' => $rows(['productId' => "\xff", 'storeViewCode' => '']) + [$key($unit) => []],
    'others that are none' => $rows($row) + [$key($unit) => 'kg'],
] as $what => $snapshot) {
    echo $what, ': ', json_encode($assembler->assemble($snapshot)), "\n";
}

echo "-- references\n";
$sku = 'R-1';
$list = [&$sku];
$referring = ['sku' => &$sku, 'tags' => &$list];
echo json_encode($assembler->assemble([$key($root) => [&$referring]])[0]), ' ', $sku, "\n";

echo "-- a schema that opcache holds\n";
const CODES = ['name' => 'codes', 'type' => 'String', 'provider' => null, 'repeated' => true];
echo json_encode((new ItemAssembler(CODES, []))->assemble([$key(CODES) => [1, 'x']])), "\n";

echo "-- schemas\n";
foreach ([
    [['type' => 'Product'], $records],
    [field('products', 'Goods', true), $records],
    [field('7', 'String'), $records],
    [field('products', "\xff", true), $records],
    [$root, ['Product' => record([field('a', 'Missing')])]],
    [$root, ['Product' => ['field' => [7]]]],
    [$root, ['Product' => record([['using' => [7]] + field('a', 'String', false, 'A')])]],
    [field('r', 'R0'), array_combine(
        array_map(static fn (int $i): string => "R$i", range(0, 1000)),
        array_map(static fn (int $i): array => record([field('next', 'R' . ($i + 1))]), range(0, 1000)),
    )],
] as [$field, $given]) {
    try {
        new ItemAssembler($field, $given);
        echo "accepted\n";
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}

echo "-- objects\n";
try {
    $assembler->__construct($root, $records);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
try {
    clone $assembler;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
-- types
{"sku":"7","productId":42,"storeViewCode":"1","weight":1.5,"inStock":false,"tags":["a","2","",""],"image":{"url":"a.png","sort":null}}
float(7)
int(12)
int(0)
-- nothing
{"tags":null,"image":{"url":null,"sort":null},"images":null}
[[],[],{"tags":null}]
-- records that skip null, and contain themselves
{"node":{"child":{"label":"inner","child":null}}}
-- rows of other providers
[{"productId":1,"storeViewCode":"dé/\"1\"","attributes":[{"code":"size","value":["L"]},{"code":"fit"}],"weightUnit":"kg","codes":null},{"productId":2,"storeViewCode":"dé/\"1\"","attributes":null,"weightUnit":"1.5","codes":["x","y"]}]
-- left to the framework
a record that is a text: null
a list without its first: null
an array as a text: null
an object: null
a number beyond all: null
a text with one: null
records without end: null
a row that is none: null
rows that are none: null
a row without what others belong by: null
one that is not UTF-8: null
others that are none: null
-- references
{"sku":"R-1","tags":["R-1"]} R-1
-- a schema that opcache holds
["1","x"]
-- schemas
A field of the export schema has no name or no type
The export schema has no record Goods
A field of the export schema has no name or no type
A field of the export schema is not valid UTF-8
The export schema has no record Missing
Record Product of the export schema has a field that is not an array
Field a of the export schema: "using" names no field
The export schema has more than 1000 records
-- objects
Cannot construct Aco\ItemAssembler twice
Trying to clone an uncloneable object of class Aco\ItemAssembler