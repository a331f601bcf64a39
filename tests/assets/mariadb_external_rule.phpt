--TEST--
assets:sync with the rule externalMatcher on MariaDB, killed while it asks and while it writes
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/external_rule_kills.inc';
require __DIR__ . '/../cli/mariadb.inc';

$server = new MariaDb();
$cli = (new Cli())->startSandbox()->useDatabase($server->database('matched'));
kill_matching($cli, 'commerce', 3);
echo '-- products: ';
answer($cli, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => [
    ['asset_id' => 'urn:new', 'asset_roles' => ['image']],
]]);
echo summary(sync($cli, "{\"sku\":\"P1\"}\n", command: 'assets:products'));
echo '-- down: ';
$cli->fault(['match' => ['path' => '/asset-to-product$'], 'fault' => ['type' => 'status', 'status' => 503]]);
echo summary(sync($cli, event('new', 3)));
show_status($cli, 'failed');
?>
--EXPECT--
commerce: ended well: yes
    shows what the matcher says: yes
    nothing is open: yes
    nothing new: yes
    nothing asked: yes
-- products: 0 {"read":1,"applied":1} {"answered":1} {"delivered":1}
-- down: 3 {"read":1,"applied":1} {"failed":1} {}
  urn:new Failed: the external matcher answers HTTP 503
