--TEST--
bin/aco: the launcher finds its tree and says what is missing
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
$version = $cli->run(['--version'])->out;
check('version', preg_match('/^aco \d+\.\d+\.\d+/', $version) === 1, $version);

mkdir("$cli->dir/links");
symlink(realpath(ROOT . '/bin/aco'), "$cli->dir/links/first");
symlink('links/first', "$cli->dir/second");
$cli->command = ["$cli->dir/second"];
check('through links', $cli->run(['--version'])->out === $version);
symlink(realpath(ROOT . '/bin'), "$cli->dir/bin");
$cli->command = ["$cli->dir/bin/aco"];
check('through a linked folder', $cli->run(['--version'])->out === $version);
$cli->command = ['sh', '-c', 'cd "$1" && shift && exec sh aco "$@"', 'sh', realpath(ROOT . '/bin')];
check('by its bare name', $cli->run(['--version'])->out === $version);

if (is_file(ROOT . '/modules/aco.so')) {
    file_put_contents("$cli->dir/ini/twice.ini", 'extension=' . realpath(ROOT . '/modules/aco.so') . "\n");
}
$twice = (clone $cli)->run(['--version']);
check('enabled in php.ini as well', $twice->out === $version && $twice->err === '', $twice);
@unlink("$cli->dir/ini/twice.ini");

mkdir("$cli->dir/tree/bin", 0700, true);
copy(ROOT . '/bin/aco', "$cli->dir/tree/bin/aco");
$cli->command = ['sh', "$cli->dir/tree/bin/aco"];
show($cli->run(['list']), $cli, 'without libraries');
show($cli->run(['list'], ['PHP' => '/nowhere/php']), $cli, 'without PHP');

// A PHP that loads no ini file has no extension of its own.
file_put_contents("$cli->dir/php-n", "#!/bin/sh\nexec " . PHP_BINARY . ' -n "$@"' . "\n");
chmod("$cli->dir/php-n", 0700);
mkdir("$cli->dir/tree/cli/vendor", 0700, true);
touch("$cli->dir/tree/cli/vendor/autoload.php");
copy(ROOT . '/cli/aco.php', "$cli->dir/tree/cli/aco.php");
copy(ROOT . '/cli/functions.php', "$cli->dir/tree/cli/functions.php");
mkdir("$cli->dir/tree/cli/src/Start", 0700, true);
copy(ROOT . '/cli/src/Start/StartCache.php', "$cli->dir/tree/cli/src/Start/StartCache.php");
$installed = $cli->run(['list'], ['PHP' => "$cli->dir/php-n"]);
check('without the extension, installed', $installed->code === 2 && preg_match(
    '/^aco: the PHP extension aco is not loaded: install it for PHP \S+ \(.*\), and enable it with extension=aco in '
    . 'php\.ini\.\n$/',
    $installed->err,
) === 1, $installed);
touch("$cli->dir/tree/config.m4");
show($cli->run(['list'], ['PHP' => "$cli->dir/php-n"]), $cli, 'without the extension');

mkdir("$cli->dir/tree/modules");
file_put_contents("$cli->dir/tree/modules/aco.so", 'of another PHP');
$result = $cli->run(['list'], ['PHP' => "$cli->dir/php-n"]);
$version = preg_quote(PHP_VERSION, '/');
check('with one that does not load', preg_match(
    "/^aco: .*tree\/modules\/aco\.so cannot be loaded by PHP $version \(.*\): rebuild it with this version's phpize, "
    . "or set the environment variable PHP to another PHP\.\n$/",
    $result->err,
) === 1 && $result->code === 2 && $result->out === '', $result);
?>
--EXPECT--
version: yes
through links: yes
through a linked folder: yes
by its bare name: yes
enabled in php.ini as well: yes
without libraries [2] aco: the command's libraries are missing: run composer install -d DIR/tree/cli
without PHP [2] aco: PHP was not found: install PHP 8.1 or later, or set the environment variable PHP to its path.
without the extension, installed: yes
without the extension [2] aco: the PHP extension aco is not loaded: build it (cd DIR/tree && phpize && ./configure && make) or enable an installed one with extension=aco in php.ini.
with one that does not load: yes
