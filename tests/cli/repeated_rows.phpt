--TEST--
SQLite: a table in which an id has come to be twice, while it was without its index, is put right and the item sent again
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$path = $cli->write('prices.jsonl', array_map(static fn (int $i): array => price("SKU-$i", $i), range(1, 300)));
$cli->run(['sync', $path]);

// As if a disk had forgotten what was written to the filter of ids.
$pdo = $cli->pdo();
$pdo->exec('DROP INDEX cde_product_prices_feed_feed_id');
$columns = 'feed_id, source_entity_id, modified_at, is_deleted, status, feed_data, feed_hash, errors, metadata';
foreach (['id IN (5, 6, 300)', 'id = 5'] as $rows) {
    $pdo->exec("INSERT INTO cde_product_prices_feed ($columns) SELECT $columns FROM cde_product_prices_feed WHERE $rows");
}
$pdo = null;
check('repeated', count($cli->rows('cde_product_prices_feed')) === 304);

foreach (['the next sync', 'the one after it'] as $label) {
    $result = $cli->run(['sync', $path, '--json']);
    echo "$label [$result->code]: ", json_encode($result->feed('prices')), "\n";
}
$rows = $cli->rows('cde_product_prices_feed');
check('one row an item', count($rows) === 300 && count(array_unique(array_column($rows, 'feed_id'))) === 300);
check('the last one', array_slice(array_column($rows, 'id'), -4) === [299, 302, 303, 304], array_column($rows, 'id'));
$states = array_unique(array_column($rows, 'status'));
check('all are delivered', $states === [200] && count($cli->held('prices')) === 300);
?>
--EXPECT--
repeated: yes
the next sync [0]: {"read":300,"unchanged":297,"sent":3,"accepted":3}
the one after it [0]: {"read":300,"unchanged":300}
one row an item: yes
the last one: yes
all are delivered: yes
