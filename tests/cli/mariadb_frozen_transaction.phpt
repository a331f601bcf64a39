--TEST--
MariaDB: a sync that was frozen in the middle of a transaction is taken over as any other, and writes nothing when it is thawed
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/frozen_sync.inc';
echo skip_reason() ?: FrozenSync::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/frozen_sync.inc';

$sync = new FrozenSync();

// What holds up its next results: it has renewed its lease in the transaction by then.
$blocker = $sync->server->root();
$isIn = static fn (string $state): bool => wait_for(
    static fn (): bool => (int) $sync->server->root()->query(
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = '$state'"
    )->fetchColumn() === 1,
    // The list of transactions is as old as its latest reading, unless that was more than 100 ms ago.
    pauseMicroseconds: 150000,
);
$blocker->exec('START TRANSACTION');
$blocker->query('SELECT id FROM commerce.cde_products_feed FOR UPDATE')->fetchAll();
check('it waits in a transaction', $isIn('LOCK WAIT'));
$sync->freeze();
$blocker->exec('ROLLBACK');
check('it is frozen there', $isIn('RUNNING'));
$sync->takeOver();

$fence = $sync->cli->rows('aco_lease');
$sync->thaw();
check('it wrote no result', $sync->cli->rows('aco_lease') === $fence);
check('the next one sends what it had in flight', $sync->cli->run(['sync', $sync->newer])->code === 0);
$sync->checkWhatIsHeld();
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
