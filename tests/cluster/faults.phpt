--TEST--
Nodes of a cluster are killed and frozen in the middle of syncs: another one goes on, and nothing is lost
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/short.inc';
echo cluster_skip_reason('database');
?>
--FILE--
<?php
require __DIR__ . '/short.inc';
$common = ['--tenants=4', '--count=4', '--items=300', '--limit=150'];
echo "killed\n";
cluster('faults', '--kind=kill', ...$common);
echo "frozen\n";
cluster('faults', '--kind=freeze', '--length=24', ...$common);
?>
--EXPECT--
killed
faults: at least 4
items that the service lacks: at most 0
items that it has too many: at most 0
items of another version: at most 0
rows that are not delivered: at most 0
items twice, the most of a fault: at most 200
items twice without a fault: at most 0
older after newer, on the way: at most 0
frozen
faults: at least 4
items that the service lacks: at most 0
items that it has too many: at most 0
items of another version: at most 0
rows that are not delivered: at most 0
items twice, the most of a fault: at most 400
items twice without a fault: at most 0
older after newer, on the way: at most 0
