--TEST--
Whatever form a service repeats a secret in, and wherever, no client passes it on
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../assets/skipif_sandbox.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../assets/keys.inc';
require __DIR__ . '/../assets/sinks.inc';
require_once __DIR__ . '/server.inc';

use Aco\Assets\AemEnvironment;
use Aco\Assets\CommerceConnection;
use Aco\Assets\CommerceCredentials;
use Aco\Assets\CommerceSink;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\Assets\MatchingRule;
use Aco\Assets\RegistryConnection;
use Aco\Assets\TenantRegistry;
use Aco\Experience\EdgeClient;
use Aco\Experience\EdgeConnection;
use Aco\Experience\Event;
use Aco\Limits;

const HIDDEN = 'p8e-A+b/c=d"e\\f&g%h<i-0123456789-0123456789';

/** @return list<string> */
function forms(string $secret): array
{
    $form = strtr(rawurlencode($secret), ['~' => '%7E']);

    return array_values(array_unique([
        $secret,
        $form,
        urlencode($secret),
        preg_replace_callback('/%../', static fn (array $m): string => strtolower($m[0]), $form),
        rawurlencode($form),
        '%' . implode('%', str_split(bin2hex($secret), 2)),
        trim(json_encode($secret), '"'),
        trim(json_encode($secret, JSON_UNESCAPED_SLASHES | JSON_HEX_QUOT | JSON_HEX_AMP | JSON_HEX_TAG), '"'),
        trim(json_encode(json_encode($secret)), '\\"'),
        implode('', array_map(static fn (string $c): string => sprintf('\\u%04X', ord($c)), str_split($secret))),
        htmlspecialchars($secret, ENT_QUOTES | ENT_HTML5),
        base64_encode($secret),
        base64_encode("client-1:$secret"),
        strtr(base64_encode("grant_type=client_credentials&client_secret=$secret&scope=x"), '+/', '-_'),
    ]));
}

/** Everything that is not the caller's own. */
function shown(callable $do): string
{
    try {
        return print_r($do(), true);
    } catch (Aco\Exception\AcoException $e) {
        $properties = [];
        foreach ((new ReflectionObject($e))->getProperties() as $property) {
            if ($property->getDeclaringClass()->getName() !== Exception::class || $property->getName() === 'message') {
                $properties[$property->getName()] = $property->getValue($e);
            }
        }

        return print_r($properties, true);
    }
}

/** @param list<string> $forms of which a piece is as bad */
function leaks(string $text, array $forms): ?string
{
    foreach ($forms as $form) {
        if (str_contains($text, $form) || str_contains($text, substr($form, intdiv(strlen($form), 2) - 10, 20))) {
            return $form;
        }
    }

    return null;
}

$server = new TestServer();
$log = '';
$logger = static function (string $level, string $message, array $context) use (&$log): void {
    $log .= $message . print_r($context, true);
};
[$private] = make_keys();
$direct = new Aco\Transport(proxy: '');
$ims = new Aco\ImsCredentials('client-1', HIDDEN, orgId: '0123456789ABCDEF01234567@AdobeOrg', imsUrl: $server->imsUrl);
$limits = new Limits(requestsPerSecond: 0.0, productsPerMinute: 0, concurrency: 1, maxAttempts: 1, shared: false);

$sink = static fn (bool $saas): CommerceSink => new CommerceSink(
    $saas
        ? CommerceConnection::saas($server->url, $ims, transport: $direct)
        : CommerceConnection::paas(
            $server->url,
            new CommerceCredentials('key', HIDDEN, 'access-token-1', HIDDEN . '2'),
            transport: $direct,
        ),
    delivery(), $limits, $logger, true);
$clients = [
    'Client' => static fn () => $server
        ->client($limits, $logger, clientSecret: HIDDEN)
        ->submit(Aco\Feed::Prices, prices(2)),
    'discover' => static fn () => Aco\Connection::discover(
        'o',
        't',
        'client-1',
        HIDDEN,
        $server->imsUrl,
        $server->ccmUrl,
        transport: $direct,
    ),
    'EdgeClient' => static fn () => (new EdgeClient(
        new EdgeConnection($ims, $server->url, transport: $direct), $limits, $logger
    ))->submit('datastream', [
        Event::fromJson('event-1', 'type', 'order-1', 'base', '2023-04-01T10:00:00+00:00', '{"xdm":{"_id":"event-1"}}'),
    ]),
    'CommerceSink, PaaS' => static fn () => $sink(false)->apply([change('urn:1', ['a' => []])]),
    'CommerceSink, SaaS' => static fn () => $sink(true)->apply([change('urn:1', ['a' => []])]),
    'ExternalMatcher' => static fn () => (new ExternalMatcher(new MatcherConnection(
        "$server->url/a", "$server->url/b", $ims, $direct), $limits
    ))->productToAssets('sku'),
    'TenantRegistry' => static fn () => (new TenantRegistry(
        new RegistryConnection('key', 'environment', $private, "$server->url/graphql", transport: $direct),
        limits: $limits
    ))->register(
        'project-1',
        new AemEnvironment('p1', 'e1'),
        $server->url,
        new CommerceCredentials('key', HIDDEN, 'access-token-1', HIDDEN . '2'),
        MatchingRule::bySku(),
    ),
];

/** Bodies with a text in every place that something is read from. */
function bodies(string $text): array
{
    $long = str_repeat('x', 200) . $text . str_repeat('y', 300);

    return [
        ['message' => $text, 'error' => $text, 'error_description' => $text, 'title' => $text, 'detail' => $text],
        [
            'message' => $long, 'error' => $long, 'error_description' => $long, 'title' => $long, 'detail' => $long,
            'type' => "https://x/EXEG-$text",
        ],
        ['message' => 'No %1 and %name', 'parameters' => [$text, $text]],
        ['message' => 'No %name', 'parameters' => ['name' => $long]],
        ['errors' => [['itemIndex' => 0, 'code' => $text, 'message' => $long, 'path' => [$text, 1]], [
            'itemIndex' => 1, 'code' => $long, 'message' => $text, 'path' => $text,
        ]]],
        ['data' => [
            'registerTenant' => ['tenantId' => $text, 'userErrors' => [['message' => $text, 'path' => [$long]]]],
        ]],
        ['statusCode' => 400, 'body' => ['message' => $long]],
        ['product_sku' => 'sku', 'asset_matches' => [['asset_id' => "\x01$text", 'asset_roles' => [$text]]]],
    ];
}

foreach ($clients as $name => $do) {
    $forms = forms(HIDDEN);
    $bad = [];
    $kinds = ['token', 'api'];
    foreach ($forms as $number => $form) {
        $answers = [];
        $header = ['X-Request-Id' => str_repeat('r', 100) . $form];
        foreach (bodies($form) as $body) {
            foreach ([400, 403, 404, 500, 200] as $status) {
                $answers[] = ['status' => $status, 'body' => $body, 'headers' => $header];
            }
        }
        foreach ($name === 'Client' && $number > 3 ? array_slice($answers, 0, 25) : $answers as $i => $answer) {
            // discover() has no limits to be given: it tries again for seconds what may pass.
            if ($name === 'discover' && $answer['status'] === 500 && ($number > 0 || $i > 4)) {
                continue;
            }
            $server->script(
                ['token' => [], 'api' => [$answer + ['always' => true]], 'tenant' => [$answer + ['always' => true]]],
            );
            $bad[] = leaks(shown($do) . $log, $forms);
            $log = '';
            if ($i < 5) {
                $server->script(['token' => [$answer + ['always' => true]], 'api' => [], 'tenant' => []]);
                $bad[] = leaks(shown($do) . $log, $forms);
                $log = '';
            }
        }
    }
    check($name, array_filter($bad) === [], implode("\n", array_unique(array_filter($bad))));
}
?>
--EXPECT--
Client: ok
discover: ok
EdgeClient: ok
CommerceSink, PaaS: ok
CommerceSink, SaaS: ok
ExternalMatcher: ok
TenantRegistry: ok
