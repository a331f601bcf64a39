--TEST--
MariaDB: a sync that was frozen and thawed after another node took over writes nothing, and older versions replace no newer ones
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';

const ITEMS = 1500;

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database())->startSandbox();
check('config:init', $cli->init()->code === 0);
$old = $cli->write('old/products.jsonl', products(ITEMS, 'Old'));
$new = $cli->write('new/products.jsonl', products(ITEMS, 'New'));
$cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'delay', 'ms' => 100]]);

$out = tmpfile();
$err = tmpfile();
$frozen = $cli->start(['sync', $old], ['ACO_NODE' => 'one'], [['file', '/dev/null', 'r'], $out, $err]);
check('it sends', $cli->waitForRequests(3));
posix_kill(proc_get_status($frozen)['pid'], SIGSTOP);
$cli->clearFaults();

$start = microtime(true);
$result = $cli->run(['sync', $new, '--json'], ['ACO_NODE' => 'two']);
check('another node takes over', $result->code === 0 && $result->feed('products')['accepted'] === ITEMS, $result);
check('within 45 seconds', microtime(true) - $start < 45, microtime(true) - $start);
// A hash may be taken away: that has the item sent again.
$results = static fn (): array => array_map(
    static fn (array $row): array => array_diff_key($row, ['feed_hash' => 1]),
    $cli->rows('cde_products_feed'),
);
$rows = $results();
$fence = $cli->rows('aco_lease');

posix_kill(proc_get_status($frozen)['pid'], SIGCONT);
$code = proc_close($frozen);
rewind($err);
$text = preg_replace('/ \(process \d+ on two\)/', '', stream_get_contents($err));
echo "[$code] $text";
check('it wrote no result', $results() === $rows && $cli->rows('aco_lease') === $fence);

$missing = ITEMS - $cli->run(['sync', $new, '--json'])->feed('products')['unchanged'];
check('what it had in flight is sent again', $missing > 0 && $missing < ITEMS, $missing);
$held = array_column($cli->held('products'), 'name', 'sku');
$older = count(array_filter($held, static fn (string $name): bool => str_starts_with($name, 'Old')));
check('the service holds what is newer', count($held) === ITEMS && $older === 0, [count($held), $older]);
check('the next one has nothing to do', $cli->run(['sync', $new, '--json'])->feed('products')
    === ['read' => ITEMS, 'unchanged' => ITEMS]);
?>
--EXPECT--
config:init: yes
it sends: yes
another node takes over: yes
within 45 seconds: yes
[2] This process has lost the lease "sync" to another, because it did not respond for 20 seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.
it wrote no result: yes
what it had in flight is sent again: yes
the service holds what is newer: yes
the next one has nothing to do: yes
