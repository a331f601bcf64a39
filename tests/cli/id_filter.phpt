--TEST--
The filter of ids: it never calls an id new that it has, and seldom knows too little; its memory does not grow
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

$filter = new Aco\Cli\Store\IdFilter();
$id = static fn (int $i): string => sha1("SKU-$i\0default");
$taken = 0;
for ($i = 0; $i < 300000; $i++) {
    $taken += $filter->add($id($i)) ? 0 : 1;
}
check('new ones', $taken < 30, $taken);
$new = 0;
for ($i = 0; $i < 300000; $i += 7) {
    $new += $filter->add($id($i)) ? 1 : 0;
}
check('none is new a second time', $new === 0, $new);
check('of any form', $filter->add('') && !$filter->add('') && $filter->add("\0") && $filter->add(str_repeat('x', 70)));

$before = memory_get_usage();
for ($i = 300000; !$filter->isFull(); $i++) {
    $filter->add($id($i));
}
check('full at two million', $i > 2000000 && $i < 2010000, $i);
check('memory', memory_get_usage() - $before < 65536);
?>
--EXPECT--
new ones: yes
none is new a second time: yes
of any form: yes
full at two million: yes
memory: yes
