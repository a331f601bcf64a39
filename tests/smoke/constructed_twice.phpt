--TEST--
A second __construct() is refused and changes nothing
--EXTENSIONS--
aco
--FILE--
<?php
function refused(callable $call): void
{
    try {
        $call();
        echo "NO EXCEPTION\n";
    } catch (Error $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

$connection = new Aco\Connection('t', 'c', 's', 'https://a.example');
refused(static fn () => $connection->__construct('t2', 'c2', 's2', 'https://b.example'));
echo $connection->tenantId, ' ', $connection->ingestionUrl, "\n";
$limits = new Aco\Limits(5.0);
refused(static fn () => $limits->__construct(6.0));
var_dump($limits->requestsPerSecond);
$client = new Aco\Client($connection, $limits);
refused(static fn () => $client->__construct($connection, $limits));
var_dump($client->submit(Aco\Feed::Prices, [])->status);
$mapper = new Aco\Mapper(Aco\Feed::Prices);
refused(static fn () => $mapper->__construct(Aco\Feed::Products));
var_dump($mapper->feed);
$scopes = new Aco\Scopes(['a']);
refused(static fn () => $scopes->__construct(['b']));
echo implode($scopes->disabledWebsites), "\n";
$edge = new Aco\Experience\EdgeConnection(url: 'https://a.example');
$delivery = new Aco\Assets\Delivery(new Aco\Assets\AemEnvironment('p1', 'e1'));
$commerce = Aco\Assets\CommerceConnection::paas(
    'https://a.example',
    new Aco\Assets\CommerceCredentials('k', 's', 't', 'u'),
);
foreach ([[Aco\Experience\EdgeClient::class, [$edge]], [Aco\Assets\CommerceSink::class, [$commerce, $delivery]],
        [Aco\Assets\OptimizerSink::class, [$connection, $delivery]]] as [$class, $arguments]) {
    $object = new $class(...$arguments);
    refused(static fn () => $object->__construct(...$arguments));
    var_dump($object->stats()['requests']);
}

// An error handler sees the object before it is constructed.
set_error_handler(static function () use (&$early): bool {
    $early = debug_backtrace()[1]['object'];
    $early->__construct('early', 'c', 's', 'https://a.example');
    return true;
});
refused(static fn () => new Aco\Connection('late', null, 's', 'https://b.example'));
echo $early->tenantId, ' ', $early->ingestionUrl, "\n";
?>
--EXPECT--
Error: Cannot construct Aco\Connection twice
t https://a.example
Error: Cannot construct Aco\Limits twice
float(5)
Error: Cannot construct Aco\Client twice
int(200)
Error: Cannot construct Aco\Mapper twice
enum(Aco\Feed::Prices)
Error: Cannot construct Aco\Scopes twice
a
Error: Cannot construct Aco\Experience\EdgeClient twice
int(0)
Error: Cannot construct Aco\Assets\CommerceSink twice
int(0)
Error: Cannot construct Aco\Assets\OptimizerSink twice
int(0)
Error: Cannot construct Aco\Connection twice
early https://a.example
