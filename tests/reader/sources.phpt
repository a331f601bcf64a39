--TEST--
ItemReader: gzip with padding and members, blank lines without end, pipes by number, streams of PHP
--EXTENSIONS--
aco
zlib
--SKIPIF--
<?php
if (!is_dir('/dev/fd')) {
    die('skip no /dev/fd');
}
?>
--INI--
memory_limit=100M
--FILE--
<?php
require __DIR__ . '/reader.inc';

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
    echo "$what: ", implode(' | ', read(written($bytes))), "\n";
}

foreach ([
    'blanks longer than an item may be' => ['', ' ', "\n{\"a\":1}"],
    'a line too long' => ['{"a":"', 'x', "\"}\n{\"b\":2}"],
] as $what => $parts) {
    $file = fopen($path = written(''), 'wb');
    fwrite($file, $parts[0]);
    for ($i = 0; $i < 33; $i++) {
        fwrite($file, str_repeat($parts[1], 1 << 20));
    }
    fwrite($file, $parts[2]);
    fclose($file);
    echo "$what: ", implode(' | ', read($path)), "\n";
}

// A descriptor is read from where it stands, whatever it is.
$items = written("{\"a\":1}\n");
$script = written('<?php require ' . var_export(__DIR__ . '/reader.inc', true) . ';
    echo implode(" | ", read($argv[1] === "-" ? STDIN : $argv[1]));', 'read.php');
$php = php_command($script);
foreach ([
    "cat items | PHP /dev/stdin",
    "PHP /dev/stdin <items",
    "PHP - <items",
    "gzip -c items | PHP -",
    "echo 1 | PHP -",
    "cat items | { exec 7<&0; PHP /dev/fd/7; }",
    "gzip -c items | { exec 7<&0; PHP /proc/self/fd/7; }",
    "exec 7<items; PHP /dev/fd/7",
    "PHP /dev/fd/250",
] as $command) {
    echo "$command: ", shell_exec(
        'cd ' . escapeshellarg(dirname($items)) . '; exec 3>&-; ' . str_replace('PHP', $php, $command)
    ), "\n";
}

// 64 MB of blank lines in 64 KB.
foreach (['lines' => ["\n", "{\"a\":1}\n"], 'an array' => ["\n", '[{"a":1},']] as $what => [$blank, $start]) {
    $deflate = deflate_init(ZLIB_ENCODING_GZIP);
    $packed = deflate_add($deflate, $start, ZLIB_NO_FLUSH);
    for ($i = 0; $i < 64; $i++) {
        $packed .= deflate_add($deflate, str_repeat($blank, 1000000), ZLIB_NO_FLUSH);
    }
    $packed .= deflate_add($deflate, $start[0] === '[' ? '{"b":2}]' : '{"b":2}', ZLIB_FINISH);
    $path = written($packed);
    // Looking at the blanks again and again would take hours.
    $start = hrtime(true);
    $read = implode(' | ', read($path));
    $seconds = (hrtime(true) - $start) / 1e9;
    check("$what: $read", $seconds < 60, $seconds);
}
?>
--EXPECT--
members: line 1 {"a":1} | line 2 {"b":2}
an empty member: line 1 {"a":1} | line 2 {"b":2}
a member that ends a line: line 1 {"a":1}
zeros: line 1 {"a":1}
one zero: line 1 {"a":1}
members and zeros: line 1 {"a":1} | line 2 {"b":2}
garbage: line 1 {"a":1} | items: other data follows the gzip data: remove it
one byte: line 1 {"a":1} | items: other data follows the gzip data: remove it
zeros, then garbage: line 1 {"a":1} | items: other data follows the gzip data: remove it
zeros, then a member: line 1 {"a":1} | items: other data follows the gzip data: remove it
half a member: line 1 {"a":1} | items: the gzip data is incomplete
half of the magic bytes: line 1 {"a":1} | items: the gzip data is incomplete
a damaged member: line 1 {"a":1} | items: the gzip data is incomplete
lines: line 4 {"a":1} | line 6 {"b":2} | line 8: not a JSON object | line 9 {"c":3}
blanks alone: 
nothing: 
a blank beyond a block: line 1 {"a":1} | line 300002 {"b":2}
blanks longer than an item may be: line 2 {"a":1}
a line too long: line 1: longer than 32 MiB | line 2 {"b":2}
cat items | PHP /dev/stdin: line 1 {"a":1}
PHP /dev/stdin <items: line 1 {"a":1}
PHP - <items: line 1 {"a":1}
gzip -c items | PHP -: line 1 {"a":1}
echo 1 | PHP -: line 1: not a JSON object
cat items | { exec 7<&0; PHP /dev/fd/7; }: line 1 {"a":1}
gzip -c items | { exec 7<&0; PHP /proc/self/fd/7; }: line 1 {"a":1}
exec 7<items; PHP /dev/fd/7: line 1 {"a":1}
PHP /dev/fd/250: /dev/fd/250 cannot be read
lines: line 1 {"a":1} | line 64000002 {"b":2}: ok
an array: item 1 {"a":1} | item 2 {"b":2}: ok
