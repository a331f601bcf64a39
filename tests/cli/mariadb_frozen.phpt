--TEST--
MariaDB: a sync that was frozen and thawed after another node took over writes nothing, and older versions replace no newer ones
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
$sync->freeze();
$sync->takeOver();

// A hash may be taken away: that has the item sent again.
$results = static fn (): array => array_map(
    static fn (array $row): array => array_diff_key($row, ['feed_hash' => 1]),
    $sync->cli->rows('cde_products_feed'),
);
$rows = $results();
$fence = $sync->cli->rows('aco_lease');
$sync->thaw();
check('it wrote no result', $results() === $rows && $sync->cli->rows('aco_lease') === $fence);

$next = static fn (): array => $sync->cli->run(['sync', $sync->newer, '--json'])->feed('products');
$missing = FrozenSync::ITEMS - $next()['unchanged'];
check('what it had in flight is sent again', $missing > 0 && $missing < FrozenSync::ITEMS, $missing);
$sync->checkWhatIsHeld();
check('the next one has nothing to do', $next() === ['read' => FrozenSync::ITEMS, 'unchanged' => FrozenSync::ITEMS]);
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
