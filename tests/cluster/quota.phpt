--TEST--
Three hosts with clocks five minutes apart share one rate, a pause and a token through Redis with Sentinel
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/short.inc';
echo cluster_skip_reason('redis');
?>
--FILE--
<?php
require __DIR__ . '/short.inc';
cluster('quota', '--store=redis', '--seconds=15', '--pause=3');
?>
--EXPECT--
most in any second: at most 10
answers 429: at most 1
tokens: at most 1
seconds that all were quiet: at least 3
