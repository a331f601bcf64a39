--TEST--
resync: a feed or some of its items again
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
resyncing($cli);
?>
--EXPECT--
as sync: yes
unchanged: yes
dry run: yes
nothing was sent: yes
by SKU: yes
by product id: yes
not there [1] Not in the source: NOBODY.
--force: yes
--cleanup-feed: yes
three requests: yes
-- deletions survive --cleanup-feed
deleted later: yes
-- interrupted
continued: yes
-- without a source
scheduled: yes
sent by the next sync: yes
the feed: yes
