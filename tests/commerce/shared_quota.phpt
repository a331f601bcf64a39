--TEST--
The module shares rates among servers through the database of Commerce or Redis, where that is chosen
--EXTENSIONS--
aco
pdo_mysql
--SKIPIF--
<?php
require __DIR__ . '/../cli/mariadb.inc';
echo MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/shared_quota.inc';

$server = new MariaDb();
['ACO_DSN' => $dsn, 'ACO_DB_USER' => $user, 'ACO_DB_PASSWORD' => $password] = $server->database();
preg_match('/unix_socket=([^;]+)/', $dsn, $socket);
$connection = ['host' => $socket[1], 'dbname' => 'commerce', 'username' => $user, 'password' => $password];
$inDatabase = ['shared_store' => 'database', 'shared_hosts' => '3'];

echo "-- this server alone\n";
var_dump(shared([], $connection));

echo "-- the database of Commerce\n";
$options = shared($inDatabase, $connection, 'm2_');
echo get_class($options['shared']), ' ', $options['hosts'], "\n";
[$value, $clock] = $options['shared']->swap('rates', null, 'first', 60);
echo $value, ' ', abs($clock / 1e6 - time()) < 5 ? 'by its clock' : 'by another clock', "\n";
echo shared($inDatabase, $connection, 'm2_')['shared']->swap('rates', 'other', 'second', 60)[0], "\n";
echo implode(',', $server->root()->query('SHOW TABLES FROM commerce')->fetchAll(PDO::FETCH_COLUMN)), "\n";
new Aco\Limits(2.0, ...$options);

echo "-- hosts as Commerce takes them\n";
foreach (['db', 'db:3307', '10.0.0.5:3306', '/run/mysqld.sock'] as $host) {
    echo dsn($host), "\n";
}

echo "-- Redis\n";
echo get_class(shared(['shared_store' => 'redis', 'shared_address' => 'redis://127.0.0.1'], [])['shared']), "\n";
try {
    shared(['shared_store' => 'redis', 'shared_address' => '127.0.0.1'], []);
} catch (InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECT--
-- this server alone
array(0) {
}
-- the database of Commerce
Aco\Store\PdoStore 3
first by its clock
first
m2_aco_shared
-- hosts as Commerce takes them
mysql:host=db;dbname=shop
mysql:host=db;port=3307;dbname=shop
mysql:host=10.0.0.5;port=3306;dbname=shop
mysql:unix_socket=/run/mysqld.sock;dbname=shop
-- Redis
Aco\Store\RedisStore
a Redis address is redis://[user@]host[:port][/database], rediss://… or redis+sentinel://host:port[,host:port…]/master[/database], without a password
