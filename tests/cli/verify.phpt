--TEST--
verify: finds what shoppers do not get as it was sent, waits for what is shown late, and schedules the rest
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

function told(Result $result): void
{
    echo "[$result->code] ", preg_replace(
        ['~http://127\.0\.0\.1:\d+~', '/at most: p50 [^(]*/', '~\S+/state/~'],
        ['URL', 'at most: … ', 'DIR/'],
        $result->out . $result->err,
    );
}

/** States by SKU and store view, with the fields that differ. */
function states(Result $result): void
{
    foreach ($result->json()['items'] as $item) {
        echo "$item[sku] / $item[storeView]: $item[state] ", implode(', ', array_map(
            static fn (array $one): string => "$one[field] " . json_encode([$one['sent'], $one['shown']]),
            $item['differences'],
        )), "\n";
    }
}

$cli = (new Cli())->startSandbox(['--indexing-delay=3']);
told($cli->run(['verify']));
$cli->init(['price-books' => 'base', 'policies' => '']);
told($cli->run(['verify']));
$cli->write('shop/productAttributes.jsonl', array_map(static fn (string $code): array => [
    'id' => crc32($code), 'attributeCode' => $code, 'storeViewCode' => 'default', 'label' => $code,
    'attributeType' => 'text', 'dataType' => 'varchar', 'visible' => true, 'deleted' => false,
], ['brand', 'size']));
$cli->write('shop/categories.jsonl', [[
    'categoryId' => 3, 'urlPath' => 'tops', 'storeViewCode' => 'default', 'name' => 'Tops', 'isActive' => 1,
    'includeInMenu' => 1, 'deleted' => false,
]]);
$cli->write('shop/priceBooks.jsonl', [
    ['websiteCode' => 'base', 'name' => 'Base', 'currency' => 'EUR', 'deleted' => false],
]);
$whole = [
    'description' => '<p>Fine</p>', 'shortDescription' => 'Fine', 'metaTitle' => 'Buy', 'metaKeyword' => "a\nb",
    'attributes' => [
        ['attributeCode' => 'brand', 'type' => 'text', 'value' => ['Acme']],
        ['attributeCode' => 'size', 'type' => 'select', 'value' => ['L', 'M']],
    ],
    'images' => [['resource' => ['url' => 'https://shop.example/a.jpg', 'label' => 'A', 'roles' => ['image']]]],
    'categoryData' => [['categoryId' => 3, 'categoryPath' => 'tops', 'productPosition' => 1]],
];
$products = [
    product('A', $whole), product('B', $whole), product('C', $whole), product('7'),
    product('off', ['status' => 'Disabled']), product('A', ['storeViewCode' => 'fr'] + $whole),
];
$cli->write('shop/products.jsonl', $products);
$cli->write('shop/prices.jsonl', [price('A'), price('B', 20.0), price('7', 1.25)]);
$cli->fault([
    'match' => ['path' => 'products$'],
    'fault' => ['type' => 'index', 'lost' => ['B'], 'changed' => ['C']],
]);
$cli->run(['sync', 'shop']);
$cli->clearFaults();

echo "-- after waiting\n";
$result = $cli->run(['verify', '--source=shop', '--wait=8', '--requests-per-second=50', '--json']);
states($result);
$data = $result->json();
$counts = array_flip(['exitCode', 'checked', 'shown', 'missing', 'stale', 'different']);
echo json_encode(array_intersect_key($data, $counts)), "\n";
check('delays were seen', $data['delays']['seenToAppear'] === 2 && $data['delays']['p50'] >= 2
    && $data['delays']['p99'] < 8, $data['delays']);
check('it goes on looking', $data['rounds'] >= 3);
told($cli->run(['verify', '--source=shop']));

echo "-- interrupted\n";
$pipes = [];
$process = $cli->start(
    ['verify', 'B', '--source=shop', '--wait=60'],
    [],
    [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['pipe', 'w']],
    $pipes,
);
sleep(3);
posix_kill(proc_get_status($process)['pid'], SIGINT);
echo stream_get_contents($pipes[2]);

echo "-- some SKUs, some fields, presence only\n";
told($cli->run(['verify', 'C', '--source=shop', '--fields=slug,price']));
told($cli->run(['verify', 'C', 'nope', 'a']));

echo "-- a price that differs, and what the next sync does about all of it\n";
$cli->fault(['match' => ['path' => 'prices$'], 'fault' => ['type' => 'index', 'changed' => ['A']]]);
$cli->write('shop/prices.jsonl', [price('A', 11.0), price('B', 20.0), price('7', 1.25)]);
$cli->run(['sync', 'shop']);
$cli->clearFaults();
sleep(4);
$result = $cli->run(['verify', '--source=shop', '--resync', '--json']);
states($result);
echo $result->json()['scheduled'], " scheduled\n";
echo json_encode($cli->run(['sync', 'shop', '--json'])->feed('products')), "\n";
sleep(4);
told($cli->run(['verify', '--source=shop']));

echo "-- deleted and still shown, then an earlier version\n";
$cli->fault(['match' => ['path' => 'products(/delete)?$'], 'fault' => ['type' => 'index', 'lost' => ['7', 'A']]]);
sleep(6);
$products[0]['name'] = 'New';
$products[3]['deleted'] = true;
$cli->write('shop/products.jsonl', $products);
$cli->run(['sync', 'shop']);
states($cli->run(['verify', '--source=shop', '--json']));
$cli->clearFaults();

echo "-- policies and headers\n";
foreach (['policies=brand=Acme', 'policies=brand=Other', 'policies=x', 'locale-header=no'] as $given) {
    $set = $cli->run(['config:init', "--$given"]);
    echo "$given: $set->err";
    if ($set->code === 0) {
        echo $cli->run(['verify', 'C', '--json'])->json()['shown'], "\n";
    }
}
$cli->run(['config:init', '--policies=', '--view-ids=default=0a-1,fr=0b-2']);
$shown = $cli->run(['config:show', '--json'])->json();
echo json_encode(array_intersect_key($shown, ['view_ids' => 1, 'price_books' => 1])), "\n";
$cli->run(['config:init', '--view-ids=default=0a-1']);
told($cli->run(['verify', 'A', '--fields=slug', '--source=shop']));

echo "-- trouble\n";
$cli->fault([
    'match' => ['path' => 'graphql'],
    'times' => 1,
    'fault' => ['type' => 'status', 'status' => 429, 'headers' => ['retry-after' => '1']],
]);
echo $cli->run(['verify', 'C', '--json'])->json()['requests'], " requests\n";
foreach (["Field 'visibility' in type 'ProductView' is undefined", "There is no such\u{202E} view"] as $message) {
    $body = json_encode(['errors' => [['message' => $message]], 'data' => null]);
    $cli->fault([
        'match' => ['path' => 'graphql'],
        'times' => 1,
        'fault' => ['type' => 'status', 'status' => 200, 'body' => $body],
    ]);
    $result = $cli->run(['verify', 'C', '--source=shop', '--fields=slug,visibility', '--json']);
    echo "[$result->code] ", $result->json()['error']['message'] ?? implode(' ', $result->json()['notes']), "\n";
}
foreach (['{}', '{"data":null}', '[1]', '{"errors":[{}],"data":null}', '{"errors":"no"}'] as $body) {
    $cli->fault([
        'match' => ['path' => 'graphql'],
        'times' => 1,
        'fault' => ['type' => 'status', 'status' => 200, 'body' => $body],
    ]);
    told($cli->run(['verify', 'C']));
}
$cli->fault(['match' => ['path' => 'graphql'], 'fault' => ['type' => 'status', 'status' => 403]]);
told($cli->run(['verify', 'C']));
foreach (['--sample=0', '--wait=x', '--fields=colour', '--requests-per-second=0'] as $wrong) {
    told($cli->run(['verify', $wrong]));
}
told($cli->run(['verify', 'A', '--sample=3']));
told($cli->run(['config:init', '--graphql-url=http://shop.example/graphql']));
?>
--EXPECT--
[2] There is no database DIR/aco.sqlite yet: run config:init first.
[2] No delivered product can be looked at: run sync first, and check --view-ids.
-- after waiting
B / default: missing 
C / default: different name ["Product C","Product C (changed)"]
A / fr: different categories [["tops"],[]]
{"exitCode":1,"checked":6,"shown":3,"missing":1,"stale":0,"different":2}
delays were seen: yes
it goes on looking: yes
[1] B / default missing
C / default different
  name: sent "Product C", shown "Product C (changed)"
A / fr different
  categories: sent ["tops"], shown []
+---------+-------+---------+-------+-----------+
| Checked | Shown | Missing | Stale | Different |
+---------+-------+---------+-------+-----------+
|       6 |     3 |       1 |     0 |         2 |
+---------+-------+---------+-------+-----------+
From sending to showing at most: … (items: 3, seen to appear: 0).
3 items not shown as sent: wait, as showing takes minutes to an hour, or send them again with --resync.
-- interrupted
Stopped by SIGINT: it only looks, so nothing is kept of it. Run the same command again.
-- some SKUs, some fields, presence only
[0] +---------+-------+---------+-------+-----------+
| Checked | Shown | Missing | Stale | Different |
+---------+-------+---------+-------+-----------+
|       1 |     1 |       0 |     0 |         0 |
+---------+-------+---------+-------+-----------+
From sending to showing at most: … (items: 1, seen to appear: 0).
Prices were not looked at: config:init --price-books names the price books, and the source needs the feed prices with prices in them.
[1] +---------+-------+---------+-------+-----------+
| Checked | Shown | Missing | Stale | Different |
+---------+-------+---------+-------+-----------+
|       1 |     1 |       0 |     0 |         0 |
+---------+-------+---------+-------+-----------+
From sending to showing at most: … (items: 1, seen to appear: 0).
Only presence was looked at, and disabled products count as missing: --source compares what is shown with what was sent.
Not in the table: nope, a.
-- a price that differs, and what the next sync does about all of it
A / default: different price in base [11,12]
B / default: missing 
C / default: different name ["Product C","Product C (changed)"]
A / fr: different categories [["tops"],[]], price in base [11,12]
4 scheduled
{"read":6,"unchanged":3,"sent":3,"accepted":3}
[1] A / fr different
  categories: sent ["tops"], shown []
+---------+-------+---------+-------+-----------+
| Checked | Shown | Missing | Stale | Different |
+---------+-------+---------+-------+-----------+
|       6 |     5 |       0 |     0 |         1 |
+---------+-------+---------+-------+-----------+
From sending to showing at most: … (items: 5, seen to appear: 0).
1 item not shown as sent: wait, as showing takes minutes to an hour, or send them again with --resync.
-- deleted and still shown, then an earlier version
A / default: stale name ["New","Product A"]
7 / default: stale status ["deleted","shown"]
A / fr: different categories [["tops"],[]]
-- policies and headers
policies=brand=Acme: 1
policies=brand=Other: 0
policies=x: --policies must be NAME=VALUE,…, such as Brand=Acme.
locale-header=no: --locale-header must be on or off.
{"view_ids":"default=0a-1,fr=0b-2","price_books":"base"}
[0] +---------+-------+---------+-------+-----------+
| Checked | Shown | Missing | Stale | Different |
+---------+-------+---------+-------+-----------+
|       1 |     1 |       0 |     0 |         0 |
+---------+-------+---------+-------+-----------+
From sending to showing at most: … (items: 1, seen to appear: 0).
1 item left out: not delivered, or of a store view that --view-ids does not name.
-- trouble
2 requests
[0] The service has no visibility: not compared.
[3] The Merchandising API refuses the query: There is no such? view. Check view ids, price books and policies with config:show.
[3] URL/aco-sandbox-tenant/graphql responds with neither data nor errors: check --graphql-url.
[3] URL/aco-sandbox-tenant/graphql responds with neither data nor errors: check --graphql-url.
[3] URL/aco-sandbox-tenant/graphql responds with neither data nor errors: check --graphql-url.
[3] The Merchandising API refuses the query: it gives no reason. Check view ids, price books and policies with config:show.
[3] The Merchandising API refuses the query: no. Check view ids, price books and policies with config:show.
[3] URL/aco-sandbox-tenant/graphql refuses access with HTTP 403: the view may be private, verify needs one that is not.
[2] --sample must be a whole number from 1 to 20000.
[2] --wait must be a whole number from 0 to 86400.
[2] --fields must be of name, slug, description, shortDescription, metaTags, visibility, attributes, images, categories, price, modified.
[2] --requests-per-second must be a number above 0, and at most 50.
[2] Give either SKUs or --sample.
[2] --graphql-url must use https: plain http is for loopback addresses only, unless aco.allow_http is on.
