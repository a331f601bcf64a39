--TEST--
bin/aco: what PHP compiles is kept between calls, in a folder of this user only
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
$reason = skip_reason();
echo $reason ?: (extension_loaded('Zend OPcache') ? '' : 'skip opcache is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

/** Files below a folder. */
function count_files(string $folder): int
{
    return is_dir($folder) ? iterator_count(new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS),
    )) : 0;
}

$cli = new Cli();
$cli->command = ['env', '-u', 'PHP_INI_SCAN_DIR', ...$cli->command];
$cache = "$cli->dir/cache";
$folder = "$cache/" . basename(PHP_BINARY);
$env = ['ACO_CACHE_DIR' => $cache];

$plain = $cli->run(['--version'], ['ACO_CACHE_DIR' => '']);
check('switched off', $plain->code === 0 && !file_exists($cache), $plain);

$first = $cli->run(['--version'], $env);
if (!is_file("$folder/ready")) {
    // A PHP whose ini files are in no folder, or in several.
    check('no cache is possible', $first->out === $plain->out, $first);
    exit;
}
check('first call', $first == $plain && count_files("$folder/opcache") === 0, $first);
check('of this user only', (fileperms($folder) & 0077) === 0);
$second = $cli->run(['--version'], $env);
check('second call', $second == $plain && count_files("$folder/opcache") > 20, count_files("$folder/opcache"));
check('needed extensions', $cli->run(['config:show'], $env) == $cli->run(['config:show'], ['ACO_CACHE_DIR' => '']));
check('fewer ini files', count(glob("$folder/ini/*")) <= 1 + count(explode(',', php_ini_scanned_files())));

// PHP was replaced by another one of the same name.
file_put_contents("$folder/ini/00-aco-start.ini", "aco_start_key = \"8.0.0 /elsewhere\"\n");
$changed = $cli->run(['--version'], $env);
check('another PHP', function_exists('pcntl_exec') ? $changed == $plain : $changed->code === 2, $changed);
$cli->run(['--version'], $env);
check('made anew', !str_contains(file_get_contents("$folder/ini/00-aco-start.ini"), 'elsewhere'));

// The folder of the ini files has changed since.
file_put_contents("$folder/ini/left.ini", '');
touch("$folder/ready", 1000);
check('ini files changed', $cli->run(['--version'], $env) == $plain && !file_exists("$folder/ini/left.ini"));

// Others may have put something there.
chmod($cache, 0777);
unlink("$folder/ready");
check('writable by others', $cli->run(['--version'], $env) == $plain && !file_exists("$folder/ready"));
chmod($cache, 0700);

file_put_contents($file = "$cli->dir/file", '');
check('no folder', $cli->run(['--version'], ['ACO_CACHE_DIR' => $file]) == $plain);
?>
--EXPECT--
switched off: yes
first call: yes
of this user only: yes
second call: yes
needed extensions: yes
fewer ini files: yes
another PHP: yes
made anew: yes
ini files changed: yes
writable by others: yes
no folder: yes
