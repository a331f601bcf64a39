--TEST--
Every bound in docs/security.md has the value that the source gives it
--SKIPIF--
<?php
if (!is_dir(__DIR__ . '/../../cli/src')) {
    die('skip this is no checkout');
}
?>
--FILE--
<?php
require __DIR__ . '/markdown.inc';

$count = 0;
foreach ((new Page('docs/security.md'))->rows('Bounds') as [$what, $most, $where]) {
    if (preg_match('/^`(\w+)` in `([\w\/.]+)`/', $where, $match) !== 1) {
        echo "$what: it is not said where\n";
        continue;
    }
    [, $name, $file] = $match;
    $source = (string) @file_get_contents(DOCS_ROOT . "/$file");
    // The first C's way, the second PHP's; both may be small sums.
    $pattern = '/^#\s*define ' . $name . ' "?([\d\s()*+<-]+)"?$|\bconst ' . $name . ' = ([\d\s_*]+);/m';
    if (preg_match($pattern, $source, $match) !== 1) {
        echo "$what: $file has no $name\n";
        continue;
    }
    $value = eval('return ' . str_replace('_', '', $match[2] ?? $match[1]) . ';');
    (int) $most === $value || print("$what: $name is $value\n");
    $count++;
}
echo $count >= 25 ? 'compared' : "only $count bounds", "\n";
?>
--EXPECT--
compared
