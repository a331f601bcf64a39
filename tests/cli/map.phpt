--TEST--
map: bodies as they are sent, one a line; what is refused with its line and field; no network, no state
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
$cli->write('products.jsonl', [
    product('A'), product('B', ['name' => 5]), '{', '[]', product('C', ['deleted' => true]), ['sku' => 'D'],
]);
function told(Result $result): void
{
    echo "[$result->code]\n$result->out$result->err";
}

told($cli->run(['map', 'products.jsonl']));
echo "-- quiet: what is refused\n";
told($cli->run(['map', '-q', 'products.jsonl']));
echo "-- json\n";
$result = $cli->run(['map', '--json', 'products.jsonl'])->json();
echo json_encode(array_diff_key($result, ['items' => 1])), "\n";
echo json_encode($result['items'][1]), "\n", implode(' ', array_keys($result['items'][0])), "\n";

echo "-- standard input, an array, gzip\n";
told($cli->run(['map', '--feed=prices', '-'], [], json_encode([price('A'), ['sku' => 'B']])));
file_put_contents("$cli->dir/cut.gz", substr(gzencode(lines(products(300))), 0, -200));
$result = $cli->run(['map', '--feed=products', 'cut.gz']);
check('the items before the damage', substr_count($result->out, "\n") > 10);
echo "[$result->code] ", trim($result->err), "\n";
echo "-- the same bytes as a sync sends\n";
$document = (new Aco\Mapper(Aco\Feed::Products))->map(product('Ä/€'));
check('exact', $cli->run(['map', '--feed=products', '-'], [], lines([product('Ä/€')]))->out === "$document\n");

echo "-- mistakes\n";
mkdir("$cli->dir/shop");
$cli->write('shop/prices.jsonl', []);
$cli->write('shop/products.jsonl', []);
foreach ([['map'], ['map', 'none.jsonl'], ['map', 'shop'], ['map', '-'], ['map', 'cut.gz'],
    ['map', '--feed=x', 'cut.gz'], ['map', '--feed=priceBooks', 'shop']] as $arguments) {
    show($cli->run($arguments), $cli, implode(' ', $arguments));
}
check('no state', !file_exists($cli->state));
?>
--EXPECT--
[1]
{"sku":"A","source":{"locale":"default"},"name":"Product A","slug":"a","status":"ENABLED","visibleIn":["CATALOG","SEARCH"],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"externalIds":[{"id":"54475","origin":"AdobeCommerce"}]}
{"sku":"B","source":{"locale":"default"},"name":"5","slug":"b","status":"ENABLED","visibleIn":["CATALOG","SEARCH"],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"externalIds":[{"id":"98513","origin":"AdobeCommerce"}]}
{"sku":"C","source":{"locale":"default"}}
products.jsonl line 3: not JSON (syntax error)
products.jsonl line 4: not a JSON object
products.jsonl line 6: storeViewCode is missing
3 of 6 products cannot be sent: correct in the source what is named above.
-- quiet: what is refused
[1]
products.jsonl line 3: not JSON (syntax error)
products.jsonl line 4: not a JSON object
products.jsonl line 6: storeViewCode is missing
3 of 6 products cannot be sent: correct in the source what is named above.
-- json
{"feed":"products","mapped":3,"skipped":0,"refused":3,"inputError":null,"exitCode":1}
{"line":2,"id":"51c5201893cb341d7ac878c9a0d57551f2a805ef","hash":"678d7adb3e9d0e40e12bd85e730ca6a04a567aef","deleted":false,"body":{"sku":"B","source":{"locale":"default"},"name":"5","slug":"b","status":"ENABLED","visibleIn":["CATALOG","SEARCH"],"attributes":[{"code":"aco_ac_attributes","values":["{\"inStock\":null,\"lowStock\":null,\"weight\":null,\"weightType\":null}"]}],"externalIds":[{"id":"98513","origin":"AdobeCommerce"}]}}
line id hash deleted body
-- standard input, an array, gzip
[1]
{"sku":"A","priceBookId":"base","regular":10.5}
standard input item 2: websiteCode is missing
1 of 2 prices cannot be sent: correct in the source what is named above.
the items before the damage: yes
[1] cut.gz: the gzip data is incomplete: the items before that were mapped
Complete the source that could not be read to its end.
-- the same bytes as a sync sends
exact: yes
-- mistakes
map [2] Not enough arguments (missing: "source"). See --help.
map none.jsonl [2] none.jsonl does not exist: give a folder with <feed>.jsonl files, one such file, or -.
map shop [2] For shop give exactly one --feed.
map - [2] For standard input give exactly one --feed.
map cut.gz [2] The file name cut.gz does not name a feed: give --feed.
map --feed=x cut.gz [2] There is no feed "x": the feeds are products, productAttributes, categories, prices, priceBooks, categoryAttributes, productLayers.
map --feed=priceBooks shop [2] shop contains no priceBooks.jsonl, and no scopes.json with websites to make them from.
no state: yes
