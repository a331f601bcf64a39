--TEST--
A stream destroyed while an exception is on its way: a logger that throws and catches leaves that exception as it was
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\{Client, Connection, Feed, Limits, Stream};

final class Typed
{
    public int $number = 0;
}

$client = new Client(new Connection('t', 'c', SECRET, 'http://127.0.0.1:1', transport: new Aco\Transport(
    proxy: '',
)), new Limits(shared: false), static function (): void {
    try {
        throw new LogicException('in the logger');
    } catch (LogicException) {
        echo "logged\n";
    }
});

function pushed(Client $client): Stream
{
    $stream = $client->open(Feed::Prices);
    $stream->push(price(1));

    return $stream;
}

function run(Client $client): void
{
    $typed = new Typed();
    try {
        $typed->number = pushed($client);
    } catch (TypeError $e) {
        echo 'an assignment: ', get_class($e), "\n";
    }
    try {
        strlen(pushed($client));
    } catch (TypeError $e) {
        echo 'an argument: ', get_class($e), "\n";
    }
    try {
        foreach ([1] as $one) {
            (static function () use ($client): void {
                $stream = pushed($client);
                throw new DomainException('thrown');
            })();
        }
    } catch (DomainException $e) {
        echo 'a function: ', $e->getMessage(), "\n";
    }
    echo "the end\n";
}

run($client);
?>
--EXPECT--
logged
an assignment: TypeError
logged
an argument: TypeError
logged
a function: thrown
the end
