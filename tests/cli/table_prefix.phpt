--TEST--
--table-prefix: several sets of tables in one database, each by itself, on SQLite
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/table_prefix.inc';

$cli = (new Cli())->startSandbox();
prefixed_shops($cli, false);

echo "-- stored by config:init\n";
$single = (new Cli())->startSandbox();
$single->init();
check(
    'without',
    own_tables($single, false) !== []
        && array_filter(
            own_tables($single, false),
            static fn (string $name): bool => str_starts_with($name, 'x_'),
        ) === [],
);
$single = (new Cli())->startSandbox();
$single->run(
    ['config:init', ...$single->connectionOptions(), '--table-prefix=x_'],
    ['ACO_CLIENT_SECRET' => 'sandbox-secret'],
);
check(
    'found again',
    $single->run(['sync', $single->write('products.jsonl', products(2)), '--json'])->feed('products')['accepted'] === 2
    && count($single->rows('x_cde_products_feed')) === 2);
check('lock', glob("$single->state/*.lock") === ["$single->state/aco.sqlite.x_.lock"], glob("$single->state/*.lock"));
check('config:init again', $single->init()->code === 0 && count(own_tables($single, false)) === 17);
$single->pdo()->exec('DROP TABLE x_cde_categories_feed');
show($single->run(['sync', "$single->dir/products.jsonl"]), $single, 'a table is gone');
?>
--EXPECT--
config:init m2_: yes
config:init other: yes
every table has a prefix: yes
every index: yes
sync: yes
the other has nothing: yes
scope: yes
resync --feed=products: yes
cleanup: yes
resend-failed: yes
config:show: yes
status --failed: yes
cron --once: yes
estimate: yes
orders:status: yes
assets:status: yes
shown: yes
the environment: yes
the option wins: yes
nothing was made without: yes
-- which one?
not said [2] DATABASE contains tables of this command with several prefixes (m2_, other): choose one with --table-prefix; an empty value stands for none.
none [2] DATABASE contains no tables of this command with the prefix "": give --table-prefix=m2_ or --table-prefix=other, or run config:init with this prefix first.
another [2] DATABASE contains no tables of this command with the prefix "wrong_": give --table-prefix=m2_ or --table-prefix=other, or run config:init with this prefix first.
refused: 1a: yes
refused: a-b: yes
refused: a b: yes
refused: _a: yes
refused: a`: yes
refused: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: yes
-- stored by config:init
without: yes
found again: yes
lock: yes
config:init again: yes
a table is gone [2] The table x_cde_categories_feed is missing in DIR/state/aco.sqlite: restore it, or correct --table-prefix or --dsn.
