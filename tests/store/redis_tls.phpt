--TEST--
RedisStore over TLS with an account that may do no more than documented: phpredis
--EXTENSIONS--
aco
openssl
--SKIPIF--
<?php
require __DIR__ . '/redis.inc';
echo RedisServer::skipReason() ?: RedisServer::encryptsNot();
?>
--FILE--
<?php
require __DIR__ . '/stores.inc';
require __DIR__ . '/redis.inc';

use Aco\Store\RedisAddress;
use Aco\Store\RedisStore;

$server = new RedisServer(encrypts: true);
$address = RedisAddress::parse('rediss://' . RedisServer::USER . "@127.0.0.1:$server->port");

$store = $address->store(RedisServer::PASSWORD);
refused('a certificate that nobody vouches for', fn () => @$store->swap('a', null, null, 60));
putenv("SSL_CERT_FILE=$server->certificate");
check_swaps($address->store(RedisServer::PASSWORD));
refused('a wrong password', fn () => @$address->store('wrong')->swap('a', null, null, 60));
refused('keys of others', fn () => (new RedisStore(static function () use ($server): Redis {
    $redis = new Redis();
    $redis->connect('tls://127.0.0.1', $server->port, 2.0, null, 0, 2.0);
    $redis->auth([RedisServer::USER, RedisServer::PASSWORD]);

    return $redis;
}, 'other:'))->swap('a', null, null, 60));
?>
--EXPECT--
a certificate that nobody vouches for: ok
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
a wrong password: ok
keys of others: ok
