--TEST--
MariaDB: a sync that was frozen in the middle of a transaction is taken over as any other, and writes nothing when it is thawed
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

$err = tmpfile();
$null = ['file', '/dev/null', 'r+'];
$frozen = $cli->start(['sync', $old], ['ACO_NODE' => 'one'], [$null, $null, $err]);
check('it sends', $cli->waitForRequests(3));

// What holds up its next results: it has renewed its lease in the transaction by then.
$blocker = $server->root();
$isIn = static fn (string $state): bool => wait_for(
    static fn (): bool => (int) $server->root()->query(
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = '$state'"
    )->fetchColumn() === 1,
    // The list of transactions is as old as its latest reading, unless that was more than 100 ms ago.
    pauseMicroseconds: 150000,
);
$blocker->exec('START TRANSACTION');
$blocker->query('SELECT id FROM commerce.cde_products_feed FOR UPDATE')->fetchAll();
check('it waits in a transaction', $isIn('LOCK WAIT'));
posix_kill(proc_get_status($frozen)['pid'], SIGSTOP);
$blocker->exec('ROLLBACK');
check('it is frozen there', $isIn('RUNNING'));
$cli->clearFaults();

$start = microtime(true);
$result = $cli->run(['sync', $new, '--json'], ['ACO_NODE' => 'two']);
check('another node takes over', $result->code === 0 && $result->feed('products')['accepted'] === ITEMS, $result);
check('within 45 seconds', microtime(true) - $start < 45, microtime(true) - $start);
$fence = $cli->rows('aco_lease');

posix_kill(proc_get_status($frozen)['pid'], SIGCONT);
$code = proc_close($frozen);
rewind($err);
echo "[$code] ", preg_replace('/ \(process \d+ on two\)/', '', stream_get_contents($err));
check('it wrote no result', $cli->rows('aco_lease') === $fence);
check('the next one sends what it had in flight', $cli->run(['sync', $new])->code === 0);
$held = array_column($cli->held('products'), 'name', 'sku');
$older = count(array_filter($held, static fn (string $name): bool => str_starts_with($name, 'Old')));
check('the service holds what is newer', count($held) === ITEMS && $older === 0, [count($held), $older]);
?>
--EXPECT--
config:init: yes
it sends: yes
it waits in a transaction: yes
it is frozen there: yes
another node takes over: yes
within 45 seconds: yes
[2] This process has lost the lease "sync" to another, because it did not respond for 20 seconds: what was delivered is recorded, the rest is kept, and the other one goes on with it.
it wrote no result: yes
the next one sends what it had in flight: yes
the service holds what is newer: yes
