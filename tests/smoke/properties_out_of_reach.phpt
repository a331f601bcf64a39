--TEST--
No class: nothing that PHP offers writes past readonly, makes an object without its constructor, or changes what C reads
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\AemEnvironment;
use Aco\Assets\Assignment;
use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\Delivery;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Connection;
use Aco\Experience\EdgeConnection;
use Aco\Experience\Event;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;
use Aco\Feed;
use Aco\ImsCredentials;
use Aco\Limits;
use Aco\Mapper;
use Aco\Scopes;
use Aco\Transport;

$connection = new Connection('t', 'c', 's', 'https://127.0.0.1:1');
$credentials = new ImsCredentials('c', 's', orgId: 'o');
$matcher = new MatcherConnection('https://a.example', 'https://b.example', $credentials);
$keys = new CommerceCredentials('a', 'b', 'c', 'd');
$delivery = new Delivery(new AemEnvironment('1', '2'));
$store = CommerceConnection::paas('https://127.0.0.1:1/', $keys);
$settings = new Settings('', 'e');
$assignment = new Assignment('sku', ['image'], 1);
$objects = [
    $connection, $credentials, $matcher, $keys, $delivery, $store, $settings, $assignment, new Transport(proxy: 'p'),
    new Limits(shared: false),
    new Scopes(['a']), new Mapper(Feed::Prices),
    (new Mapper(Feed::Prices))->map(['sku' => 'a', 'websiteCode' => 'b', 'regular' => 1]),
    new AemEnvironment('1', '2'), CommerceConnection::saas('https://127.0.0.1:1', $credentials), new EdgeConnection(),
    MatchingRule::bySku(),
    new Aco\Assets\SkuMatcher(), Aco\Assets\Asset::fromMatches('id', [$assignment]),
    new Aco\Assets\AssetChange('id', false, [], [$assignment], [], []),
    new Aco\Assets\ProductChange('sku', []), new OrderMapper($settings),
    Event::fromJson('id', 't', 'o', 'w', 'now', '{}'),
    $client = new Aco\Client($connection, new Limits(shared: false)), $client
        ->submit(Feed::Prices, []), $client
        ->open(Feed::Prices),
    new Aco\Assets\CommerceSink($store, $delivery), new Aco\Assets\OptimizerSink($connection, $delivery),
    new Aco\Assets\ExternalMatcher($matcher),
    $edge = new Aco\Experience\EdgeClient(new EdgeConnection(), new Limits(shared: false)), $edge->open('d'),
];
/** @return array<string, true> */
function tried(object $object, callable $do): string
{
    try {
        $do($object);
    } catch (Throwable) {
        return 'refused';
    }

    return get_class($object) . ' IS REACHED';
}

function name_of(object $object): ?string
{
    return array_key_first((new ReflectionObject($object))->getProperties()) === null
        ? null
        : (new ReflectionObject($object))->getProperties()[0]->getName();
}

$ways = [
    'ArrayObject' => static fn (object $o) => new ArrayObject($o),
    'ArrayIterator' => static fn (object $o) => new ArrayIterator($o),
    'exchangeArray' => static fn (object $o) => (new ArrayObject())->exchangeArray($o),
    'unserialized ArrayObject' => static fn (object $o) => (new ArrayObject())->__unserialize([0, $o, [], null]),
    'setValue' => static fn (object $o) => ($name = name_of($o)) === null
        ? throw new Error()
        : (new ReflectionProperty($o, $name))->setValue($o, 7),
    'a reference' => static function (object $o): void {
        $n = 0;
        foreach ($o as &$value) {
            $n = 1;
            $value = 7;
        }
        $n === 1 || throw new Error();
    },
    'unset' => static function (object $o): void {
        $name = name_of($o) ?? throw new Error();
        unset($o->$name);
    },
    'serialize' => static fn (object $o) => serialize($o),
    'the constructor' => static fn (object $o) => (new ReflectionClass($o))->newInstanceWithoutConstructor(),
    'a lazy ghost' => static fn (object $o) => (new ReflectionClass($o))->newLazyGhost(static fn () => null),
    'a lazy proxy' => static fn (object $o) => (new ReflectionClass($o))->newLazyProxy(static fn () => $o),
    'setRawValue' =>
        static fn (object $o) =>
            (new ReflectionProperty($o, name_of($o) ?? throw new Error()))->setRawValueWithoutLazyInitialization($o, 7),
    'a bound closure' => static fn (object $o) => Closure::bind(static fn () => $o, null, $o::class)()
        ?? throw new Error(),
];
foreach ($ways as $way => $do) {
    echo $way, ': ', implode(', ', array_unique(array_map(static fn (object $o): string => @tried($o, $do), $objects))),
        "\n";
}

echo "-- without a constructor\n";
foreach ((new ReflectionExtension('aco'))->getClasses() as $class) {
    if (!$class->isFinal() || $class->isEnum()) {
        continue;
    }
    try {
        $class->newInstanceWithoutConstructor();
        echo $class->getName(), " IS MADE\n";
    } catch (ReflectionException) {
    }
}

echo "-- by name\n";
foreach ([new Limits(concurrency: 5), new Transport(timeoutMs: 5), $assignment, $delivery] as $object) {
    foreach ((array) $object as $name => $value) {
        try {
            $object->$name = $value;
            echo "$name IS WRITTEN\n";
        } catch (Error $e) {
        }
    }
}
echo json_encode(new Limits(concurrency: 5)), "\n", json_encode($assignment), "\n";

// Some versions of PHP let it write, with the type that the property has.
echo "-- array_walk() changes what is shown at most\n";
function walk(object $object): object
{
    try {
        array_walk($object, static function (mixed &$value): void {
            $value = 7;
        });
    } catch (Error) {
    }

    return $object;
}

echo walk(new AemEnvironment('1', '2'))->deliveryHost(), ' ',
    walk(new Delivery(new AemEnvironment('1', '2')))->imageUrl('a'), "\n";
echo MatchingRule::external(walk($matcher))->type->name, ' ',
    json_encode(walk(new Settings('', 'e'))->storefrontConfig(null)), "\n";
$mapper = walk(new Mapper(Feed::Prices));
$document = walk($mapper->map(['sku' => 'a', 'websiteCode' => 'b', 'regular' => 1]));
echo $document, "\n";
$failed = (new Aco\Client(
    walk($connection),
    walk(new Limits(shared: false, maxAttempts: 1, retryBudgetMs: 0)),
))->submit(Feed::Prices, [$document]);
echo $failed->status, ' ', count($failed->failedItems), "\n";
$failed = (new Aco\Assets\OptimizerSink(
    $connection,
    $delivery,
    limits: new Limits(shared: false, maxAttempts: 1, retryBudgetMs: 0),
))
    ->apply([walk(new Aco\Assets\ProductChange('sku', [[
        'assetId' => 'a', 'video' => false, 'altTexts' => [], 'roles' => ['image'], 'position' => 1,
    ]]))]);
echo $failed->status, ' ', count($failed->failedItems), "\n";
if ($client->stats()['requests'] !== 0) {
    echo "REQUESTS\n";
}
?>
--EXPECT--
ArrayObject: refused
ArrayIterator: refused
exchangeArray: refused
unserialized ArrayObject: refused
setValue: refused
a reference: refused
unset: refused
serialize: refused
the constructor: refused
a lazy ghost: refused
a lazy proxy: refused
setRawValue: refused
a bound closure: refused
-- without a constructor
-- by name
{"requestsPerSecond":2,"productsPerMinute":1000,"pricesPerMinute":50000,"concurrency":5,"maxAttempts":4,"maxRequestBytes":8388608,"retryBudgetMs":60000,"shared":true,"hosts":1}
{"sku":"sku","roles":["image"],"position":1}
-- array_walk() changes what is shown at most
delivery-p1-e2.adobeaemcloud.com https://delivery-p1-e2.adobeaemcloud.com/adobe/assets/a
ExternalMatcher {"organizationId":"","datastreamId":"","webSdkName":"","enabled":false,"defaultConsent":"pending"}
{"sku":"a","priceBookId":"b","regular":1}
2 1
2 1
