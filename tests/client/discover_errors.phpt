--TEST--
Connection::discover(): every failure has its exception, code and retryability, and never the secret
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;
use Aco\Exception\ApiException;

function discover(array $script, mixed ...$overrides): void
{
    static $server;
    $server ??= new TestServer();
    $server->script($script + ['token' => [], 'tenant' => []]);
    try {
        Connection::discover(...with_transport($overrides + [
            'orgId' => 'o', 'tenantId' => 't', 'clientId' => 'c', 'clientSecret' => SECRET,
            'imsUrl' => $server->url, 'ccmUrl' => $server->url, 'proxy' => '', 'timeoutMs' => 5000,
        ]));
        echo "NO EXCEPTION\n";
    } catch (Throwable $e) {
        describe($e);
        if ($e instanceof ApiException) {
            echo "    $e->status $e->requestId\n";
        }
    }
}

// Longer than an attempt is waited for: each failure is the last.
$late = ['headers' => ['Retry-After' => '100']];
$error = ['error' => 'invalid_client', 'error_description' => 'the client is unknown'];
$gateway = ['title' => 'ErrForbidden', 'status' => '403', 'error_code' => '403010', 'message' => 'Not yours'];
$html = '<html>Bad gateway</html>';

echo "-- IMS\n";
foreach ([400, 401, 403] as $status) {
    discover(['token' => [['status' => $status, 'body' => $error]]]);
}
foreach ([429, 500, 503] as $status) {
    discover(['token' => [['status' => $status, 'body' => $html] + $late]]);
}
discover(['token' => [['status' => 302, 'headers' => ['Location' => 'http://127.0.0.1:1/']]]]);
discover(['token' => [['body' => $html] + $late]]);
discover(['token' => [['body' => ''] + $late]]);
foreach ([
    ['expires_in' => 60], ['access_token' => '', 'expires_in' => 60], ['access_token' => 'a'],
    ['access_token' => 'a', 'expires_in' => 0],
    ['access_token' => "a\r\nX: y", 'expires_in' => 60], ['access_token' => ['a'], 'expires_in' => 60],
    ['access_token' => str_repeat('a', 20000), 'expires_in' => 60]] as $body) {
    discover(['token' => [['body' => $body] + $late]]);
}

echo "-- tenant\n";
discover(['tenant' => [['status' => 404]]]);
discover(['tenant' => [['status' => 403, 'body' => $gateway]]]);
discover(['tenant' => [['status' => 401, 'body' => $gateway]]]);
discover(['tenant' => [['status' => 429, 'body' => $html] + $late]]);
discover(['tenant' => [['status' => 500, 'body' => $html] + $late]]);
discover(['tenant' => [['status' => 307, 'headers' => ['Location' => 'http://127.0.0.1:1/']]]]);
discover(['tenant' => [['body' => ['id' => 't', 'studioUrl' => 'https://s.example']]]]);
discover(['tenant' => [['body' => ['ingestionUrl' => '']]]]);
discover(['tenant' => [['body' => ['ingestionUrl' => 'ftp://a.example']]]]);
foreach ([
    'http://a.example', 'http://a.example.127.0.0.1.evil', 'https://user:pw@a.example', 'https://a.example?x',
    "https://a.example/\r\nX: y",
] as $url) {
    discover(['tenant' => [['body' => ['ingestionUrl' => $url]]]]);
}

echo "-- arguments\n";
foreach ([
    ['orgId' => ''], ['orgId' => "a\n"], ['tenantId' => ''], ['clientId' => ''], ['clientSecret' => ''],
    ['imsUrl' => 'http://a.example'],
    ['ccmUrl' => 'http://a.example'], ['ccmUrl' => 'nothing'], ['ccmUrl' => ''], ['timeoutMs' => 0],
    ['connectTimeoutMs' => 0],
    ['caFile' => '/no/such/file']] as $overrides) {
    discover([], ...$overrides);
}
?>
--EXPECT--
-- IMS
Aco\Exception\AuthenticationException 400 final: IMS refuses the credentials (HTTP 400: the client is unknown); check client id, client secret and scope
Aco\Exception\AuthenticationException 401 final: IMS refuses the credentials (HTTP 401: the client is unknown); check client id, client secret and scope
Aco\Exception\AuthenticationException 403 final: IMS refuses the credentials (HTTP 403: the client is unknown); check client id, client secret and scope
Aco\Exception\ApiException 429 retryable: no token from IMS (HTTP 429)
    429 
Aco\Exception\ApiException 500 retryable: no token from IMS (HTTP 500)
    500 
Aco\Exception\ApiException 503 retryable: no token from IMS (HTTP 503)
    503 
Aco\Exception\ApiException 302 final: no token from IMS (HTTP 302)
    302 
Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
Aco\Exception\TransportException 0 retryable: the response of IMS does not say how many seconds its token is good: expires_in must be 1 or more
Aco\Exception\TransportException 0 retryable: the response of IMS does not say how many seconds its token is good: expires_in must be 1 or more
Aco\Exception\TransportException 0 retryable: the access token of IMS holds bytes that no header may hold
Aco\Exception\TransportException 0 retryable: the response of IMS holds no access token
Aco\Exception\TransportException 0 retryable: the access token of IMS has 20000 bytes, 16384 are the most
-- tenant
Aco\Exception\ApiException 404 final: the tenant is unknown; check the tenant id (HTTP 404)
    404 tenant-1
Aco\Exception\ApiException 403 final: the tenant is not open to this organisation and client; check organisation id, tenant id and client id (HTTP 403: Not yours)
    403 tenant-2
Aco\Exception\ApiException 401 final: the tenant is not open to this organisation and client; check organisation id, tenant id and client id (HTTP 401: Not yours)
    401 tenant-3
Aco\Exception\ApiException 429 retryable: the Commerce Cloud Manager responds in an unexpected way (HTTP 429)
    429 tenant-4
Aco\Exception\ApiException 500 retryable: the Commerce Cloud Manager responds in an unexpected way (HTTP 500)
    500 tenant-5
Aco\Exception\ApiException 307 final: the Commerce Cloud Manager responds in an unexpected way (HTTP 307)
    307 tenant-6
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager knows the tenant but tells no ingestion address; give it yourself
    200 tenant-7
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager knows the tenant but tells no ingestion address; give it yourself
    200 tenant-8
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager knows the tenant but tells no ingestion address; give it yourself
    200 tenant-9
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager tells an address that cannot be used: the ingestion address must use https: plain http is for loopback addresses only, unless aco.allow_http is on
    200 tenant-10
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager tells an address that cannot be used: the ingestion address must use https: plain http is for loopback addresses only, unless aco.allow_http is on
    200 tenant-11
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager tells an address that cannot be used: the ingestion address must not hold a user name or password
    200 tenant-12
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager tells an address that cannot be used: the ingestion address must not hold a query or fragment
    200 tenant-13
Aco\Exception\ApiException 200 final: the Commerce Cloud Manager tells an address that cannot be used: the ingestion address must not hold blanks or control characters
    200 tenant-14
-- arguments
Aco\Exception\InvalidArgumentException 0 final: $orgId must not be empty
Aco\Exception\InvalidArgumentException 0 final: $orgId must not hold control characters
Aco\Exception\InvalidArgumentException 0 final: $tenantId must not be empty
Aco\Exception\InvalidArgumentException 0 final: $clientId must not be empty
Aco\Exception\InvalidArgumentException 0 final: $clientSecret must not be empty
Aco\Exception\InvalidArgumentException 0 final: $imsUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
Aco\Exception\InvalidArgumentException 0 final: $ccmUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
Aco\Exception\InvalidArgumentException 0 final: $ccmUrl must be an absolute https address
Aco\Exception\InvalidArgumentException 0 final: $ccmUrl must not be empty
Aco\Exception\InvalidArgumentException 0 final: $timeoutMs must be between 1 and * milliseconds
Aco\Exception\InvalidArgumentException 0 final: $connectTimeoutMs must be between 1 and * milliseconds
Aco\Exception\InvalidArgumentException 0 final: $caFile "/no/such/file" is not a file that can be read
