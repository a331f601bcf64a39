--TEST--
Texts of 100 MB, and what they leave behind
--EXTENSIONS--
aco
--INI--
memory_limit=-1
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip measures memory, of which a sanitizer takes its own');
}
if (
    !preg_match('~^MemAvailable:\s+(\d+)~m', (string) @file_get_contents('/proc/meminfo'), $match)
    || $match[1] < 2 * 1024 * 1024
) {
    die('skip needs 2 GB of free memory');
}
?>
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Feed;
use Aco\Mapper;

const MEGABYTES = 100;

$mapper = new Mapper(Feed::PriceBooks);
$overhead = strlen((string) $mapper->map(['websiteCode' => 'b', 'websiteName' => '']) ) - strlen('b');
foreach ([
    'plain' => ['a', 1], 'all escaped' => ["\x01", 6], 'all invalid' => ["\xff", 3], 'umlauts' => ['é', 1],
] as $name => [$character, $growth]) {
    $text = str_repeat($character, intdiv(MEGABYTES * 1024 * 1024, strlen($character)));
    $document = $mapper->map(['websiteCode' => 'b', 'websiteName' => $text]);
    var_dump(strlen((string) $document) === $overhead + $growth * strlen($text), strlen($document->hash));
    unset($document);
}
// What was needed for it is given back with the next item.
$used = static fn (): int =>
    (int) preg_match('~^VmRSS:\s+(\d+)~m', file_get_contents('/proc/self/status'), $match) * (int) $match[1];
unset($text);
gc_mem_caches();
$mapper->map(LEAST['priceBooks']);
var_dump($used() < MEGABYTES * 1024);
?>
--EXPECT--
bool(true)
int(40)
bool(true)
int(40)
bool(true)
int(40)
bool(true)
int(40)
bool(true)
