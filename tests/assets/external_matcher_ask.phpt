--TEST--
ExternalMatcher::ask(): several questions at once, each with its answer or its exception; tokens, retries, wrong arguments
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../sandbox/sandbox.inc';

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\ImsCredentials;
use Aco\Limits;

$sandbox = sandbox_start();
$actions = "$sandbox->url/api/v1/web/app-builder-external-rule";
$matcher = static fn (string $secret = 'sandbox-secret'): ExternalMatcher => new ExternalMatcher(
    new MatcherConnection("$actions/asset-to-product", "$actions/product-to-asset", new ImsCredentials(
        $sandbox->clientId,
        $secret,
        "$sandbox->url/matcher/ims/token/v3",
        orgId: $sandbox->orgId,
    )),
    new Limits(maxAttempts: 3, retryBudgetMs: 5000),
);

function post(string $path, mixed $body): void
{
    global $sandbox;
    sandbox_http('POST', $sandbox->url . $path, json_encode($body), ['Content-Type' => 'application/json']);
}

function show(array $answers): void
{
    ksort($answers);
    foreach ($answers as $key => $answer) {
        echo "  $key: ", match (true) {
            $answer instanceof Asset => $answer->eligible
                ? "{$answer->id} at {$answer->assignments[0]->sku}"
                : $answer->reason,
            $answer instanceof Throwable => substr(strrchr($answer::class, '\\'), 1) . ': '
                . substr($answer->getMessage(), 0, 60),
            default => json_encode($answer),
        }, "\n";
    }
}

function asset(string $id, array $metadata = ['dam:status' => 'approved']): array
{
    return ['assetId' => $id, 'assetMetadata' => $metadata];
}

$questions = [];
for ($i = 0; $i < 40; $i++) {
    post('/api/assets/answers', ['action' => 'asset-to-product', 'key' => "a$i", 'answer' => [
        'asset_id' => "a$i", 'product_matches' => [['product_sku' => "S$i", 'asset_roles' => ['image']]],
    ]]);
    $questions["q$i"] = asset("a$i");
}

echo "-- forty questions, eight at once\n";
post('/api/faults', ['match' => ['path' => '/asset-to-product$'], 'fault' => ['type' => 'delay', 'ms' => 100]]);
$one = $matcher();
$start = microtime(true);
$answers = $one->ask($questions, 8);
$seconds = microtime(true) - $start;
$isRight = count($answers) === 40;
foreach ($answers as $key => $answer) {
    $isRight = $isRight && $answer->id === 'a' . substr($key, 1)
        && $answer->assignments[0]->sku === 'S' . substr($key, 1);
}
echo '  ', $isRight ? 'right' : 'wrong', ', ', $seconds >= 0.5 && $seconds < 3 ? 'at once' : "in $seconds s", "\n";
sandbox_http('DELETE', "$sandbox->url/api/faults");

echo "-- of both kinds, with some that fail\n";
post('/api/assets/answers', ['action' => 'product-to-asset', 'key' => 'P1', 'answer' => [
    'product_sku' => 'P1', 'asset_matches' => [['asset_id' => 'a1']],
]]);
foreach ([
    ['product-to-asset', 'P2', ['product_sku' => 'P2', 'skip' => true]],
    ['asset-to-product', 'bad', ['asset_id' => 'other']],
] as [$action, $key, $answer]) {
    post('/api/assets/answers', ['action' => $action, 'key' => $key, 'answer' => $answer]);
}
show($one->ask([
    5 => asset('a1'), 'p' => ['sku' => 'P1', 'eventData' => ['x' => 1]], 'skip' => ['sku' => 'P2'],
    'bad' => asset('bad'), 'draft' => asset('d', ['dam:status' => 'draft']), 'unusable' => ['assetId' => ''],
    'none' => ['sku' => 'P3'],
], 3));

echo "-- tokens expire in between, and requests fail\n";
$match = ['match' => ['path' => '/asset-to-product$']];
post('/api/faults', $match + ['times' => 2, 'fault' => ['type' => 'expire-tokens']]);
post('/api/faults', $match + ['times' => 3, 'after' => 4, 'fault' => ['type' => 'status', 'status' => 503]]);
$answers = $one->ask($questions, 4);
echo '  ', count(array_filter($answers, static fn (mixed $answer): bool => $answer instanceof Asset)), "\n";
sandbox_http('DELETE', "$sandbox->url/api/faults");

echo "-- the credentials are wrong: all get the same\n";
show($matcher('another-secret')->ask(array_slice($questions, 0, 3), 2));

echo "-- arguments\n";
foreach ([
    static fn () => $one->ask([], 0), static fn () => $one->ask([], 65), static fn () => $one->ask([]),
    static fn () => $one->ask(['x']), static fn () => $one->ask([['sku' => 1]]),
    static fn () => $one->ask([['sku' => "a\n"]]),
] as $call) {
    try {
        show($call());
        echo "  no exception\n";
    } catch (Throwable $e) {
        echo '  ', $e::class, ': ', $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
-- forty questions, eight at once
  right, at once
-- of both kinds, with some that fail
  5: a1 at S1
  bad: ApiException: the external matcher answers about another asset; nothing wa
  draft: not_approved
  none: []
  p: [{"assetId":"a1","video":false,"altTexts":[],"roles":[],"position":null}]
  skip: null
  unusable: MappingException: asset: assetId is empty
-- tokens expire in between, and requests fail
  40
-- the credentials are wrong: all get the same
  q0: AuthenticationException: IMS refuses the credentials (HTTP 401: invalid_client); chec
  q1: AuthenticationException: IMS refuses the credentials (HTTP 401: invalid_client); chec
  q2: AuthenticationException: IMS refuses the credentials (HTTP 401: invalid_client); chec
-- arguments
  Aco\Exception\InvalidArgumentException: $concurrency must be between 1 and 64
  Aco\Exception\InvalidArgumentException: $concurrency must be between 1 and 64
  no exception
  0: InvalidArgumentException: $questions must hold arrays with assetId or sku
  no exception
  0: InvalidArgumentException: $questions must have a text as sku, and an array as eventDat
  no exception
  0: InvalidArgumentException: sku must have 1 to 255 bytes of UTF-8 without control charac
  no exception
