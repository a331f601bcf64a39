--TEST--
ServiceReader: GET and POST with a token, links and waits of the response, retries, and what it refuses
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc'; ?>
--INI--
aco.max_response_bytes=65536
--FILE--
<?php
require __DIR__ . '/../sandbox/sandbox.inc';

use Aco\ImsCredentials;
use Aco\Limits;
use Aco\ServiceReader;

$sandbox = sandbox_start();
$journal = "$sandbox->url/events/organizations/10/integrations/20/sandbox-registration";
$headers = ["x-api-key: $sandbox->clientId", "x-ims-org-id: $sandbox->orgId"];
$limits = new Limits(maxAttempts: 3, retryBudgetMs: 5000);
$credentials = static fn (string $secret = 'sandbox-secret'): ImsCredentials => new ImsCredentials(
    $sandbox->clientId,
    $secret,
    "$sandbox->url/ims/token/v3",
    'openid,read_organizations',
    $sandbox->orgId,
);
$fault = static fn (array $fault, int $times = 1) => sandbox_http(
    'POST',
    "$sandbox->url/api/faults",
    json_encode(['match' => ['path' => '^/events/'], 'times' => $times, 'fault' => $fault]),
    ['Content-Type' => 'application/json'],
);
$show = static function (callable $request) use ($sandbox): void {
    try {
        $response = $request();
        echo "  $response[status] ", json_encode([
            'links' => substr_count($response['links'], 'rel='), 'wait' => $response['retryAfterMs'],
            'body' => strlen($response['body']) > 0, 'message' => $response['message'],
            'id' => strlen($response['requestId']),
        ]), "\n";
    } catch (Throwable $e) {
        echo '  ', $e::class, ': ', preg_replace('/Failed to connect.*/', 'not connected', $e->getMessage()), "\n";
    }
};

$reader = new ServiceReader($credentials(), limits: $limits);
echo "-- an empty journal, a page of two events, and their order\n";
$show(static fn () => $reader->request($journal, $headers));
$append = static fn (array $events) => sandbox_http(
    'POST',
    "$sandbox->url/api/assets/journal",
    json_encode(['events' => $events]),
    ['Content-Type' => 'application/json'],
);
$append([['id' => 1], ['id' => 2]]);
$show(static fn () => $reader->request("$journal?limit=2", $headers));
echo '  ', json_decode($reader->request($journal, $headers)['body'])->_page->count, "\n";
echo "-- a POST\n";
$show(static fn () => $reader->request("$sandbox->url/adobe/assets/search", $headers, '{"query":[],"limit":1}'));
echo "-- no token, a wrong one, wrong headers\n";
$show(static fn () => (new ServiceReader(limits: $limits))->request($journal, $headers));
$show(static fn () => (new ServiceReader($credentials('other-secret'), limits: $limits))->request($journal, $headers));
$show(static fn () => $reader->request($journal));
echo "-- transient failures, and those that stay\n";
foreach ([
    [['type' => 'status', 'status' => 503], 2], [['type' => 'reset'], 1], [['type' => 'truncate', 'bytes' => 5], 1],
    [['type' => 'expire-tokens'], 1], [['type' => 'status', 'status' => 500, 'body' => 'secret: sandbox-secret'], 3],
    [['type' => 'status', 'status' => 410, 'body' => "gone\x1b[31m"], 1],
    [['type' => 'status', 'status' => 302, 'headers' => ['location' => 'https://example.com/']], 1],
] as [$what, $times]) {
    $fault($what, $times);
    $show(static fn () => $reader->request($journal, $headers));
    sandbox_http('DELETE', "$sandbox->url/api/faults");
}
$append([['id' => str_repeat('x', 70_000)]]);
$show(static fn () => $reader->request($journal, $headers));
$show(static fn () => (new ServiceReader(limits: new Limits(maxAttempts: 1)))->request('https://127.0.0.1:1/'));
echo "-- arguments\n";
foreach ([
    ['http://example.com/'], ['https://me@example.com/'], ['https://example.com/#x'], ["https://example.com/?a b"],
    ['https://example.com/?' . str_repeat('x', 4096)], [$journal, ["x: a\r\ny: b"]], [$journal, ['no colon']],
    [$journal, [1]], [$journal, array_fill(0, 17, 'a: b')], [$journal, [], str_repeat('x', (1 << 20) + 1)],
] as $arguments) {
    $show(static fn () => $reader->request(...$arguments));
}
$show(static fn () => $reader->__construct());
?>
--EXPECT--
-- an empty journal, a page of two events, and their order
  204 {"links":2,"wait":10000,"body":false,"message":"","id":32}
  200 {"links":1,"wait":null,"body":true,"message":"","id":32}
  2
-- a POST
  200 {"links":0,"wait":null,"body":true,"message":"","id":32}
-- no token, a wrong one, wrong headers
  403 {"links":0,"wait":null,"body":true,"message":"{\"title\":\"ErrMissingOauthToken\",\"status\":\"403\",\"error_code\":\"403010\",\"message\":\"Oauth token is missing\"}","id":32}
  Aco\Exception\AuthenticationException: IMS refuses the credentials (HTTP 401: The client id or the client secret is wrong.); check client id, client secret and scope
  403 {"links":0,"wait":null,"body":true,"message":"x-api-key or x-ims-org-id does not go with the token.","id":32}
-- transient failures, and those that stay
  200 {"links":1,"wait":null,"body":true,"message":"","id":32}
  200 {"links":1,"wait":null,"body":true,"message":"","id":32}
  200 {"links":1,"wait":null,"body":true,"message":"","id":32}
  200 {"links":1,"wait":null,"body":true,"message":"","id":32}
  500 {"links":0,"wait":null,"body":true,"message":"secret: ***","id":32}
  410 {"links":0,"wait":null,"body":true,"message":"gone [31m","id":32}
  302 {"links":0,"wait":null,"body":false,"message":"","id":32}
  Aco\Exception\TransportException: the response is larger than aco.max_response_bytes (65536)
  Aco\Exception\TransportException: not connected
-- arguments
  Aco\Exception\InvalidArgumentException: $url must use https: plain http is for loopback addresses only, unless aco.allow_http is on
  Aco\Exception\InvalidArgumentException: $url must not hold a user name or password
  Aco\Exception\InvalidArgumentException: $url must not hold a query or fragment
  Aco\Exception\InvalidArgumentException: $url must not hold blanks, control characters, a fragment or bytes above 126
  Aco\Exception\InvalidArgumentException: $url must not be longer than 4096 bytes
  Aco\Exception\InvalidArgumentException: $headers must not hold control characters
  Aco\Exception\InvalidArgumentException: $headers must hold lines such as "x-api-key: abc"
  Aco\Exception\InvalidArgumentException: $headers must hold lines such as "x-api-key: abc"
  Aco\Exception\InvalidArgumentException: $headers must have at most 16 lines
  Aco\Exception\InvalidArgumentException: $json must not be larger than 1048576 bytes
  Error: Cannot construct Aco\ServiceReader twice
