--TEST--
A row that SQLite does not take is the failure of its item alone
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
foreach (['INSERT', 'UPDATE'] as $event) {
    $cli->pdo()->exec("CREATE TRIGGER refuse_$event BEFORE $event ON cde_products_feed WHEN NEW.feed_data LIKE '%\"CARD\"%' AND NEW.status = 0
        BEGIN SELECT RAISE(ABORT, 'no cards here'); END");
    $cli->pdo()->exec("CREATE TRIGGER message_$event BEFORE $event ON cde_products_feed WHEN NEW.errors LIKE '%secret of the trade%'
        BEGIN SELECT RAISE(ABORT, 'no such message here'); END");
}
$path = $cli->write('products.jsonl', [...products(300), product('CARD'), ...array_slice(products(600), 300)]);
foreach (['first', 'again'] as $time) {
    $result = $cli->run(['sync', $path, '--json']);
    echo "$time [$result->code] ", json_encode($result->feed('products')), ' ',
        $result->json()['feeds']['products']['failures'][0]['message'], "\n";
}
check('all others are there', count($cli->held('products')) === 600);
$row = array_column($cli->rows('cde_products_feed'), null, 'feed_id')[sha1("CARD\0default")];
check('its row', [$row['status'], $row['feed_data'], $row['errors']]
    === [400, '{"sku":"CARD","source":{"locale":"default"}}', 'the database rejects it: no cards here'], $row);
$cli->pdo()->exec('DROP TRIGGER refuse_INSERT');
$cli->pdo()->exec('DROP TRIGGER refuse_UPDATE');
check('sent when it is taken', $cli->run(['sync', $path, '--json'])->feed('products')['accepted'] === 1);

echo "-- what became of it\n";
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['SKU-00002'], 'message' => 'a secret of the trade']]);
$result = $cli->run(['resync', '--feed=products', '--force', $path, '--json']);
$cli->clearFaults();
echo "[$result->code] ", json_encode($result->feed('products')), "\n";
$row = $cli->rows('cde_products_feed')[1];
check('is kept without words', [$row['status'], $row['errors'], $row['metadata']] === [400, null, null], $row);
?>
--EXPECT--
first [1] {"read":601,"sent":600,"accepted":600,"rejected":1} the database rejects it: no cards here
again [1] {"read":601,"unchanged":600,"rejected":1} the database rejects it: no cards here
all others are there: yes
its row: yes
sent when it is taken: yes
-- what became of it
[1] {"read":601,"sent":601,"accepted":600,"rejected":1}
is kept without words: yes
