--TEST--
sync: one file, gzip, standard input
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();

$cli->write('products.jsonl', products(3));
echo 'by its name: ', json_encode($cli->run(['sync', 'products.jsonl', '--json'])->feed('products')), "\n";
$cli->write('delta-17.txt', [product('X')]);
echo 'by --feed: ', json_encode($cli->run(['sync', '--feed', 'products', 'delta-17.txt', '--json'])->feed('products')),
    "\n";
echo 'standard input: ',
    json_encode($cli->run(['aco:sync', '--feed=products', '-', '--json'], [], lines([product('Y')]))->feed('products')),
    "\n";
echo 'nothing: ', json_encode($cli->run(['sync', '--feed=products', '-', '--json'])->feed('products')), "\n";

mkdir("$cli->dir/packed");
$packed = gzencode(lines(products(700, 'Packed')));
file_put_contents("$cli->dir/packed/products.jsonl.gz", $packed);
echo 'gzip: ', json_encode($cli->run(['sync', 'packed', '--json'])->feed('products')), "\n";
file_put_contents(
    "$cli->dir/packed/products.jsonl.gz",
    gzencode(lines([product('M1')])) . gzencode(lines([product('M2')])),
);
echo 'two members: ', json_encode($cli->run(['sync', 'packed/products.jsonl.gz', '--json'])->feed('products')), "\n";
echo 'gzip from standard input: ', json_encode(
    $cli->run(['sync', '--feed=products', '-', '--json'], [], gzencode(lines([product('Z')])))->feed('products')
), "\n";

$new = gzencode(lines(products(700, 'New')));
foreach ([
    'cut' => substr($new, 0, -20),
    'damaged' => substr_replace($new, str_repeat("\xFF", 40), intdiv(strlen($new), 2), 40),
] as $label => $bytes) {
    file_put_contents("$cli->dir/packed/products.jsonl.gz", $bytes);
    $result = $cli->run(['sync', 'packed']);
    echo "$label: exit code {$result->code}",
        preg_match('/^  .*gzip.*$/m', $result->out, $match) === 1 ? $match[0] : '', "\n";
}
$names = array_column($cli->held('products'), 'name');
check('what came before was sent', count(preg_grep('/^New/', $names)) > 100, count(preg_grep('/^New/', $names)));

if (function_exists('posix_mkfifo')) {
    posix_mkfifo("$cli->dir/pipe", 0600);
    $writer = proc_open(['sh', '-c', 'exec cat products.jsonl > pipe'], [], $pipes, $cli->dir);
    $result = $cli->run(['sync', '--feed=products', 'pipe', '--json']);
    proc_close($writer);
    check('named pipe', $result->feed('products')['read'] === 3, $result);
}
?>
--EXPECT--
by its name: {"read":3,"sent":3,"accepted":3}
by --feed: {"read":1,"sent":1,"accepted":1}
standard input: {"read":1,"sent":1,"accepted":1}
nothing: []
gzip: {"read":700,"sent":700,"accepted":700}
two members: {"read":2,"sent":2,"accepted":2}
gzip from standard input: {"read":1,"sent":1,"accepted":1}
cut: exit code 1  products.jsonl.gz: the gzip data is incomplete: the items before that were processed
damaged: exit code 1  products.jsonl.gz: the gzip data is damaged: the items before that were processed
what came before was sent: yes
named pipe: yes
