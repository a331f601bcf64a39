--TEST--
docs/messages.md has every message of the sources, as scripts/messages writes it, and a missing one is noticed
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../scripts/messages')) {
    die('skip this is no checkout');
}
?>
--FILE--
<?php
$script = escapeshellarg((string) getenv('TEST_PHP_EXECUTABLE')) . ' '
    . escapeshellarg(realpath(__DIR__ . '/../../scripts/messages'));
passthru("$script --check 2>&1", $code);
echo "exit code $code\n";

// What a reader searches for is there, with its cure.
$page = file_get_contents(__DIR__ . '/../../docs/messages.md');
foreach ([
    'contains no feed file' => 'give a folder',
    'The DSN must name the database' => 'the form of `--dsn`',
    'is not loaded: build it' => 'install.md',
    'must use https' => 'out of its range',
] as $words => $cure) {
    $lines = array_filter(
        explode("\n", $page),
        static fn (string $line): bool => str_contains($line, $words) && str_contains($line, $cure),
    );
    echo "$words: ", $lines === [] ? 'no' : 'yes', "\n";
}
echo substr_count($page, "\n| `") > 300 ? 'many' : 'few', "\n";
?>
--EXPECT--
exit code 0
contains no feed file: yes
The DSN must name the database: yes
is not loaded: build it: yes
must use https: yes
many
