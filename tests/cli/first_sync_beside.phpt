--TEST--
SQLite: what looks for ids while a first sync fills its table leaves the table without the index of the ids
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const ITEMS = 1500;

$cli = (new Cli())->startSandbox();
$cli->init();
$pdo = $cli->pdo();
$hasIndex = static fn (): bool => (bool) $pdo
    ->query("SELECT COUNT(*) FROM sqlite_master WHERE name = 'cde_products_feed_feed_id'")->fetchColumn();
// Several chunks.
$text = str_repeat('long text ', 600);
$items = array_map(static fn (int $i): array => product("P-$i", ['description' => $text]), range(1, ITEMS));
$path = $cli->write('products.jsonl', $items);
$command = ['resync', '--feed=products', $path, '--dry-run', '--json'];
$dryRun = static fn (): array => $cli->run($command)->feed('products');
check('the index is there at first', $hasIndex());

$null = fopen('/dev/null', 'r+');
$sync = $cli->start(['sync', '--feed=products', '-'], [], [['pipe', 'r'], $null, $null], $pipes);
fwrite($pipes[0], lines(array_slice($items, 0, 2 * intdiv(ITEMS, 3))));
check('a first sync goes without it', wait_for(static fn (): bool => !$hasIndex()));

$found = $dryRun();
check('a dry run reads all', $found['read'] === ITEMS, $found);
check('and leaves it so', !$hasIndex());

fwrite($pipes[0], lines(array_slice($items, 2 * intdiv(ITEMS, 3))));
fclose($pipes[0]);
check('the sync ends', proc_close($sync) === 0);
check('with the index', $hasIndex());
$found = $dryRun();
check('a dry run finds all unchanged', $found === ['read' => ITEMS, 'unchanged' => ITEMS], $found);
?>
--EXPECT--
the index is there at first: yes
a first sync goes without it: yes
a dry run reads all: yes
and leaves it so: yes
the sync ends: yes
with the index: yes
a dry run finds all unchanged: yes
