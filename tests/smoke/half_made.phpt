--TEST--
Objects whose constructor did not run to its end get an Error wherever they are taken
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\AemEnvironment;
use Aco\Assets\AssetChange;
use Aco\Assets\Assignment;
use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\CommerceSink;
use Aco\Assets\Delivery;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Assets\OptimizerSink;
use Aco\Assets\ProductChange;
use Aco\Assets\SkuMatcher;
use Aco\Client;
use Aco\Connection;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\Experience\OrderMapper;
use Aco\Experience\Settings;
use Aco\Feed;
use Aco\ImsCredentials;
use Aco\Limits;
use Aco\Mapper;
use Aco\Scopes;
use Aco\Transport;

/** The object that a constructor was called on, which fails. */
function half(callable $make): object
{
    $object = null;
    set_error_handler(static function () use (&$object): bool {
        foreach (debug_backtrace() as $frame) {
            if (($frame['function'] ?? '') === '__construct') {
                $object = $frame['object'];
            }
        }
        throw new Exception('enough');
    });
    try {
        $make();
    } catch (Throwable) {
    }
    restore_error_handler();

    return $object ?? throw new LogicException('no object');
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

$connection = new Connection('t', 'c', 's', 'https://127.0.0.1:1');
$limits = new Limits(shared: false, maxAttempts: 1, retryBudgetMs: 0);
$client = new Client($connection, $limits);
$delivery = new Delivery(new AemEnvironment('1', '2'));
$keys = new CommerceCredentials('a', 'b', 'c', 'd');
$store = CommerceConnection::paas('https://127.0.0.1:1/', $keys);
$commerce = new CommerceSink($store, $delivery, $limits, null, false);
$optimizer = new OptimizerSink($connection, $delivery, limits: $limits);

echo "-- caught in an error handler\n";
$half = half(static fn () => new Connection(null, 'c', 's', 'https://127.0.0.1:1'));
attempt('Client', static fn () => new Client($half));
attempt('OptimizerSink', static fn () => new OptimizerSink($half, $delivery));
$half = half(static fn () => new Limits(concurrency: 1.5));
attempt('Client, limits', static fn () => new Client($connection, $half));
attempt('ExternalMatcher, limits', static fn () => new ExternalMatcher(
    new MatcherConnection('https://a.example', 'https://b.example', new ImsCredentials('c', 's', orgId: 'o')), $half));
$half = half(static fn () => new Transport(timeoutMs: 1.5));
attempt(
    'Connection, transport',
    static fn () => new Connection('t', 'c', 's', 'https://127.0.0.1:1', transport: $half),
);
attempt('EdgeConnection, transport', static fn () => new EdgeConnection(transport: $half));
attempt('paas(), transport', static fn () => CommerceConnection::paas('https://127.0.0.1:1/', $keys, transport: $half));
attempt('discover(), transport', static fn () => Connection::discover('o', 't', 'c', 's', transport: $half));
$half = half(static fn () => new ImsCredentials(null, 's'));
attempt('EdgeConnection', static fn () => new EdgeConnection($half));
attempt('saas()', static fn () => CommerceConnection::saas('https://127.0.0.1:1/', $half));
attempt('MatcherConnection', static fn () => new MatcherConnection('https://a.example', 'https://b.example', $half));
$half = half(static fn () => new CommerceCredentials(null, 's', 't', 'u'));
attempt('paas()', static fn () => CommerceConnection::paas('https://127.0.0.1:1/', $half));
$half = half(static fn () => new MatcherConnection(null, 'https://b.example', new ImsCredentials('c', 's')));
attempt('external()', static fn () => MatchingRule::external($half));
attempt('assetToProduct()', static fn () => (new ExternalMatcher($half))->productToAssets('a'));
$half = half(static fn () => new AemEnvironment(null, '2'));
attempt('deliveryHost()', static fn () => $half->deliveryHost());
attempt('Delivery', static fn () => new Delivery($half));
$half = half(static fn () => new Assignment(null));
attempt('AssetChange, assignments', static fn () => new AssetChange('id', false, [], [$half], [], []));
$half = half(static fn () => new AssetChange(null, false, [], [], [], []));
attempt('CommerceSink::apply()', static fn () => $commerce->apply([$half]));
$half = half(static fn () => new ProductChange(null, []));
attempt('OptimizerSink::apply()', static fn () => $optimizer->apply([$half]));
$half = half(static fn () => new SkuMatcher(null));
attempt('match()', static fn () => $half->match(['assetId' => 'a']));
$half = half(static fn () => new Settings(null));
attempt('OrderMapper', static fn () => new OrderMapper($half));
attempt('errors()', static fn () => $half->errors(null));
$half = half(static fn () => new OrderMapper(new Settings(''), null));
attempt('OrderMapper::map()', static fn () => $half->map([]));
$half = half(static fn () => new EdgeConnection(null, null, null));
attempt('EdgeClient', static fn () => new EdgeClient($half));

echo "-- after a call that failed\n";
$half = half(static fn () => new Settings(null));
attempt('Settings', static fn () => $half->__construct('', default: ['datastreamId' => 'one', 'wrong' => 1]));
attempt('Settings', static fn () => $half->__construct('', websites: ['base' => ['datastreamId' => 'two']]));
attempt('Settings', static fn () => [$half->datastreamId(null), $half->datastreamId('base')]);
?>
--EXPECT--
-- caught in an error handler
Client: Error: Aco\Connection was not constructed
OptimizerSink: Error: Aco\Connection was not constructed
Client, limits: Error: Aco\Limits was not constructed
ExternalMatcher, limits: Error: Aco\Limits was not constructed
Connection, transport: Error: Aco\Transport was not constructed
EdgeConnection, transport: Error: Aco\Transport was not constructed
paas(), transport: Error: Aco\Transport was not constructed
discover(), transport: Error: Aco\Transport was not constructed
EdgeConnection: Error: Aco\ImsCredentials was not constructed
saas(): Error: Aco\ImsCredentials was not constructed
MatcherConnection: Error: Aco\ImsCredentials was not constructed
paas(): Error: Aco\Assets\CommerceCredentials was not constructed
external(): Error: Aco\Assets\MatcherConnection was not constructed
assetToProduct(): Error: Aco\Assets\MatcherConnection was not constructed
deliveryHost(): Error: Aco\Assets\AemEnvironment was not constructed
Delivery: Error: Aco\Assets\AemEnvironment was not constructed
AssetChange, assignments: Error: Aco\Assets\Assignment was not constructed
CommerceSink::apply(): Error: Aco\Assets\AssetChange was not constructed
OptimizerSink::apply(): Error: Aco\Assets\ProductChange was not constructed
match(): Error: Aco\Assets\SkuMatcher was not constructed
OrderMapper: Error: Aco\Experience\Settings was not constructed
errors(): Error: Aco\Experience\Settings was not constructed
OrderMapper::map(): Error: Aco\Experience\OrderMapper was not constructed
EdgeClient: Error: Aco\Experience\EdgeConnection was not constructed
-- after a call that failed
Settings: Aco\Exception\InvalidArgumentException: $default has no setting "wrong": it has datastreamId, storefrontEvents, backOfficeEvents and defaultConsent
Settings: null TAKEN
Settings: ["","two"] TAKEN
