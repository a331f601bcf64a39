--TEST--
RedisStore over TLS with an account that may do no more than documented: Predis
--EXTENSIONS--
aco
openssl
--SKIPIF--
<?php
require __DIR__ . '/redis.inc';
@include_once 'Predis/autoload.php';
echo RedisServer::skipReason() ?: RedisServer::encryptsNot()
    ?: (class_exists(Predis\Client::class) ? '' : 'skip Predis is missing (Debian: php-predis)');
?>
--FILE--
<?php
require __DIR__ . '/stores.inc';
require __DIR__ . '/redis.inc';
require 'Predis/autoload.php';

use Aco\Store\RedisStore;

$server = new RedisServer(encrypts: true);
$predis = static fn (string $password): RedisStore => new RedisStore(static fn (): object => new Predis\Client([
    'scheme' => 'tls', 'host' => '127.0.0.1', 'port' => $server->port, 'timeout' => 2.0, 'read_write_timeout' => 2.0,
    'username' => RedisServer::USER, 'password' => $password, 'ssl' => ['cafile' => $server->certificate],
]), 'aco:predis-');
check_swaps($predis(RedisServer::PASSWORD));
refused('a wrong password', fn () => $predis('wrong')->swap('a', null, null, 60));
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
a wrong password: ok
