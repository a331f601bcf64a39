--TEST--
cleanup: rows of deletions that were delivered a week ago
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
cleaning_up($cli);
?>
--EXPECT--
older than 7 days: yes
the others stay: yes
--days: yes
