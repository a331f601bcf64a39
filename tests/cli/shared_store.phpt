--TEST--
ACO_SHARED_STORE: what it may be, what is missing, and no password in it
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\CommandFailure;
use Aco\Cli\Config\{ConnectionFactory, SharedQuota};

function tell(string $place, ?string $hosts = '3'): void
{
    putenv("ACO_SHARED_STORE=$place");
    putenv('ACO_SHARED_HOSTS' . ($hosts === null ? '' : "=$hosts"));
    putenv('ACO_SHARED_STORE_PASSWORD=pass-word');
    try {
        $limits = ConnectionFactory::limits(['limits/requests_per_second' => '5']);
        $shared = $limits->shared;
        echo is_object($shared) ? get_class($shared) : json_encode($shared), " $limits->hosts\n";
    } catch (CommandFailure $e) {
        echo $e->getMessage(), "\n";
    }
}

tell('', null);
tell('mysql:host=127.0.0.1;dbname=shop');
tell('mysql:host=127.0.0.1;dbname=shop mysql:host=127.0.0.2;dbname=shop', '1000');
if (extension_loaded('redis')) {
    $places = [
        'redis://10.0.0.1', 'redis://aco@10.0.0.1:6380/2', 'rediss://10.0.0.1/1', 'redis+sentinel://a,b:1,c/main/3',
    ];
    foreach ($places as $place) {
        ob_start();
        tell($place);
        echo ob_get_clean() === "Aco\\Store\\RedisStore 3\n" ? '' : "$place\n";
    }
    $unusable = ['redis://', 'redis://a/b', 'redis+sentinel://a', 'redis://h:99999', 'redis://h?auth=x', 'redis://a,b'];
    foreach ($unusable as $place) {
        ob_start();
        tell($place);
        echo str_starts_with((string) ob_get_clean(), 'ACO_SHARED_STORE: a Redis address ') ? '' : "$place\n";
    }
}
tell('mysql:host=127.0.0.1;password=pass-word;dbname=shop');
tell('redis://aco:pass-word@10.0.0.1');
tell('mysql:host=127.0.0.1;passwd=pass-word;dbname=shop');
tell('mysql:host=a;dbname=b mysql:host=c;dbname=d;Password=pass-word');
tell('redis://:pass/word@10.0.0.1');
tell('mysql:');
tell('mysql:dbname=shop');
tell('mysql:host=a;dbname=b junk');
tell('/tmp/store');
tell('mysql:host=127.0.0.1;dbname=shop', null);
tell('mysql:host=127.0.0.1;dbname=shop', '0');

putenv('ACO_SHARED_STORE');
putenv('ACO_SHARED_HOSTS');
$stored = ['shared_store' => 'mysql:host=127.0.0.1;dbname=shop', 'shared_store_user' => 'aco', 'shared_hosts' => '4'];
$limits = ConnectionFactory::limits($stored);
echo 'stored: ', get_class($limits->shared), " $limits->hosts\n";
putenv('ACO_SHARED_HOSTS=5');
echo 'the environment wins: ', ConnectionFactory::limits($stored)->hosts, "\n";
?>
--EXPECT--
true 1
Aco\Store\PdoStore 3
Aco\Store\PdoStore 1000
ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and ACO_SHARED_STORE_PASSWORD.
ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and ACO_SHARED_STORE_PASSWORD.
ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and ACO_SHARED_STORE_PASSWORD.
ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and ACO_SHARED_STORE_PASSWORD.
ACO_SHARED_STORE must not contain a user or password: set ACO_SHARED_STORE_USER and ACO_SHARED_STORE_PASSWORD.
The DSN must name the database: "mysql:host=…;dbname=…".
ACO_SHARED_STORE must name the host of the database, or its unix_socket.
ACO_SHARED_STORE must be "mysql:host=…;dbname=…", redis://…, rediss://… or redis+sentinel://…; several databases have a space between them, and each begins with mysql:.
ACO_SHARED_STORE must be "mysql:host=…;dbname=…", redis://…, rediss://… or redis+sentinel://….
ACO_SHARED_HOSTS must say how many hosts share the store, from 1 to 1000: while it cannot be used, each keeps to its share of the rates.
ACO_SHARED_HOSTS must say how many hosts share the store, from 1 to 1000: while it cannot be used, each keeps to its share of the rates.
stored: Aco\Store\PdoStore 4
the environment wins: 5
