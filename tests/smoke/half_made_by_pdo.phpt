--TEST--
PDO makes objects without a constructor that sets anything, and sets properties before it calls one: an Error, or the constructor's values
--EXTENSIONS--
aco
pdo_sqlite
--FILE--
<?php
use Aco\Assets\AemEnvironment;
use Aco\Assets\Asset;
use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceSink;
use Aco\Assets\Delivery;
use Aco\Assets\MatchingRule;
use Aco\Assets\SkuMatcher;
use Aco\Client;
use Aco\Connection;
use Aco\Document;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\Experience\Event;
use Aco\Feed;
use Aco\Limits;
use Aco\Transport;

/** What PDO makes, of a class whose constructor sets nothing. */
function fetched(string $class, array $properties): object
{
    $columns = implode(', ', array_map(
        static fn (string $name, mixed $value): string => var_export($value, true) . " AS $name",
        array_keys($properties),
        $properties,
    ));

    return (new PDO('sqlite::memory:'))->query("SELECT $columns")->fetchObject($class);
}

function attempt(string $what, callable $do): void
{
    try {
        $made = $do();
        echo "$what: ", is_object($made) ? get_class($made) : json_encode($made), " TAKEN\n";
    } catch (Throwable $e) {
        echo "$what: ", get_class($e), ': ', $e->getMessage(), "\n";
    }
}

$limits = new Limits(shared: false, maxAttempts: 1, retryBudgetMs: 0);
$client = new Client(new Connection('t', 'c', 's', 'https://127.0.0.1:1'), $limits);
$delivery = new Delivery(new AemEnvironment('1', '2'));

attempt('Document', static fn () => (string) fetched(Document::class, ['id' => 'a', 'hash' => 'b']));
attempt('push of a Document', static fn () => $client->submit(Feed::Products, [
    fetched(Document::class, ['deleted' => 1]),
]));
attempt('Event', static fn () => json_encode(fetched(Event::class, ['id' => 'a'])));
attempt('submit of an Event', static fn () => (new EdgeClient(new EdgeConnection(), $limits))->submit(
    'd',
    [fetched(Event::class, ['id' => 'a'])],
));
attempt('rule', static fn () => fetched(MatchingRule::class, ['metadataField' => 'a'])->type);
attempt('CommerceSink', static fn () => new CommerceSink(
    fetched(CommerceConnection::class, ['url' => 'https://127.0.0.1:1']),
    $delivery,
));
attempt('Asset', static fn () => fetched(Asset::class, ['id' => 'x'])->assignments);
foreach ([
    [Limits::class, ['concurrency' => 64]],
    [Transport::class, ['proxy' => 'http://a.example', 'caFile' => 'b']],
    [SkuMatcher::class, ['metadataField' => 'x']],
] as [$class, $properties]) {
    $set = fetched($class, $properties);
    echo $class, ': ', json_encode(array_intersect_key((array) $set, $properties), JSON_UNESCAPED_SLASHES), "\n";
}
?>
--EXPECT--
Document: Error: Aco\Document was not made by a Mapper or fromJson()
push of a Document: Error: Aco\Document was not made by a Mapper or fromJson()
Event: Error: Aco\Experience\Event was not made by an OrderMapper or fromJson()
submit of an Event: Error: Aco\Experience\Event was not made by an OrderMapper or fromJson()
rule: Error: Typed property Aco\Assets\MatchingRule::$type must not be accessed before initialization
CommerceSink: Error: Aco\Assets\CommerceConnection was not constructed
Asset: Error: Typed property Aco\Assets\Asset::$assignments must not be accessed before initialization
Aco\Limits: {"concurrency":4}
Aco\Transport: {"caFile":null,"proxy":null}
Aco\Assets\SkuMatcher: {"metadataField":"commerce:skus"}
