--TEST--
item: every version of an item with its result, what a source would send now, and what differs
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** What a command printed, without what differs from run to run. */
function told(Result $result): string
{
    return "[$result->code]\n" . preg_replace(
        ['~\S+/state/~', '/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/', '/\b[0-9a-f]{32,40}\b/'],
        ['DIR/', 'TIME', 'HEX'],
        $result->out . $result->err,
    );
}

$cli = (new Cli())->startSandbox();
echo told($cli->run(['item', 'A']));
$cli->init();
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['A'], 'message' => 'name is not allowed']]);
$cli->write('shop/products.jsonl', [product('A'), product('A', ['storeViewCode' => 'fr']), product('B'), product('a')]);
$cli->write('shop/prices.jsonl', [price('A'), price('B')]);
$cli->run(['sync', 'shop']);
$cli->clearFaults();

echo "-- what the tables know\n", told($cli->run(['item', 'A']));
echo "-- one scope, one feed\n", told($cli->run(['item', 'A', '--scope=fr', '--feed=products']));
echo told($cli->run(['item', 'A', '--scope=base']));
echo "-- by bytes\n";
foreach (['a', 'A ', '%', '_', 'b', "'\"\\"] as $code) {
    $result = $cli->run(['item', $code, '--json']);
    $items = array_column($result->json()['items'], 'item');
    echo json_encode($code), ' ', json_encode($items), ' ', trim($result->err), "\n";
}

echo "-- what the source would send now\n";
$cli->write('shop/products.jsonl', [
    product('A', ['name' => 'New']), product('B'), product('C'),
    product('B', ['deleted' => true, 'storeViewCode' => 'x']),
]);
foreach (['A', 'B', 'C'] as $code) {
    foreach ($cli->run(['item', $code, '--source=shop', '--json'])->json()['items'] as $item) {
        echo "$item[feed] $item[item], $item[state]: {$item['source']['nextSync']}\n";
    }
}
echo told($cli->run(['item', 'C', '--source=shop']));

echo "-- a body that was not delivered, and what the source has now\n";
$cli->fault(['match' => ['path' => '/v1/catalog/'], 'fault' => ['type' => 'status', 'status' => 403]]);
$images = static fn (string ...$names): array => array_map(
    static fn (string $name): array => ['resource' => ['url' => "https://shop.example/$name.jpg", 'label' => $name]],
    $names,
);
$cli->write('shop/products.jsonl', [product('D', ['images' => $images('one', 'three'), 'description' => 'x'])]);
$cli->run(['sync', '--feed=products', 'shop']);
$cli->write('shop/products.jsonl', [product('D', ['images' => $images('one', 'two', 'three'), 'name' => "\e[31mred"])]);
$result = $cli->run(['item', 'D', '--source=shop/products.jsonl']);
check('nothing drives the terminal', !str_contains($result->out, "\e"));
echo substr(told($result), strpos(told($result), '  Next sync'));

echo "-- a source that is partly wrong, and mistakes\n";
file_put_contents("$cli->dir/shop/products.jsonl", "{\"sku\": \"D\"}\n{\n" . lines([product('D')]));
$result = $cli->run(['item', 'D', '--source=shop/products.jsonl']);
echo substr(told($result), strpos(told($result), '  products.jsonl'));
foreach ([['item'], ['item', 'A', '--feed=x'], ['item', 'A', '--source=none'], ['item', 'A', '--source=-'],
    ['item', 'A', 'B']] as $arguments) {
    show($cli->run($arguments), $cli, implode(' ', $arguments));
}

echo "-- differences\n";
require ROOT . '/cli/vendor/autoload.php';
foreach ([
    ['{"a":1}', '{"a":1}'], ['{"a":1,"b":null}', '{"a":1.0}'], ['[1,2,3]', '[1,3]'], ['[[1]]', '[[2]]'], ['[]', '{}'],
    ['1', '"1"'], [str_repeat('[', 60) . '1' . str_repeat(']', 60), str_repeat('[', 60) . '2' . str_repeat(']', 60)],
] as [$before, $after]) {
    $changes = Aco\Cli\Item\JsonDifference::between($before, $after)->changes;
    echo strlen($before) < 50 ? "$before $after " . json_encode($changes) : 'deep: ' . count($changes), "\n";
}
$many = Aco\Cli\Item\JsonDifference::between(json_encode(range(1, 500)), json_encode(array_fill(0, 500, 'x')));
echo count($many->changes), ' and ', $many->others, " more\n";
?>
--EXPECT--
[2]
There is no database DIR/aco.sqlite yet: run config:init first.
-- what the tables know
[0]
products  A / default
  State          Failed, requires attention (400)
  Field          sku
  Message        name is not allowed
  Last sync      TIME UTC
  Attempts       1
  Request id     HEX
  Hash           HEX
  Commerce id    54475
  Id             HEX
  Stored key     {"sku":"A","source":{"locale":"default"}}

products  A / fr
  State          Failed, requires attention (400)
  Field          sku
  Message        name is not allowed
  Last sync      TIME UTC
  Attempts       1
  Request id     HEX
  Hash           HEX
  Commerce id    54475
  Id             HEX
  Stored key     {"sku":"A","source":{"locale":"fr"}}

prices  A / base
  State          Failed, requires attention (400)
  Field          sku
  Message        name is not allowed
  Last sync      TIME UTC
  Attempts       1
  Request id     HEX
  Hash           HEX
  Commerce id    54475
  Id             HEX
  Stored key     {"sku":"A","priceBookId":"base"}
-- one scope, one feed
[0]
products  A / fr
  State          Failed, requires attention (400)
  Field          sku
  Message        name is not allowed
  Last sync      TIME UTC
  Attempts       1
  Request id     HEX
  Hash           HEX
  Commerce id    54475
  Id             HEX
  Stored key     {"sku":"A","source":{"locale":"fr"}}
[0]
prices  A / base
  State          Failed, requires attention (400)
  Field          sku
  Message        name is not allowed
  Last sync      TIME UTC
  Attempts       1
  Request id     HEX
  Hash           HEX
  Commerce id    54475
  Id             HEX
  Stored key     {"sku":"A","priceBookId":"base"}
-- by bytes
"a" ["a \/ default"] 
"A " [] There is no item "A ": give its whole code, in which every byte counts, capitals and blanks too.
"%" [] There is no item "%": give its whole code, in which every byte counts, capitals and blanks too.
"_" [] There is no item "_": give its whole code, in which every byte counts, capitals and blanks too.
"b" [] There is no item "b": give its whole code, in which every byte counts, capitals and blanks too.
"'\"\\" [] There is no item "'"\": give its whole code, in which every byte counts, capitals and blanks too.
-- what the source would send now
products A / default, failed: send it, as it has changed
products A / fr, failed: nothing: the source does not hold it; sync --full deletes it
prices A / base, failed: nothing: it has not changed since it was rejected
products B / default, sent: nothing: it has not changed since it was delivered
products B / x, unknown: delete it
prices B / base, sent: nothing: it has not changed since it was delivered
products C / default, unknown: send it for the first time
[0]
products  C / default
  State          not in the table: it was never synced
  Next sync      send it for the first time
  Hash now       HEX
  Would send     {"sku":"C","source":{"locale":"default"},"name":"Product C","slug":"c","status":"ENABLED","visibleIn":["CATALOG","SEARCH"],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"externalIds":[{"id":"65863","origin":"AdobeCommerce"}]}
-- a body that was not delivered, and what the source has now
nothing drives the terminal: yes
  Next sync      send it, as it has changed
  Hash now       HEX
  Would send     {"sku":"D","source":{"locale":"default"},"name":"\u001b[31mred","slug":"d","status":"ENABLED","visibleIn":["CATALOG","SEARCH"],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"images":[{"url":"https://shop.example/one.jpg","label":"one"},{"url":"https://shop.example/two.jpg","label":"two"},{"url":"https://shop.example/three.jpg","label":"three"}],"externalIds":[{"id":"44292","origin":"AdobeCommerce"}]}
  What differs from the body in the table:
    - name: "Product D"
    + name: "\u001b[31mred"
    - description: "x"
    + images.1: {"url":"https://shop.example/two.jpg","label":"two"}
-- a source that is partly wrong, and mistakes
  products.jsonl line 1: storeViewCode is missing
  products.jsonl line 2: not JSON (syntax error)
The source was not searched completely: correct what is named above.
item [2] Not enough arguments (missing: "code"). See --help.
item A --feed=x [2] There is no feed "x": the feeds are products, productAttributes, categories, prices, priceBooks, categoryAttributes, productLayers.
item A --source=none [2] none does not exist: give a folder with <feed>.jsonl files, one such file, or -.
item A --source=- [2] For standard input give exactly one --feed.
item A B [2] Too many arguments to "item" command, expected arguments "code". See --help.
-- differences
{"a":1} {"a":1} []
{"a":1,"b":null} {"a":1.0} [{"path":"a","before":1,"after":1},{"path":"b","before":null}]
[1,2,3] [1,3] [{"path":"1","before":2}]
[[1]] [[2]] [{"path":"0.0","before":1,"after":2}]
[] {} [{"path":"","before":[],"after":{}}]
1 "1" [{"path":"","before":1,"after":"1"}]
deep: 1
100 and 400 more
