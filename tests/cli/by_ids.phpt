--TEST--
resync --by-ids: several options, quoted ids with commas and blanks, compared byte by byte
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$source = $cli->write('products.jsonl', array_map(static fn (string $sku): array => product($sku), [
    'A,B', 'A', 'B', 'sp ', 'sp', 'SP', '6"', ' x',
]));
$cli->run(['sync', $source]);
foreach ([
    ['A,B'], ['"A,B"'], ['A', 'B'], ['"A,B", A', '"sp "'], ['sp'], ['sp '], ['Sp'], ['6"'], ['"6"""'], ['" x"'], ['"A'],
    ['"A"B'], ['', ','],
] as $lists) {
    $options = array_map(static fn (string $list): string => "--by-ids=$list", $lists);
    foreach ([[], [$source]] as $argument) {
        $result = $cli->run(['resync', '--feed=products', '--dry-run', '--json', ...$options, ...$argument]);
        $json = $result->json();
        $found[] = $json['scheduled'] ?? $json['feeds']['products']['read'] ?? $json['error']['message'];
    }
    echo implode(' ', $options), ': ', implode(', ', array_unique($found)), ' ', trim($result->err), "\n";
    $found = [];
}
?>
--EXPECT--
--by-ids=A,B: 2 
--by-ids="A,B": 1 
--by-ids=A --by-ids=B: 2 
--by-ids="A,B", A --by-ids="sp ": 3 
--by-ids=sp: 1 
--by-ids=sp : 1 
--by-ids=Sp: 0 
--by-ids=6": 1 
--by-ids="6""": 1 
--by-ids=" x": 1 
--by-ids="A: --by-ids: an id that starts with a quote must end with one, and quotes inside it are doubled: --by-ids='"A,B","6"""'. --by-ids: an id that starts with a quote must end with one, and quotes inside it are doubled: --by-ids='"A,B","6"""'.
--by-ids="A"B: --by-ids: an id that starts with a quote must end with one, and quotes inside it are doubled: --by-ids='"A,B","6"""'. --by-ids: an id that starts with a quote must end with one, and quotes inside it are doubled: --by-ids='"A,B","6"""'.
--by-ids= --by-ids=,: --by-ids is empty: give ids separated by commas. --by-ids is empty: give ids separated by commas.
