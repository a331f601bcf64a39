--TEST--
sync: a progress bar on a terminal only
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
exec('script -qec true /dev/null 2>&1', $printed, $code);
echo skip_reason() ?: ($code === 0 ? '' : 'skip script(1) is missing or finds no pseudo-terminal');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$path = $cli->write('products.jsonl', products(300));
foreach (['' => true, '--no-progress' => false, '--json' => false, '-q' => false] as $option => $expected) {
    file_put_contents($path, lines(products(300, "Product $option")));
    $terminal = clone $cli;
    $terminal->command = ['script', '-qec', ROOT . "/bin/aco sync $path $option", '/dev/null'];
    $result = $terminal->run([]);
    check("with '$option'", $result->code === 0 && str_contains($result->out, '300 read') === $expected, $result);
}
$result = $cli->run(['sync', $path]);
check('without a terminal', $result->err === '', $result->err);
?>
--EXPECT--
with '': yes
with '--no-progress': yes
with '--json': yes
with '-q': yes
without a terminal: yes
