--TEST--
SQLite: locked by others, file size limit, file gone: a sentence and exit code 2, and the next run completes
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

/** The next run completes. */
function completes(Cli $cli, string $path, int $count): void
{
    $result = $cli->run(['sync', $path, '--json']);
    $rows = $cli->rows('cde_products_feed');
    check('completes', $result->code === 0 && count($cli->held('products')) === $count
        && count($rows) === $count && array_unique(array_column($rows, 'status')) === [200], $result);
}

$path = $cli->write('products.jsonl', products(300));
$other = $cli->pdo();
$other->exec('BEGIN IMMEDIATE');
show($cli->run(['sync', $path]), $cli, 'locked');
check('status works meanwhile', $cli->run(['status'])->code === 0);
$other->exec('ROLLBACK');
completes($cli, $path, 300);

$path = $cli->write('products.jsonl', products(3000, str_repeat('A long name ', 8)));
$cli->command = ['/bin/sh', '-c', 'ulimit -f 1200; exec "$@"', 'sh', ROOT . '/bin/aco'];
show($cli->run(['sync', $path]), $cli, 'file size limit');
$cli->command = [ROOT . '/bin/aco'];
completes($cli, $path, 3000);

foreach (glob("$cli->state/aco.sqlite*") as $file) {
    unlink($file);
}
show($cli->run(['sync', $path]), $cli, 'gone');
$cli->init();
completes($cli, $path, 3000);
?>
--EXPECT--
locked [2] The database DIR/state/aco.sqlite is in use by another process: try again when it has finished.
status works meanwhile: yes
completes: yes
file size limit [2] The database DIR/state/aco.sqlite cannot be read or written (disk error or file size limit): solve that, then run the same command again; nothing is lost.
completes: yes
gone [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
completes: yes
