--TEST--
sync: lines that hold no item are named; the others go on
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$path = $cli->write('catalog/products.jsonl', [
    "\xEF\xBB\xBF" . json_encode(product('A')),
    json_encode(product('B')) . "\r",
    '',
    '   ',
    '{"sku":"C"',
    '["a","list"]',
    '"text"',
    'null',
    '[]',
    '{}',
    json_encode(product('D', ['name' => 'Grün'])),
    str_replace('NAME', "broken \xFF byte", json_encode(product('E', ['name' => 'NAME']))),
    json_encode(['sku' => 'F', 'storeViewCode' => 'default', 'productId' => 6]),
    json_encode(['sku' => 'G', 'name' => 'no store view']),
    str_repeat('[', 600) . str_repeat(']', 600),
    json_encode(product('H')),
]);
// The last line has no line feed.
file_put_contents($path, rtrim(file_get_contents($path)));

$result = $cli->run(['sync', "$cli->dir/catalog"]);
echo 'exit code ', $result->code, "\n";
echo implode("\n", array_filter(
    explode("\n", $result->out),
    static fn (string $line): bool => str_starts_with($line, '  '),
)),
    "\n";
show($result, $cli, 'sync');
echo json_encode(array_column($cli->held('products'), 'name'), JSON_UNESCAPED_UNICODE), "\n";

$again = $cli->run(['sync', "$cli->dir/catalog", '--json']);
echo 'again: exit code ', $again->code, ' ', json_encode($again->feed('products')), "\n";
echo json_encode($again->json()['feeds']['products']['badLines'][0]), "\n";

$row = $cli->pdo()->query("SELECT * FROM cde_products_feed WHERE feed_id = '" . sha1("F\0default") . "'")->fetch();
check('row of the refused item', [
    $row['status'], $row['source_entity_id'], $row['feed_data'], $row['errors'], $row['metadata'],
]
    === [400, 6, '{"sku":"F","source":{"locale":"default"}}', 'name is missing', '{"field":"name"}'], $row);

echo "-- too long, then another\n";
$handle = fopen("$cli->dir/long.jsonl", 'wb');
fwrite($handle, '{"sku":"');
for ($i = 0; $i < 33; $i++) {
    fwrite($handle, str_repeat('x', 1048576));
}
fwrite($handle, "\"}\n" . lines([product('I')]));
fclose($handle);
$result = $cli->run(['sync', '--feed=products', "$cli->dir/long.jsonl", '--json']);
echo json_encode($result->json()['feeds']['products']['badLines']), ' ', json_encode($result->feed('products')), "\n";

echo "-- repaired in each feed\n";
$category = ['categoryId' => 6, 'urlPath' => 'men', 'storeViewCode' => 'default', 'name' => 'NAME', 'isActive' => 1];
$broken = str_replace('NAME', "m\xFFn", json_encode($category));
echo json_encode($cli->run(['sync', '--feed=categories', '-', '--json'], [], "$broken\n")->feed('categories')), "\n";

echo "-- many\n";
$result = $cli->run(['sync', '--feed=products', '-'], [], str_repeat("x\n", 50) . lines([product('J')]));
echo 'exit code ', $result->code, ', lines named: ', substr_count($result->out, 'not JSON'), "\n";
echo preg_match('/^  .* more .*$/m', $result->out, $match) === 1 ? $match[0] : 'none', "\n";
?>
--EXPECT--
exit code 1
  products.jsonl line 5: not JSON (syntax error)
  products.jsonl line 6: not a JSON object
  products.jsonl line 7: not a JSON object
  products.jsonl line 8: not a JSON object
  products.jsonl line 9: not a JSON object
  products.jsonl line 15: not JSON (maximum stack depth exceeded)
  products products.jsonl line 10: sku is missing
  products products.jsonl line 14: storeViewCode is missing
  products F / default: name is missing
  products: invalid UTF-8 was replaced in 1 line
sync [1] Correct the rejected items in the source and run sync again; status --failed lists them. Correct the lines that cannot be read and run sync again; only the output above names them.
["Product A","Product B","Grün","broken � byte","Product H"]
again: exit code 1 {"read":14,"unchanged":6,"unchangedRejected":1,"rejected":8,"repaired":1,"badLineCount":6}
{"source":"products.jsonl","line":5,"reason":"not JSON (syntax error)"}
row of the refused item: yes
-- too long, then another
[{"source":"long.jsonl","line":1,"reason":"longer than 32 MiB"}] {"read":2,"sent":1,"accepted":1,"rejected":1,"badLineCount":1}
-- repaired in each feed
{"read":1,"sent":1,"accepted":1,"repaired":1}
-- many
exit code 1, lines named: 20
  products: 30 more lines that cannot be read
