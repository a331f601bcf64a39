--TEST--
sync: in a first sync of several chunks, what an earlier one held is found again, and rows end as their results say
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

// More than a chunk has, each.
$texts = array_fill(0, 3, str_repeat('long text ', 400));
$block = static fn (string $of, string $text): array => array_map(
    static fn (int $i): array => product("$of-$i", ['description' => $text]),
    range(1, 900),
);
$path = $cli->write('products.jsonl', [
    product('FAR', ['name' => 'first']),
    product('BACK', ['name' => 'one']),
    product('SAME', ['name' => 'same']),
    product('GONE'),
    product('BAD'),
    ...$block('A', $texts[0]),
    product('FAR', ['name' => 'last']),
    product('BACK', ['name' => 'two']),
    product('SAME', ['name' => 'same']),
    ['deleted' => true] + product('GONE'),
    ...$block('B', $texts[1]),
    product('BACK', ['name' => 'one']),
    ['name' => null] + product('BAD'),
    product('NEW'),
    ...$block('C', $texts[2]),
]);
$result = $cli->run(['sync', $path, '--json']);
echo 'exit code ', $result->code, "\n";

$held = array_column($cli->held('products'), 'name', 'sku');
foreach (['FAR', 'BACK', 'SAME', 'GONE', 'NEW'] as $sku) {
    echo "$sku: ", $held[$sku] ?? 'not held', "\n";
}
check('all others', count(preg_grep('/^[ABC]-/', array_keys($held))) === 2700);

$rows = array_column($cli->rows('cde_products_feed'), null, 'feed_id');
check('a row each', count($rows) === 2706, count($rows));
check('in the order of the input', array_keys($rows)[5 + 900] === sha1("B-1\0default"));
$status = array_count_values(array_column($rows, 'status'));
check('all settled', $status === [200 => 2705, 400 => 1] || $status === [400 => 1, 200 => 2705], $status);
check('the refused one', $rows[sha1("BAD\0default")]['status'] === 400);

$keys = array_map(static fn (array $row): array => array_keys(json_decode($row['feed_data'], true)), $rows);
check('keys in place of bodies', array_unique($keys, SORT_REGULAR) === [array_key_first($keys) => ['sku', 'source']]);
$notes = array_merge(...array_map(
    static fn (array $row): array => json_decode($row['metadata'], true),
    array_values($rows),
));
check('nothing of them is left in metadata', array_diff(array_keys($notes), ['requestId', 'field']) === [], $notes);

echo $cli->run(['sync', '--feed=products', $path, '--json'])->feed('products')['unchanged'] ?? 0, " unchanged\n";
?>
--EXPECT--
exit code 1
FAR: last
BACK: one
SAME: same
GONE: not held
NEW: Product NEW
all others: yes
a row each: yes
in the order of the input: yes
all settled: yes
the refused one: yes
keys in place of bodies: yes
nothing of them is left in metadata: yes
2704 unchanged
