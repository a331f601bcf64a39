--TEST--
CommerceSink: refused products, credentials, operations and troubles on the way, each with its own outcome
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc';
--FILE--
<?php
require __DIR__ . '/sinks.inc';
require_once __DIR__ . '/../client/server.inc';

use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\CommerceSink;

function scripted(array $answers, ?bool $syncAsset = true, mixed ...$limits): array
{
    $server = new TestServer(['api' => $answers]);
    $sink = new CommerceSink(
        CommerceConnection::paas(
            $server->url,
            new CommerceCredentials('key', SECRET, 'token', SECRET . '2'),
            transport: new Aco\Transport(proxy: ''),
        ),
        delivery(), fast(1, ...$limits), null, $syncAsset);

    return [$server, $sink];
}

function requests(TestServer $server): string
{
    return implode(' ', array_map(
        static fn (stdClass $request) => "$request->method " . basename($request->path),
        $server->requests(),
    ));
}

$changes = [
    change('urn:aaid:aem:1', ['a' => []]),
    change('urn:aaid:aem:2', ['b' => []]),
    change('urn:aaid:aem:3', ['c' => []]),
];
$unknown = ['status' => 404, 'body' => ['message' => 'No such entity with %fieldName = %fieldValue', 'parameters' => ['fieldName' => 'sku', 'fieldValue' => 'b']]];
$ok = ['status' => 200, 'body' => '[]'];
foreach ([
    'one product does not exist' => [[$ok, $unknown, $ok], true],
    'values by number' => [
        [['status' => 400, 'body' => ['message' => '"%1" is required. %2', 'parameters' => ['sku']]], $ok, $ok],
        true,
    ],
    'no JSON' => [[['status' => 400, 'body' => '<html>'], $ok, $ok], true],
    'signature refused, then taken' => [
        [['status' => 401, 'body' => ['message' => 'nonce_used']], $ok, $ok, $ok],
        true,
    ],
    'credentials refused' => [
        [['status' => 401, 'body' => ['message' => 'consumer_key_rejected']], [
            'status' => 401,
            'body' => ['message' => 'consumer_key_rejected'],
        ]],
        true,
    ],
    'not permitted' => [
        [['status' => 403, 'body' => ["message" => "The consumer isn't authorized to access %resources.", 'parameters' => ['resources' => 'Magento_Catalog::products']]]],
        true,
    ],
    'operation unknown' => [[['status' => 404, 'body' => ['message' => 'Request does not match any route.']]], true],
    'unavailable for a moment' => [[['status' => 503], ['status' => 502], $ok, $ok, $ok], true],
    'unavailable' => [[['status' => 503, 'always' => true]], true, ['retryBudgetMs' => 0]],
    'version refused: the older steps' => [
        [['status' => 401, 'body' => ['message' => 'token_rejected']], $ok, $ok, $ok],
        null,
    ],
    'version after a moment' => [[['status' => 503], ['status' => 200, 'body' => '"1.4.4"'], $ok, $ok, $ok], null],
    'version not to be read' => [[['status' => 200, 'body' => '"<b>"'], $ok, $ok, $ok], null],
] as $what => $case) {
    [$answers, $syncAsset] = $case;
    [$server, $sink] = scripted($answers, $syncAsset, ...$case[2] ?? []);
    tell($what, $sink->apply($changes));
    echo '    ', requests($server), "\n";
}

[$server, $sink] = scripted([$ok, ['status' => 500, 'always' => true]], false, maxAttempts: 1);
tell('the last step of two fails', $sink->apply([change('urn:aaid:aem:1', ['a' => [], 'b' => []])]));

[, $sink] = scripted([]);
foreach ([
    'no change' => static fn () => $sink->apply([$changes[0], 7]),
    'a path in the domain' => static fn () => new Aco\Assets\Delivery(
        new Aco\Assets\AemEnvironment('1', '2'),
        'https://a.example/path',
    ),
    'a user in the domain' => static fn () => new Aco\Assets\Delivery(
        new Aco\Assets\AemEnvironment('1', '2'),
        'user@a.example',
    ),
    'no port in the domain' => static fn () => new Aco\Assets\Delivery(
        new Aco\Assets\AemEnvironment('1', '2'),
        'a.example:',
    ),
    'a store view that leaves the address' => static fn () => CommerceConnection::paas(
        'https://a.example',
        new CommerceCredentials('k', 's', 't', 'u'),
        '../admin',
    ),
    'one of Commerce as a service' => static fn () => CommerceConnection::saas(
        'https://a.example',
        new Aco\ImsCredentials('c', 's'),
        '../admin',
    ),
    'the version' => static function () {
        [$server, $sink] = scripted([['status' => 401, 'body' => ['message' => 'token_rejected']]]);
        $sink->version();
    },
] as $what => $do) {
    try {
        $do();
        echo "$what: no exception\n";
    } catch (Aco\Exception\AcoException $e) {
        echo "$what: ", get_class($e), ' ', $e->getMessage(), "\n";
    }
}
check('no secret is shown', !str_contains(
    print_r($sink, true) . print_r(store((object) ['url' => 'https://a.example'], SECRET), true),
    SECRET,
));
?>
--EXPECT--
one product does not exist: 200, 2 accepted, 0 deleted, 1 rejected, 0 to be sent again
    1: 400 Commerce answers HTTP 404: No such entity with sku = b
    POST sync-asset POST sync-asset POST sync-asset
values by number: 200, 2 accepted, 0 deleted, 1 rejected, 0 to be sent again
    0: 400 Commerce answers HTTP 400: "sku" is required. %2
    POST sync-asset POST sync-asset POST sync-asset
no JSON: 200, 2 accepted, 0 deleted, 1 rejected, 0 to be sent again
    0: 400 Commerce answers HTTP 400
    POST sync-asset POST sync-asset POST sync-asset
signature refused, then taken: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
    POST sync-asset POST sync-asset POST sync-asset POST sync-asset
credentials refused: 2, 0 accepted, 0 deleted, 0 rejected, 3 to be sent again
    0: 2 Commerce answers HTTP 401: consumer_key_rejected; check the credentials of the integration
    1: 2 Commerce answers HTTP 401: consumer_key_rejected; check the credentials of the integration
    2: 2 Commerce answers HTTP 401: consumer_key_rejected; check the credentials of the integration
    POST sync-asset POST sync-asset
not permitted: 2, 0 accepted, 0 deleted, 0 rejected, 3 to be sent again
    0: 2 Commerce answers HTTP 403: The consumer isn't authorized to access Magento_Catalog::products.; the integration needs the resource Products > External Media
    1: 2 Commerce answers HTTP 403: The consumer isn't authorized to access Magento_Catalog::products.; the integration needs the resource Products > External Media
    2: 2 Commerce answers HTTP 403: The consumer isn't authorized to access Magento_Catalog::products.; the integration needs the resource Products > External Media
    POST sync-asset
operation unknown: 2, 0 accepted, 0 deleted, 0 rejected, 3 to be sent again
    0: 2 Commerce answers HTTP 404: Request does not match any route.; check the address, and that the store has the integration's extension in a version that knows this
    1: 2 Commerce answers HTTP 404: Request does not match any route.; check the address, and that the store has the integration's extension in a version that knows this
    2: 2 Commerce answers HTTP 404: Request does not match any route.; check the address, and that the store has the integration's extension in a version that knows this
    POST sync-asset
unavailable for a moment: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
    POST sync-asset POST sync-asset POST sync-asset POST sync-asset POST sync-asset
unavailable: 2, 0 accepted, 0 deleted, 0 rejected, 3 to be sent again
    0: 2 Commerce answers HTTP 503
    1: 2 Commerce answers HTTP 503
    2: 2 Commerce answers HTTP 503
    POST sync-asset POST sync-asset POST sync-asset
version refused: the older steps: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
    GET version POST image POST image POST image
version after a moment: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
    GET version GET version POST sync-asset POST sync-asset POST sync-asset
version not to be read: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
    GET version POST image POST image POST image
the last step of two fails: 2, 0 accepted, 0 deleted, 0 rejected, 1 to be sent again
    0: 2 Commerce answers HTTP 500
no change: Aco\Exception\InvalidArgumentException change 1 must be an Aco\Assets\AssetChange or ProductChange, int given
a path in the domain: Aco\Exception\InvalidArgumentException $customDomain must be a host such as images.example.com, without a path, a query or a user; https is used
a user in the domain: Aco\Exception\InvalidArgumentException $customDomain must be a host such as images.example.com, without a path, a query or a user; https is used
no port in the domain: Aco\Exception\InvalidArgumentException $customDomain must have a port from 1 to 65535 after the colon that follows its host, or no colon there
a store view that leaves the address: Aco\Exception\InvalidArgumentException $storeViewCode must be the code of a store view: letters, digits and "_"
one of Commerce as a service: Aco\Exception\InvalidArgumentException $storeViewCode must be the code of a store view: letters, digits and "_"
the version: Aco\Exception\ApiException Commerce answers HTTP 401: token_rejected to the question for its version
no secret is shown: ok
