--TEST--
bin/aco: wrong usage is one sentence on standard error and exit code 2
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
mkdir("$cli->dir/empty");
$cli->write('both/products.jsonl', []);
$cli->write('both/products.jsonl.gz', []);
$cli->write('stock.jsonl', []);

foreach ([
    ['snyc'],
    ['sync'],
    ['sync', '--frob', '.'],
    ['sync', 'a', 'b'],
    ['config:init', '--region'],
    ['sync', 'missing'],
    ['sync', 'empty'],
    ['sync', 'both'],
    ['sync', '--feed=stock', 'empty'],
    ['sync', '--feed=products', 'empty'],
    ['sync', 'stock.jsonl'],
    ['sync', '-'],
    ['sync', '--feed=products', '--feed=prices', '-'],
    ['status', '--feed=stock'],
    ['status', '--dsn=mysql:host=db;password=hunter2'],
    ['status', '--dsn=pgsql:host=db'],
    ['status', '--dsn=sqlite:'],
    ['status'],
    ['config:show'],
    ['sync', '--feed=products', 'stock.jsonl'],
    ['config:init', '--tenant-id=t', '--client-id=c', '--dsn=sqlite:nowhere/x.sqlite', '--region=na1', '--type=sandbox', '--client-secret=x'],
] as $arguments) {
    $result = $cli->run($arguments);
    show($result, $cli, implode(' ', $arguments));
    if ($result->out !== '') {
        echo "UNEXPECTED OUTPUT: {$result->out}\n";
    }
}

echo "-- as JSON\n";
foreach ([['sync', '--json'], ['status', '--json'], ['--json', 'nonsense']] as $arguments) {
    $result = $cli->run($arguments);
    $document = $result->json();
    check(implode(' ', $arguments), $document['error']['exitCode'] === 2 && $result->code === 2
        && rtrim($result->err) === $document['error']['message'], $document);
}
check('nothing was made', !file_exists($cli->state));
?>
--EXPECT--
snyc [2] Command "snyc" is not defined. See --help.
sync [2] Not enough arguments (missing: "source"). See --help.
sync --frob . [2] The "--frob" option does not exist. See --help.
sync a b [2] Too many arguments to "sync" command, expected arguments "source". See --help.
config:init --region [2] The "--region" option requires a value. See --help.
sync missing [2] missing does not exist: name a folder with <feed>.jsonl files, one such file, or -.
sync empty [2] empty holds no feed file: expected is at least one of products.jsonl, productAttributes.jsonl, categories.jsonl, prices.jsonl, priceBooks.jsonl, or the same with .gz.
sync both [2] both holds both products.jsonl and products.jsonl.gz: remove one.
sync --feed=stock empty [2] There is no feed "stock": the feeds are products, productAttributes, categories, prices, priceBooks.
sync --feed=products empty [2] empty holds no products.jsonl or products.jsonl.gz.
sync stock.jsonl [2] The file name stock.jsonl names no feed: give --feed.
sync - [2] For standard input give exactly one --feed.
sync --feed=products --feed=prices - [2] For standard input give exactly one --feed.
status --feed=stock [2] There is no feed "stock": the feeds are products, productAttributes, categories, prices, priceBooks.
status --dsn=mysql:host=db;password=hunter2 [2] A mysql: DSN is not supported: this version keeps its tables in SQLite only, use --dsn=sqlite:FILE.
status --dsn=pgsql:host=db [2] The DSN must name a SQLite file: --dsn=sqlite:FILE.
status --dsn=sqlite: [2] The DSN must name a SQLite file: --dsn=sqlite:FILE.
status [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
config:show [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
sync --feed=products stock.jsonl [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
config:init --tenant-id=t --client-id=c --dsn=sqlite:nowhere/x.sqlite --region=na1 --type=sandbox --client-secret=x [2] The folder DIR/nowhere of the database does not exist.
-- as JSON
sync --json: yes
status --json: yes
--json nonsense: yes
nothing was made: yes
