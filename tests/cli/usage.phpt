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
    ['sync', '--max-delete=5', 'empty'],
    ['sync', '--full', '--max-delete=101', 'empty'],
    ['sync', '--full', '--max-delete=5', '--force', 'empty'],
    ['resync'],
    ['resync', '--feed=stock'],
    ['resync', '--feed=orders', '--feed=products'],
    ['map', '--feed=prices', '--feed=products', 'stock.jsonl'],
    ['experience:config'],
    ['saas:resync', '--feed=products', '--by-ids=,'],
    ['resync', '--feed=products', '--by-ids=A', '--id-type=colour'],
    ['resync', '--feed=products', '--batch-size=0', 'empty'],
    ['resync', '--feed=products', '--thread-count=65', 'empty'],
    ['resync', '--feed=products', '--by-ids=A', '--cleanup-feed'],
    ['cleanup', '--days=-1'],
    ['scope:disable'],
    ['scope:enable', '--website=a', '--store-view=b'],
    ['scope:disable', '--website=a b'],
    ['status', '--feed=stock'],
    ['status', '--dsn=mysql:host=db;password=hunter2'],
    ['status', '--dsn=mysql:hunter2'],
    ['status', '--dsn=mysql:host=db'],
    ['status', '--dsn=mysql:host=db;port=x;dbname=d'],
    ['status', '--dsn=pgsql:host=db'],
    ['status', '--dsn=sqlite:'],
    ['status'],
    ['config:show'],
    ['sync', '--feed=products', 'stock.jsonl'],
    [
        'config:init', '--tenant-id=t', '--client-id=c', '--dsn=sqlite:nowhere/x.sqlite', '--region=na1',
        '--type=sandbox', '--client-secret=x',
    ],
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
sync missing [2] missing does not exist: give a folder with <feed>.jsonl files, one such file, or -.
sync empty [2] empty contains no feed file: expected at least one of products.jsonl, productAttributes.jsonl, categories.jsonl, prices.jsonl, priceBooks.jsonl, categoryAttributes.jsonl, productLayers.jsonl, or the same with .gz.
sync both [2] both contains both products.jsonl and products.jsonl.gz: remove one.
sync --feed=stock empty [2] There is no feed "stock": the feeds are products, productAttributes, categories, prices, priceBooks, categoryAttributes, productLayers.
sync --feed=products empty [2] empty contains no products.jsonl or products.jsonl.gz.
sync stock.jsonl [2] The file name stock.jsonl does not name a feed: give --feed.
sync - [2] For standard input give exactly one --feed.
sync --feed=products --feed=prices - [2] For standard input give exactly one --feed.
sync --max-delete=5 empty [2] --max-delete and --force require --full: without it, nothing is deleted.
sync --full --max-delete=101 empty [2] --max-delete must be a percentage from 0 to 100, such as 20.
sync --full --max-delete=5 --force empty [2] Give either --max-delete or --force.
resync [2] Give one --feed.
resync --feed=stock [2] There is no feed "stock": the feeds are products, productAttributes, categories, prices, priceBooks, categoryAttributes, productLayers.
resync --feed=orders --feed=products [2] Give one --feed at a time, not orders and products.
map --feed=prices --feed=products stock.jsonl [2] Give one --feed at a time, not prices and products.
experience:config [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
saas:resync --feed=products --by-ids=, [2] --by-ids is empty: give ids separated by commas.
resync --feed=products --by-ids=A --id-type=colour [2] For products --id-type must be sku or productId.
resync --feed=products --batch-size=0 empty [2] --batch-size must be a whole number from 1 to 999999999.
resync --feed=products --thread-count=65 empty [2] --thread-count must be a whole number from 1 to 64.
resync --feed=products --by-ids=A --cleanup-feed [2] --cleanup-feed applies to the whole feed: omit --by-ids.
cleanup --days=-1 [2] --days must be a whole number from 0 to 99999.
scope:disable [2] Give either --website or --store-view with one code: letters, digits and _.
scope:enable --website=a --store-view=b [2] Give either --website or --store-view with one code: letters, digits and _.
scope:disable --website=a b [2] Give either --website or --store-view with one code: letters, digits and _.
status --feed=stock [2] There is no feed "stock": the feeds are products, productAttributes, categories, prices, priceBooks, categoryAttributes, productLayers.
status --dsn=mysql:host=db;password=hunter2 [2] The DSN must not contain a user or password, which would show in the process list: set the environment variables ACO_DB_USER and ACO_DB_PASSWORD.
status --dsn=mysql:hunter2 [2] A mysql: DSN consists of host, port, unix_socket, dbname, separated by semicolons.
status --dsn=mysql:host=db [2] The DSN must name the database: "mysql:host=…;dbname=…".
status --dsn=mysql:host=db;port=x;dbname=d [2] The port in the DSN must be a number.
status --dsn=pgsql:host=db [2] The DSN must start with sqlite: or mysql:, as in sqlite:FILE or mysql:host=…;dbname=….
status --dsn=sqlite: [2] The DSN must name a SQLite file: --dsn=sqlite:FILE.
status [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
config:show [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
sync --feed=products stock.jsonl [2] There is no database DIR/state/aco.sqlite yet: run config:init first.
config:init --tenant-id=t --client-id=c --dsn=sqlite:nowhere/x.sqlite --region=na1 --type=sandbox --client-secret=x [2] The folder DIR/nowhere for the database does not exist: create it.
-- as JSON
sync --json: yes
status --json: yes
--json nonsense: yes
nothing was made: yes
