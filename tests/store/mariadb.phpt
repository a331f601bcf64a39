--TEST--
PdoStore: swaps, processes together, a server that ends and comes back
--EXTENSIONS--
aco
pcntl
posix
pdo_mysql
--SKIPIF--
<?php
require __DIR__ . '/../cli/mariadb.inc';
echo MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/stores.inc';
require __DIR__ . '/../cli/mariadb.inc';
in_state_dir(__FILE__);

$server = new MariaDb();
$env = $server->database();
$store = Aco\Store\PdoStore::mysql(
    ['mysql:unix_socket=/nowhere/socket;dbname=none', $env['ACO_DSN']], $env['ACO_DB_USER'], $env['ACO_DB_PASSWORD'],
);
check_swaps($store);
check_together($store);
check_rate($store);

echo "a server that ends\n";
$server->kill();
try {
    $store->swap('a-1', null, null, 60);
} catch (Aco\Store\Unavailable $e) {
    check(get_class($e), !str_contains($e->getMessage(), $env['ACO_DB_PASSWORD']));
}
$server->start();
check('the same value', strlen($store->swap('a-1', null, null, 60)[0]) === 32768);
$server->stop();
$server->start();
check('unnoticed', strlen($store->swap('a-1', null, null, 60)[0]) === 32768);
?>
--EXPECT--
nothing is there: ok
a first value: ok
not again: ok
not instead of another: ok
not instead of nearly the same: ok
replaced: ok
read: ok
by key: ok
32 KiB: ok
time passes: ok
since 1970: ok
together: ok
the rate is theirs together: ok
and most of it is used: ok
one token: ok
no warning: ok
a server that ends
Aco\Store\Unavailable: ok
the same value: ok
unnoticed: ok
