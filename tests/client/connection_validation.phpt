--TEST--
Connection: what can never work is refused, and the parameter named
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;

$good = [
    'tenantId' => 't', 'clientId' => 'c', 'clientSecret' => SECRET, 'ingestionUrl' => 'https://a.example',
];
$long = str_repeat('a', 1025);
$bad = [
    'tenantId' => ['', "a\r", "a\n", "a\0b", "\x7f", $long],
    'clientId' => ['', "a\nb", "a\0"],
    'clientSecret' => ['', SECRET . "\n", "\0" . SECRET, $long . SECRET],
    'orgId' => ["a\r\nX: y", $long],
    'scope' => ['', "a\nb"],
    'proxy' => ["http://proxy\r\n", "a\0b"],
    'caFile' => ['', __DIR__ . '/no-such-file.pem', "/etc\0/passwd"],
    'connectTimeoutMs' => [0, -1, 3_600_001, PHP_INT_MIN, PHP_INT_MAX],
    'timeoutMs' => [0, -1, 3_600_001],
    'ingestionUrl' => [
        '', 'a.example', '/path', 'ftp://a.example', 'file:///etc/passwd', 'https://', 'http://a.example',
        'http://10.0.0.1', 'http://127.evil.example', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example',
        'https://user@a.example', 'https://user:pw@a.example', 'https://a.example?x=1', 'https://a.example/#f',
        "https://a.example/\r\nX: y", "https://a.example/\0", 'https://a.example/ b', ' https://a.example',
        'https://a.example:99999', 'javascript:alert(1)', 'http://[::2]', 'http://127.0.0.1@a.example',
        'https://a.example:', 'http://127.0.0.1:', 'https://a.example:0', 'https://a.example:abc', 'https://[::1]:',
        'https://@a.example',
        'https://' . $long,
    ],
    'imsUrl' => [
        '', 'a.example', 'http://a.example/ims', 'https://u:p@a.example', 'https://a.example/?a', "https://a.example\n",
    ],
];
foreach ($bad as $parameter => $values) {
    foreach ($values as $value) {
        $shown = is_string($value)
            ? addcslashes(substr(str_replace(__DIR__, '', $value), 0, 40), "\0..\37\177")
            : $value;
        echo $parameter === 'clientSecret' ? '' : "$shown -> ";
        try {
            new Connection(...with_transport([$parameter => $value] + $good));
            echo "TAKEN\n";
        } catch (Aco\Exception\InvalidArgumentException $e) {
            echo str_replace(__DIR__, '', addcslashes($e->getMessage(), "\0..\37\177")), "\n";
            if (
                $e->isRetryable()
                || !str_contains($e->getMessage(), "\$$parameter")
                || str_contains($e->getMessage(), SECRET)
            ) {
                echo "    WRONG\n";
            }
        }
    }
}

echo "taken:\n";
foreach ([
    'http://127.0.0.1:1', 'http://127.1.2.3', 'http://localhost/', 'http://[::1]:80/x', 'https://a.example/b/',
    'HTTPS://A.example',
] as $url) {
    $connection = new Connection(...with_transport(
        ['ingestionUrl' => $url, 'timeoutMs' => 3_600_000, 'connectTimeoutMs' => 1] + $good,
    ));
    echo $connection->ingestionUrl, "\n";
}
$connection = new Connection(...$good);
foreach (get_object_vars($connection) + get_object_vars($connection->transport) as $name => $value) {
    $value = $value instanceof Aco\Transport ? '(below)' : $value;
    echo $name, ': ', var_export($value, true), "\n";
}
?>
--EXPECT--
-> $tenantId must not be empty
a\r -> $tenantId must not hold control characters
a\n -> $tenantId must not hold control characters
a\000b -> $tenantId must not hold control characters
\177 -> $tenantId must not hold control characters
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -> $tenantId must not be longer than 1024 bytes
 -> $clientId must not be empty
a\nb -> $clientId must not hold control characters
a\000 -> $clientId must not hold control characters
$clientSecret must not be empty
$clientSecret must not hold control characters
$clientSecret must not hold control characters
$clientSecret must not be longer than 1024 bytes
a\r\nX: y -> $orgId must not hold control characters
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -> $orgId must not be longer than 1024 bytes
 -> $scope must not be empty
a\nb -> $scope must not hold control characters
http://proxy\r\n -> $proxy must not hold control characters
a\000b -> $proxy must not hold control characters
 -> $caFile must not be empty
/no-such-file.pem -> $caFile "/no-such-file.pem" is not a file that can be read
/etc\000/passwd -> $caFile must not hold control characters
0 -> $connectTimeoutMs must be between 1 and 3600000 milliseconds
-1 -> $connectTimeoutMs must be between 1 and 3600000 milliseconds
3600001 -> $connectTimeoutMs must be between 1 and 3600000 milliseconds
-9223372036854775808 -> $connectTimeoutMs must be between 1 and 3600000 milliseconds
9223372036854775807 -> $connectTimeoutMs must be between 1 and 3600000 milliseconds
0 -> $timeoutMs must be between 1 and 3600000 milliseconds
-1 -> $timeoutMs must be between 1 and 3600000 milliseconds
3600001 -> $timeoutMs must be between 1 and 3600000 milliseconds
 -> $ingestionUrl must not be empty
a.example -> $ingestionUrl must be an absolute https address
/path -> $ingestionUrl must be an absolute https address
ftp://a.example -> $ingestionUrl must use https
file:///etc/passwd -> $ingestionUrl must be an absolute https address
https:// -> $ingestionUrl must be an absolute https address
http://a.example -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
http://10.0.0.1 -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
http://127.evil.example -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
http://localhost.evil.example -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
http://127.0.0.1.evil.example -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
https://user@a.example -> $ingestionUrl must not hold a user name or password
https://user:pw@a.example -> $ingestionUrl must not hold a user name or password
https://a.example?x=1 -> $ingestionUrl must not hold a query or fragment
https://a.example/#f -> $ingestionUrl must not hold a query or fragment
https://a.example/\r\nX: y -> $ingestionUrl must not hold control characters
https://a.example/\000 -> $ingestionUrl must not hold control characters
https://a.example/ b -> $ingestionUrl must not hold blanks or control characters
 https://a.example -> $ingestionUrl must not hold blanks or control characters
https://a.example:99999 -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
javascript:alert(1) -> $ingestionUrl must be an absolute https address
http://[::2] -> $ingestionUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
http://127.0.0.1@a.example -> $ingestionUrl must not hold a user name or password
https://a.example: -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
http://127.0.0.1: -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
https://a.example:0 -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
https://a.example:abc -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
https://[::1]: -> $ingestionUrl must have a port from 1 to 65535 after the colon that follows its host, or no colon there
https://@a.example -> $ingestionUrl must not hold a user name or password
https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -> $ingestionUrl must not be longer than 1024 bytes
 -> $imsUrl must not be empty
a.example -> $imsUrl must be an absolute https address
http://a.example/ims -> $imsUrl must use https: plain http is for loopback addresses only, unless aco.allow_http is on
https://u:p@a.example -> $imsUrl must not hold a user name or password
https://a.example/?a -> $imsUrl must not hold a query or fragment
https://a.example\n -> $imsUrl must not hold control characters
taken:
http://127.0.0.1:1
http://127.1.2.3
http://localhost/
http://[::1]:80/x
https://a.example/b/
HTTPS://A.example
tenantId: 't'
clientId: 'c'
ingestionUrl: 'https://a.example'
orgId: ''
imsUrl: 'https://ims-na1.adobelogin.com/ims/token/v3'
scope: 'openid,AdobeID,profile,email,commerce.aco.ingestion'
transport: '(below)'
studioUrl: NULL
metadata: NULL
caFile: NULL
proxy: NULL
connectTimeoutMs: 5000
timeoutMs: 30000
