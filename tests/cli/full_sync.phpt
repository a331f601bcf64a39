--TEST--
sync --full: deletes what the source no longer holds, and nothing when it is not sure
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
full_sync($cli);
?>
--EXPECT--
first: yes
-- renamed SKU, off a store view, off a website, changed path
without --full nothing is deleted: yes
exit code: yes
products deleted: yes
prices deleted: yes
categories deleted: yes
products: yes
prices: yes
categories: yes
table: yes
again: nothing: yes
-- more than --max-delete
refused [1] No products were deleted: 7 of 19 items are no longer in the source, which is more than --max-delete=20 %. Correct the source, or delete them with --force.
none deleted: yes
still: yes
--max-delete=37: yes
empty file: yes
--force: yes
-- partial input
filled: yes
bad line: yes
cut off: yes
item without identity: yes
gzip cut off: yes
array cut off: yes
it says so [1] Correct the lines that cannot be read and run sync again; only the output above names them. No products were deleted: the source could not be read completely. Correct the source and run the same command again.
file missing: yes
array: yes
