--TEST--
packaging/phar/build: one file that runs from anywhere, with help, completion, its start cache and the sandbox
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: match (true) {
    !is_file(ROOT . '/packaging/phar/build') => 'skip this is no checkout',
    !extension_loaded('phar') => 'skip the extension phar is missing',
    default => '',
};
?>
--FILE--
<?php
require __DIR__ . '/../cli/cli.inc';

$cli = new Cli();
exec(escapeshellarg((string) getenv('TEST_PHP_EXECUTABLE')) . ' ' . escapeshellarg(ROOT . '/packaging/phar/build')
    . " $cli->dir/built 2>&1", $lines, $code);
check('built', [$code, $lines] === [0, []], $lines);
check('nothing else is left there', array_diff(scandir("$cli->dir/built"), ['.', '..', 'aco', 'aco.phar']) === []);

// A PHP that has the extension installed.
$module = is_file(ROOT . '/modules/aco.so') ? '-d extension=' . realpath(ROOT . '/modules/aco.so') : '';
file_put_contents("$cli->dir/php-with-aco", '#!/bin/sh' . "\nexec " . PHP_BINARY . " $module \"\$@\"\n");
chmod("$cli->dir/php-with-aco", 0700);
file_put_contents("$cli->dir/php-n", '#!/bin/sh' . "\nexec " . PHP_BINARY . " -n \"\$@\"\n");
chmod("$cli->dir/php-n", 0700);
mkdir("$cli->dir/path");
copy("$cli->dir/built/aco", "$cli->dir/path/program");
chmod("$cli->dir/path/program", 0755);
symlink('path/program', "$cli->dir/link");
$version = $cli->run(['--version'])->out;
$php = ['PHP' => "$cli->dir/php-with-aco"];

$byLink = clone $cli;
$byLink->command = ["$cli->dir/link"];
check('by a link of another name', $byLink->run(['--version'], $php)->out === $version);
$byPath = clone $cli;
$byPath->command = ['sh', '-c', 'cd "$1/path" && shift && exec ./program "$@"', 'sh', $cli->dir];
check('by a relative path', $byPath->run(['--version'], $php)->out === $version);
$phar = clone $cli;
$phar->command = ["$cli->dir/php-with-aco", "$cli->dir/built/aco.phar"];
check('by PHP', $phar->run(['--version'])->out === $version);
$wrong = clone $cli;
$wrong->command = ["$cli->dir/php-with-aco", "$cli->dir/built/aco"];
$said = $wrong->run([]);
check('the launcher by PHP', $said->code === 2 && $said->err === "aco: run this file by its name, or aco.phar with PHP.\n", $said);

$packed = clone $byLink;
$packed->env = $php;
check('help', str_contains($packed->run(['sync', '--help'])->out, "\n    aco sync catalog\n"));
check('completion', str_contains($packed->run(['completion', 'bash'])->out, "\ncomplete -F _sf_aco aco\n"));
foreach ([$packed, $phar] as $one) {
    $without = clone $one;
    $without->env = ['PHP' => "$cli->dir/php-n"];
    $one === $phar && $without->command[0] = "$cli->dir/php-n";
    $said = $without->run(['list']);
    check('without extensions', $said->code === 2 && preg_match(
        '/^aco: the PHP extension (phar is missing: install it, or|aco is not loaded: install it for PHP .*, and) enable '
            . 'it( with extension=aco)? in php\.ini\.\n$/D',
        $said->err,
    ) === 1, $said);
}

echo "-- start cache\n";
$packed->command = ['env', '-u', 'PHP_INI_SCAN_DIR', ...$packed->command];
$cached = ['ACO_CACHE_DIR' => "$cli->dir/cache"];
$old = "$cli->dir/cache/php-with-aco-0123456789ab/opcache/deep";
mkdir($old, 0700, true);
touch("$old/file");
check('first call', $packed->run(['--version'], $cached)->out === $version);
check('second call', $packed->run(['--version'], $cached)->out === $version);
$folders = glob("$cli->dir/cache/php-with-aco-*/ready");
if ($folders === []) {
    // A PHP whose ini files are in no folder, in several, or that has no opcache.
    check('no cache is possible', !extension_loaded('Zend OPcache') || count(array_unique(array_map(
        dirname(...),
        explode(',', (string) php_ini_scanned_files()),
    ))) !== 1);
} else {
    $files = iterator_count(new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator(dirname($folders[0]) . '/opcache', FilesystemIterator::SKIP_DOTS),
    ));
    check('filled', $files > 20, $files);
    check('that of an older file is gone', !file_exists(dirname($old, 2)) && count($folders) === 1, $folders);
}

echo "-- a sync\n";
// The sandbox is the tree's; that of the file answers below.
$packed->startSandbox();
check('connected', $packed->init()->code === 0);
$packed->write('prices.jsonl', [['sku' => 'A', 'websiteCode' => 'base', 'regular' => 1]]);
check('synced', $packed->run(['sync', "$cli->dir/prices.jsonl", '--json'])->feed('prices')['accepted'] === 1);
$page = $packed->run(['status', "--html=$cli->dir/status.html"]);
check('page', $page->code === 0 && str_contains((string) file_get_contents("$cli->dir/status.html"), '<style>'), $page);
check('the file has all that the sandbox needs', is_file("phar://$cli->dir/built/aco.phar/sandbox/schemas/defs.json"));
?>
--EXPECT--
built: yes
nothing else is left there: yes
by a link of another name: yes
by a relative path: yes
by PHP: yes
the launcher by PHP: yes
help: yes
completion: yes
without extensions: yes
without extensions: yes
-- start cache
first call: yes
second call: yes
filled: yes
that of an older file is gone: yes
-- a sync
connected: yes
synced: yes
page: yes
the file has all that the sandbox needs: yes
