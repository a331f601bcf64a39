--TEST--
An autoloader that constructs the client whose logger it is asked for: once is enough
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\{Client, Connection, Limits};

$connection = new Connection('t', 'c', SECRET, 'http://127.0.0.1:1', transport: new Aco\Transport(proxy: ''));
$limits = new Limits(shared: false);
spl_autoload_register(static function (string $class) use (&$client, $connection, $limits): void {
    foreach (debug_backtrace() as $frame) {
        if (($frame['object'] ?? null) instanceof Client) {
            $client = $frame['object'];
            $client->__construct($connection, $limits);
            eval("final class $class { public static function log(): void { echo 'THE SECOND LOGGER'; } }");
            echo "constructed for $class\n";
            return;
        }
    }
});
attempt(static fn () => new Client($connection, $limits, ['NewClass', 'log']));
$stream = $client->open(Aco\Feed::Prices);
$stream->push(price(1));
unset($stream);
?>
--EXPECT--
constructed for NewClass
Error 0: Cannot construct Aco\Client twice
