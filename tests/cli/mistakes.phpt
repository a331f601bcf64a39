--TEST--
bin/aco: what goes wrong in a first hour is one sentence that says what to do
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason(true) ?: match (true) {
    !is_writable('/dev/full') => 'skip there is no /dev/full',
    !is_file(ini_get('extension_dir') . '/pdo_sqlite.so') => 'skip PDO is built in',
    default => '',
};
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();

/** Runs a shell command in which $aco is the command. */
function shell(Cli $cli, string $line): Result
{
    $plain = clone $cli;
    $plain->command = ['/bin/sh', '-c', "aco='" . ROOT . "/bin/aco'; $line"];

    return $plain->run([]);
}

echo "-- a name that is nearly right is never asked about\n";
show($cli->run(['synk']), $cli, 'synk');
show($cli->run(['statsu', '--json']), $cli, 'statsu');
show($cli->run(['config:x']), $cli, 'config:x');

echo "-- a PHP that lacks something\n";
foreach (['none' => '', 'pdo' => '-d extension=pdo'] as $label => $extensions) {
    file_put_contents("$cli->dir/php", "#!/bin/sh\nexec " . PHP_BINARY . " -n $extensions \"\$@\"\n");
    chmod("$cli->dir/php", 0755);
    $options = ['config:init', ...$cli->connectionOptions()];
    show($cli->run($options, ['PHP' => "$cli->dir/php", 'ACO_CLIENT_SECRET' => 'sandbox-secret']), $cli, $label);
}

echo "-- a state folder of root\n";
$cli->init();
// A tree that others can reach and read: temporary folders and some of Composer's files may be their user's alone.
if ((fileperms(sys_get_temp_dir()) & 0001) === 0) {
    chmod(sys_get_temp_dir(), 0711);
}
$tree = scratch();
exec('cp -r ' . ROOT . '/bin ' . ROOT . '/cli ' . ROOT . "/modules $tree && chmod -R a+rX $tree");
$other = static function (Cli $cli, string $arguments) use ($tree): void {
    $result = shell($cli, "cd / && exec setpriv --reuid=65534 --clear-groups $tree/bin/aco $arguments");
    $label = str_replace([$cli->dir, $tree], ['DIR', 'TREE'], $arguments);
    show(new Result($result->code, '', str_replace($tree, 'TREE', $result->err)), $cli, $label);
};
chmod($cli->dir, 0711);
$other($cli, 'status');
chmod($cli->dir, 0700);
$other($cli, 'config:show');
$other($cli, "status --state-dir=$tree/none --dsn=sqlite:$cli->dir/aco.sqlite");
chmod($cli->dir, 0711);
chmod($cli->state, 0755);
$other($cli, 'config:init --concurrency=2');
chmod("$tree/cli/vendor/symfony/polyfill-ctype/bootstrap.php", 0600);
$other($cli, 'status');

echo "-- standard output\n";
show(shell($cli, '$aco status >/dev/full'), $cli, 'full');
show(shell($cli, '$aco status | head -n 1 >/dev/null'), $cli, 'ended');
show(shell($cli, '$aco synk --json >/dev/full'), $cli, 'full, after a mistake');

echo "-- a source that is partly wrong\n";
file_put_contents("$cli->dir/products.jsonl", lines([product('A')]) . "{\"sku\": \"B\",\n" . lines([product('C')]));
show($cli->run(['sync', 'products.jsonl']), $cli, 'lines');
check('status --failed has none', str_contains($cli->run(['status', '--failed'])->out, 'No item has failed.'));
file_put_contents("$cli->dir/products.jsonl.gz", substr(gzencode(lines(products(300))), 0, -200));
show($cli->run(['sync', '--feed=products', 'products.jsonl.gz']), $cli, 'broken off');
$cli->write('products.jsonl', [product('A', ['name' => 5]), '{']);
show($cli->run(['sync', 'products.jsonl']), $cli, 'both');

echo "-- feeds as others spell them\n";
$attribute = [
    'id' => 1, 'attributeCode' => 'color', 'storeViewCode' => 'default', 'label' => 'Colour', 'dataType' => 'text',
];
$cli->write('adobe/productattributes.jsonl', [['label' => 'first'] + $attribute]);
foreach ([['sync', 'adobe'], ['sync', '--feed', 'productattributes', 'adobe'],
    ['sync', 'adobe/productattributes.jsonl'], ['status', '--feed', 'Product-Attributes'],
    ['resync', '--feed=catalog_data_exporter_product_attributes', 'adobe']] as $arguments) {
    $result = $cli->run([...$arguments, '--json']);
    $feeds = implode(' ', array_keys($result->json()['feeds'] ?? []));
    echo implode(' ', $arguments), " [$result->code] $feeds$result->err\n";
}
$cli->write('adobe/productAttributes.jsonl', [$attribute]);
show($cli->run(['sync', 'adobe']), $cli, 'twice');
?>
--EXPECT--
-- a name that is nearly right is never asked about
synk [2] Command "synk" is not defined. Did you mean this? sync. See --help.
statsu [2] Command "statsu" is not defined. Did you mean this? status. See --help.
config:x [2] Command "config:x" is not defined. Did you mean one of these? config:init config:show. See --help.
-- a PHP that lacks something
none [2] aco: the PHP extension pdo is missing: install it, or enable it in php.ini.
pdo [2] The PHP extension pdo_sqlite is missing: install it (php-sqlite3 on Debian).
-- a state folder of root
status [2] The state folder DIR/state is closed to this user, who may not enter DIR/state: run the command as the user who owns it, or use another folder.
config:show [2] The state folder DIR/state is closed to this user, who may not enter DIR: run the command as the user who owns it, or use another folder.
status --state-dir=TREE/none --dsn=sqlite:DIR/aco.sqlite [2] The folder of the database DIR is closed to this user, who may not enter DIR: run the command as the user who owns it, or use another folder.
config:init --concurrency=2 [2] The database DIR/state/aco.sqlite cannot be opened: grant this user read and write access to the file and its folder.
status [2] aco: the libraries in TREE/cli/vendor cannot be loaded: run composer install -d TREE/cli, and let this user read its files.
-- standard output
full [2] Standard output cannot be written: No space left on device.
ended [0] 
full, after a mistake [2] Command "synk" is not defined. Did you mean this? sync. See --help.
Standard output cannot be written: No space left on device.
-- a source that is partly wrong
lines [1] Correct the lines that cannot be read and run sync again; only the output above names them.
status --failed has none: yes
broken off [1] Complete the source that could not be read to its end and run sync again.
both [1] Correct the lines that cannot be read and run sync again; only the output above names them.
-- feeds as others spell them
sync adobe [0] productAttributes
sync --feed productattributes adobe [0] productAttributes
sync adobe/productattributes.jsonl [0] productAttributes
status --feed Product-Attributes [0] productAttributes
resync --feed=catalog_data_exporter_product_attributes adobe [0] productAttributes
twice [2] adobe contains both productAttributes.jsonl and productattributes.jsonl: remove one.
