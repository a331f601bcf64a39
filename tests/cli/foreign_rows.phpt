--TEST--
Rows that SaaS Data Export has written: no body is made of them, and no key is lost
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';
require __DIR__ . '/foreign_rows.inc';

foreign_commands(static function (): Cli {
    $cli = (new Cli())->startSandbox();
    $cli->init();
    foreign_rows($cli);

    return $cli;
});
?>
--EXPECT--
-- resend-failed
[1] {"resumed":1,"sent":1,"deleted":1,"withoutBody":6}
6 items to retry, written by Commerce, can only be sent from a source: run sync with one that contains them.
no row of Commerce was sent as a product: yes
resend-failed: every key is there: yes
the others wait as before: yes
again: yes
status: yes
counted: yes
by store view: yes
the page: yes
the source has bodies: yes
-- sync --full
productAttributes {"read":1,"sent":2,"accepted":1,"deleted":1}
categories {"read":1,"sent":2,"accepted":1,"deleted":1,"withoutKey":1}
products {"read":1,"resumed":1,"sent":9,"accepted":1,"deleted":8,"withoutKey":1}
prices {"read":1,"sent":2,"accepted":1,"deleted":1}
[1] productAttributes: 1 of 1 items are no longer in the source.
categories: 2 of 2 items are no longer in the source.
products: 8 of 9 items are no longer in the source.
prices: 1 of 2 items are no longer in the source.
Rows that do not say what to delete were left unchanged (cde_categories_feed 2; cde_products_feed 10): sync a source that contains their items, or delete those in the service by hand and remove the rows.
--full: every key is there: yes
what cannot be told stays: yes
a path that another row proves: yes
-- deleted there
held before: yes
held after: yes
prices after: yes
-- scope:disable
--store-view=default [1] productAttributes {"resumed":1,"sent":1,"deleted":1} categories {"withoutKey":2} products {"resumed":8,"sent":8,"deleted":8,"withoutBody":1,"withoutKey":1} 
--store-view=default: every key is there: yes
--store-view=fr [1] products {"resumed":2,"sent":2,"deleted":2,"withoutBody":5,"withoutKey":1} 
--store-view=fr: every key is there: yes
--website=base [1] products {"resumed":1,"sent":1,"deleted":1,"withoutBody":6} prices {"resumed":2,"sent":2,"deleted":2} 
--website=base: every key is there: yes
-- resync, cleanup
scheduled: yes
all: yes
resync: every key is there: yes
cleanup: yes
