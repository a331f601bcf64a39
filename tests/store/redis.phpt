--TEST--
RedisStore: swaps, processes together, a server that ends and comes back
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
require __DIR__ . '/redis.inc';
echo RedisServer::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/stores.inc';
require __DIR__ . '/redis.inc';
in_state_dir(__FILE__);

$server = new RedisServer();
$store = new Aco\Store\RedisStore($server->connect(...));
check_swaps($store);
check_together($store);
check_rate($store);
$ttl = $server->connect()->ttl('aco:a-1');
check('it expires', $ttl > 0 && $ttl <= 60, $ttl);

echo "a server that ends\n";
$server->stop();
try {
    $store->swap('a-1', null, null, 60);
} catch (Aco\Store\Unavailable $e) {
    echo get_class($e), "\n";
}
$server->start();
check('another', $store->swap('a-1', null, 'x', 60)[0] === 'x');
$server->stop();
$server->start();
check('a third, unnoticed', $store->swap('a-1', null, 'x', 60)[0] === 'x');
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
it expires: ok
a server that ends
Aco\Store\Unavailable
another: ok
a third, unnoticed: ok
