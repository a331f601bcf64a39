--TEST--
bench: the command line of every benchmark: values of the type of their default, and one sentence for what is wrong
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../cli/vendor/autoload.php') || !is_file(__DIR__ . '/../../bench/autoload.php')) {
    die('skip composer install -d cli, in a checkout');
}
?>
--FILE--
<?php
$defaults = ['items' => null, 'rounds' => 7, 'share' => 0.5, 'kind' => 'a', 'json' => false];
$code = 'require ' . var_export(__DIR__ . '/../../bench/autoload.php', true) . '; echo json_encode('
    . 'Aco\Bench\Options::read("USAGE\n", json_decode($argv[1], true), array_slice($argv, 2)));';
$module = realpath(__DIR__ . '/../../modules/aco.so');
$php = escapeshellarg((string) getenv('TEST_PHP_EXECUTABLE'))
    . (getenv('TEST_PHP_EXTRA_ARGS') ?: ' -d extension=' . escapeshellarg((string) $module));
foreach ([
    '', '--rounds=3 --items x --kind b --json', '--share 0.25', '--rounds 0', '--share=-1', '--nope', 'word', '--items',
    '--json=1', '--rounds 3 --help',
] as $line) {
    $output = [];
    $arguments = escapeshellarg(json_encode($defaults)) . " $line";
    exec("$php -r " . escapeshellarg($code) . " -- $arguments 2>&1", $output, $exit);
    echo "[$line] $exit $output[0]\n";
}
?>
--EXPECT--
[] 0 {"items":null,"rounds":7,"share":0.5,"kind":"a","json":false}
[--rounds=3 --items x --kind b --json] 0 {"items":"x","rounds":3,"share":0.5,"kind":"b","json":true}
[--share 0.25] 0 {"items":null,"rounds":7,"share":0.25,"kind":"a","json":false}
[--rounds 0] 2 --rounds needs a number from 1
[--share=-1] 2 --share needs a number from 0
[--nope] 2 The "--nope" option does not exist.
[word] 2 No arguments expected, got "word".
[--items] 2 The "--items" option requires a value.
[--json=1] 2 The "--json" option does not accept a value.
[--rounds 3 --help] 0 USAGE
