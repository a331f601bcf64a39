--TEST--
Sources byte by byte: gzip with padding and members, pipes by number and name, blank lines without end
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (
    is_dir('/dev/fd')
    && function_exists('posix_mkfifo') ? '' : 'skip no /dev/fd or no posix_mkfifo()'
);
?>
--INI--
memory_limit=100M
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';
require ROOT . '/bench/src/Cpu.php';

use Aco\Bench\Cpu;
use Aco\Cli\Source\BadLine;
use Aco\Cli\Source\ByteReader;
use Aco\Cli\Source\ItemReader;
use Aco\Cli\Source\SourceException;

$folder = scratch();

function read(string $path): string
{
    $read = [];
    try {
        $reader = new ItemReader(ByteReader::file($path));
        while (($item = $reader->next()) !== null) {
            $read[] = $item instanceof BadLine ? "{$item->place()}: $item->reason" : "{$reader->place()} "
                . json_encode($item);
        }
    } catch (SourceException $e) {
        $read[] = $e->getMessage();
    }

    return implode(' | ', $read);
}

$one = gzencode("{\"a\":1}\n");
$two = gzencode("{\"b\":2}\n");
foreach ([
    'members' => $one . $two,
    'an empty member' => $one . gzencode('') . $two,
    'a member that ends a line' => gzencode('{"a"') . gzencode(':1}'),
    'zeros' => $one . str_repeat("\0", 100000),
    'one zero' => "$one\0",
    'members and zeros' => $one . $two . str_repeat("\0", 511),
    'garbage' => $one . 'garbage',
    'one byte' => "$one\x1f",
    'zeros, then garbage' => $one . str_repeat("\0", 40000) . 'x',
    'zeros, then a member' => $one . "\0\0" . $two,
    'half a member' => $one . substr($two, 0, 15),
    'half of the magic bytes' => $one . substr($two, 0, 3),
    'a damaged member' => $one . substr($two, 0, 14) . "\xFF\xFF\xFF\xFF",
    'lines' => "\n\n \t\r\n{\"a\":1}\n\n  {\"b\":2}  \r\n\0\n[1]\n{\"c\":3}\n\n",
    'blanks alone' => " \n\n\r\n\t",
    'nothing' => '',
    'a blank beyond a block' => str_repeat(' ', 300000) . "{\"a\":1}\n" . str_repeat("\n", 300000) . '{"b":2}',
] as $what => $bytes) {
    file_put_contents("$folder/items", $bytes);
    echo "$what: ", read("$folder/items"), "\n";
}

foreach ([
    'blanks longer than an item may be' => ['', ' ', "\n{\"a\":1}"],
    'a line too long' => ['{"a":"', 'x', "\"}\n{\"b\":2}"],
] as $what => $parts) {
    $file = fopen("$folder/items", 'wb');
    fwrite($file, $parts[0]);
    for ($i = 0; $i < 33; $i++) {
        fwrite($file, str_repeat($parts[1], 1 << 20));
    }
    fwrite($file, $parts[2]);
    fclose($file);
    echo "$what: ", read("$folder/items"), "\n";
}

// A descriptor is read from where it stands, whatever it is.
file_put_contents("$folder/items", "{\"a\":1}\n");
$reads = static fn (string $command): string => rtrim((string) shell_exec(
    'cd ' . escapeshellarg($folder) . "; exec 3>&-; $command",
));
file_put_contents("$folder/read.php", '<?php require $argv[1] . "/cli/vendor/autoload.php";
    try {
        $reader = new Aco\Cli\Source\ItemReader(Aco\Cli\Source\ByteReader::file($argv[2]));
        while (($item = $reader->next()) !== null) { echo json_encode($item); }
    } catch (Aco\Cli\Source\SourceException $e) { echo $e->getMessage(); }');
$php = escapeshellarg(PHP_BINARY) . ' read.php ' . escapeshellarg(realpath(ROOT));
foreach ([
    "cat items | $php /dev/stdin",
    "$php /dev/stdin <items",
    "cat items | { exec 7<&0; $php /dev/fd/7; }",
    "gzip -c items | { exec 7<&0; $php /proc/self/fd/7; }",
    "exec 7<items; rm items; $php /dev/fd/7",
    "$php /dev/fd/9",
] as $command) {
    echo str_replace([PHP_BINARY, realpath(ROOT)], ['PHP', 'ROOT'], $command), ': ', $reads($command), "\n";
}
posix_mkfifo("$folder/products.jsonl", 0600);
$writer = proc_open(['sh', '-c', 'cat >products.jsonl'], [['pipe', 'r']], $pipes, $folder);
fwrite($pipes[0], lines([product('PIPED')]));
fclose($pipes[0]);
$cli = (new Cli())->startSandbox();
$cli->init();
$result = $cli->run(['sync', '--json', $folder]);
echo "a named pipe in a folder: exit code $result->code ", json_encode($result->feed('products')), "\n";
proc_close($writer);

// 64 MB of blank lines in 64 KB.
foreach (['lines' => ["\n", "{\"a\":1}\n"], 'an array' => ["\n", '[{"a":1},']] as $what => [$blank, $start]) {
    $deflate = deflate_init(ZLIB_ENCODING_GZIP);
    $packed = deflate_add($deflate, $start, ZLIB_NO_FLUSH);
    for ($i = 0; $i < 64; $i++) {
        $packed .= deflate_add($deflate, str_repeat($blank, 1000000), ZLIB_NO_FLUSH);
    }
    $packed .= deflate_add($deflate, $start[0] === '[' ? '{"b":2}]' : '{"b":2}', ZLIB_FINISH);
    file_put_contents("$folder/items", $packed);
    $start = Cpu::ofThis();
    $read = read("$folder/items");
    $seconds = Cpu::ofThis() - $start;
    check("$what: $read", $seconds < 3, $seconds);
}
?>
--EXPECT--
members: items line 1 {"a":1} | items line 2 {"b":2}
an empty member: items line 1 {"a":1} | items line 2 {"b":2}
a member that ends a line: items line 1 {"a":1}
zeros: items line 1 {"a":1}
one zero: items line 1 {"a":1}
members and zeros: items line 1 {"a":1} | items line 2 {"b":2}
garbage: items line 1 {"a":1} | items: other data follows the gzip data: remove it
one byte: items line 1 {"a":1} | items: other data follows the gzip data: remove it
zeros, then garbage: items line 1 {"a":1} | items: other data follows the gzip data: remove it
zeros, then a member: items line 1 {"a":1} | items: other data follows the gzip data: remove it
half a member: items line 1 {"a":1} | items: the gzip data is incomplete
half of the magic bytes: items line 1 {"a":1} | items: the gzip data is incomplete
a damaged member: items line 1 {"a":1} | items: the gzip data is incomplete
lines: items line 4 {"a":1} | items line 6 {"b":2} | items line 8: not a JSON object | items line 9 {"c":3}
blanks alone: 
nothing: 
a blank beyond a block: items line 1 {"a":1} | items line 300002 {"b":2}
blanks longer than an item may be: items line 2 {"a":1}
a line too long: items line 1: longer than 32 MiB | items line 2 {"b":2}
cat items | 'PHP' read.php 'ROOT' /dev/stdin: {"a":1}
'PHP' read.php 'ROOT' /dev/stdin <items: {"a":1}
cat items | { exec 7<&0; 'PHP' read.php 'ROOT' /dev/fd/7; }: {"a":1}
gzip -c items | { exec 7<&0; 'PHP' read.php 'ROOT' /proc/self/fd/7; }: {"a":1}
exec 7<items; rm items; 'PHP' read.php 'ROOT' /dev/fd/7: {"a":1}
'PHP' read.php 'ROOT' /dev/fd/9: /dev/fd/9 cannot be read
a named pipe in a folder: exit code 0 {"read":1,"sent":1,"accepted":1}
lines: items line 1 {"a":1} | items line 64000002 {"b":2}: yes
an array: items item 1 {"a":1} | items item 2 {"b":2}: yes
