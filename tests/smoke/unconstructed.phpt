--TEST--
Objects made without a constructor throw in every method
--EXTENSIONS--
aco
--FILE--
<?php
/** The engine itself refuses this for final classes that make their objects themselves. */
function made(string $class): object
{
    return (new ReflectionClass("Aco\\$class"))->newInstanceWithoutConstructor();
}

/** An error handler sees an object before its constructor has run. */
function early(callable $new): object
{
    set_error_handler(static function () use (&$object): never {
        $object = debug_backtrace()[1]['object'];
        throw new Exception('stop');
    });
    try {
        $new();
    } catch (Exception) {
    }
    restore_error_handler();
    return $object;
}

$connection = new Aco\Connection('t', 'c', 's', 'https://a.example');
$noConnection = early(static fn () => new Aco\Connection('t', null, 's', 'https://a.example'));
$noLimits = early(static fn () => new Aco\Limits(1.0, 1.5));
$calls = [
    'Client' => static fn () => made('Client')->stats(),
    'Stream' => static fn () => made('Stream')->finish(),
    'Mapper' => static fn () => made('Mapper')->map([]),
    'Document' => static fn () => (string) made('Document'),
    'Connection' => static fn () => made('Connection')->tenantId,
    'Connection::$tenantId' => static fn () => $noConnection->tenantId,
    'Limits::$shared' => static fn () => made('Limits')->shared,
    'Limits::$concurrency' => static fn () => $noLimits->concurrency,
    'Submission::$status' => static fn () => made('Submission')->status,
    'Batch::$results' => static fn () => made('Batch')->results,
    'new Client with a connection' => static fn () => new Aco\Client($noConnection),
    'new Client with limits' => static fn () => new Aco\Client($connection, $noLimits),
    'new Client with limits of reflection' => static fn () => new Aco\Client($connection, made('Limits')),
];
foreach ($calls as $label => $call) {
    try {
        $call();
        echo "$label: NO EXCEPTION\n";
    } catch (ReflectionException) {
        echo "$label: refused by the engine\n";
    } catch (Throwable $e) {
        echo "$label: ", get_class($e), ': ', $e->getMessage(), "\n";
    }
}
foreach (['Batch', 'Submission', 'Stream', 'Document', 'PriceBooks'] as $class) {
    try {
        new ("Aco\\$class")();
        echo "$class: NO EXCEPTION\n";
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach ([$noConnection, $noLimits, $connection] as $object) {
    ob_start();
    var_dump($object, (array) $object);
    ob_end_clean();
    $cycle = [$object];
    $cycle[] = &$cycle;
    unset($cycle, $object);
}
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
Client: refused by the engine
Stream: refused by the engine
Mapper: refused by the engine
Document: refused by the engine
Connection: refused by the engine
Connection::$tenantId: Error: Typed property Aco\Connection::$tenantId must not be accessed before initialization
Limits::$shared: refused by the engine
Limits::$concurrency: Error: Typed property Aco\Limits::$concurrency must not be accessed before initialization
Submission::$status: refused by the engine
Batch::$results: refused by the engine
new Client with a connection: Error: Aco\Connection was not constructed
new Client with limits: Error: Aco\Limits was not constructed
new Client with limits of reflection: refused by the engine
Call to private Aco\Batch::__construct() from global scope
Call to private Aco\Submission::__construct() from global scope
Call to private Aco\Stream::__construct() from global scope
Call to private Aco\Document::__construct() from global scope
Call to private Aco\PriceBooks::__construct() from global scope
end
