--TEST--
Sandbox: options, signals, the log and what is printed
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$run = static function (array $options, array $environment = []): array {
    $process = proc_open(
        [sandbox_php(), __DIR__ . '/../../sandbox/server.php', '--stop-on-eof', '--no-ansi', ...$options],
        [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']],
        $pipes,
        null,
        $environment + getenv(),
    );
    fclose($pipes[0]);
    $output = stream_get_contents($pipes[1]);
    $errors = stream_get_contents($pipes[2]);

    return [proc_close($process), $output, $errors];
};

echo "-- refused\n";
$busy = stream_socket_server('tcp://127.0.0.1:0');
$port = explode(':', stream_socket_get_name($busy, false))[1];
$refused = [
    ['--host', '0.0.0.0'], ['--host', '192.168.1.1'], ['--host', 'example.com'], ['--port', '70000'],
    ['--port', 'http'],
    ['--tenant', 'a/b'], ['--tenant', 'api'], ['--org', ''], ['--client-secret', ''], ['--token-ttl', '0'],
    ['--requests-per-second=-1'], ['--products-per-minute', '1.5'], ['--max-body-bytes', '0'], ['--idle-timeout', '0'],
    ['--fault', 'reset'], ['--fault', '{"fault":{"type":"fire"}}'], ['--log', '/nowhere/log'],
    ['--data', '/nowhere/data'],
    ['--assets-dialect', 'round'], ['--assets-errors', 'round'], ['--assets-public-key', '/nowhere/key'],
    ['--commerce-access-token', ''], ['--products', '/nowhere/skus'],
    ['--port', $port],
];
foreach ($refused as $options) {
    [$code, $output, $errors] = $run($options);
    echo implode(' ', $options) === "--port $port" ? 'busy port' : implode(' ', $options), ': ', $code, ' ',
        str_replace($port, 'PORT', trim($errors)), $output === '' ? '' : " OUTPUT $output", "\n";
}

echo "-- ready\n";
[$code, $output] = $run(['--port', '0', '--quiet']);
echo "quiet: $code ", var_export($output, true), "\n";
[$code, $output] = $run(['--port', '0', '--json', '--quiet', '--host', 'localhost']);
echo "json: $code ", substr_count($output, "\n"), ' line, ', implode(' ', array_keys(json_decode($output, true))), "\n";
[$code, $output] = $run(['--port', '0']);
echo preg_replace('/:\d{4,5}\b/', ':PORT', $output);
[, $output] = $run(['--port', '0'], ['ACO_SANDBOX_CLIENT_SECRET' => 'top-secret']);
echo str_contains($output, 'top-secret') ? 'shown' : 'not shown', ' ',
    preg_match('/ACO_CLIENT_SECRET=\S+/', $output, $match) ? $match[0] : '', "\n";
[, $output] = $run(['--port', '0', '--client-secret', 'top-secret']);
echo str_contains($output, 'top-secret') ? 'shown' : 'not shown', "\n";

echo "-- log\n";
$log = __DIR__ . '/command_line.sandbox.log';
@unlink($log);
$sandbox = sandbox_start(['--log', $log], ['ACO_SANDBOX_CLIENT_SECRET' => 'top-secret']);
$token = sandbox_token_request($sandbox, ['client_secret' => 'top-secret'])->json->access_token;
$sandbox->token = $token;
sandbox_http('GET', "$sandbox->url/browse/products?source=hidden");
sandbox_post($sandbox, '/v1/catalog/products/prices', [['sku' => 'hidden', 'priceBookId' => 'main', 'regular' => 1]]);
sandbox_raw($sandbox->url, "hidden\r\n\r\n");
if (function_exists('posix_kill')) {
    posix_kill($sandbox->pid, SIGTERM);
    echo 'SIGTERM: ', sandbox_wait($sandbox), "\n";
} else {
    echo 'SIGTERM: ', sandbox_stop($sandbox), "\n";
}
$lines = file_get_contents($log);
foreach (['hidden', 'top-secret', $token] as $private) {
    echo str_contains($lines, $private) ? 'logged ' : 'not logged ';
}
echo "\n", preg_replace(['/^\S+Z/m', '/ [0-9a-f]{32} /', '/[\d.]+ ms/'], ['TIME', ' ID ', 'N ms'], $lines);
?>
--CLEAN--
<?php @unlink(__DIR__ . "/command_line.sandbox.log"); ?>
--EXPECT--
-- refused
--host 0.0.0.0: 2 --host must be a loopback address, such as 127.0.0.1 or ::1: the sandbox has no protection against other machines.
--host 192.168.1.1: 2 --host must be a loopback address, such as 127.0.0.1 or ::1: the sandbox has no protection against other machines.
--host example.com: 2 --host must be a loopback address, such as 127.0.0.1 or ::1: the sandbox has no protection against other machines.
--port 70000: 2 --port must be a whole number from 0 to 65535.
--port http: 2 --port must be a whole number from 0 to 65535.
--tenant a/b: 2 --tenant must be 1 to 64 letters, digits, hyphens or underscores, and none of adobe, api, assets-integration, browse, collection, ee, events, ims, matcher, prod, rest.
--tenant api: 2 --tenant must be 1 to 64 letters, digits, hyphens or underscores, and none of adobe, api, assets-integration, browse, collection, ee, events, ims, matcher, prod, rest.
--org : 2 --org must not be empty.
--client-secret : 2 --client-secret must not be empty.
--token-ttl 0: 2 --token-ttl must be a whole number from 1 to 31536000.
--requests-per-second=-1: 2 --requests-per-second must be a number that is not below 0.
--products-per-minute 1.5: 2 --products-per-minute must be a whole number from 0 to 1000000000.
--max-body-bytes 0: 2 --max-body-bytes must be a whole number from 1 to 1073741824.
--idle-timeout 0: 2 --idle-timeout must be a number that is not below 0.1.
--fault reset: 2 --fault must be a JSON object.
--fault {"fault":{"type":"fire"}}: 2 fault.type must be one of status, reset, reset-after, delay, truncate, garbage, html, slow, expire-tokens, reject-items, reject-records, accepted-count, edge, user-error, index.
--log /nowhere/log: 2 --log: the file cannot be written.
--data /nowhere/data: 2 The data file cannot be used: SQLSTATE[HY000] [14] unable to open database file.
--assets-dialect round: 2 --assets-dialect must be one of nested, flat.
--assets-errors round: 2 --assets-errors must be one of documented, flat, nested.
--assets-public-key /nowhere/key: 2 --assets-public-key must be a file with a public key in PEM.
--commerce-access-token : 2 --commerce-access-token must not be empty.
--products /nowhere/skus: 2 --products must be any, or a file of at most 64 MiB with one SKU a line.
busy port: 2 Port PORT on 127.0.0.1 is already in use. Choose another with --port, or let the system choose with --port 0.
-- ready
quiet: 0 ''
json: 0 1 line, url imsUrl ccmUrl ingestionUrl graphqlUrl edgeUrl assetsUrl commerceUrl matcherUrl matcherImsUrl tenantId orgId clientId pid
The sandbox is listening. Open http://127.0.0.1:PORT/ to see what it holds.

  IMS token      http://127.0.0.1:PORT/ims/token/v3
  tenant lookup  http://127.0.0.1:PORT/api/v1
  ingestion      http://127.0.0.1:PORT/aco-sandbox-tenant
  storefront     http://127.0.0.1:PORT/aco-sandbox-tenant/graphql
  edge network   http://127.0.0.1:PORT
  asset service  http://127.0.0.1:PORT/assets-integration/graphql
  Commerce       http://127.0.0.1:PORT
  asset matcher  http://127.0.0.1:PORT/api/v1/web/app-builder-external-rule
  tenant         aco-sandbox-tenant
  organization   ACOSANDBOX00000000000000@AdobeOrg
  client id      sandbox-client

Connect to it:

  ACO_CLIENT_SECRET=sandbox-secret bin/aco config:init --org-id=ACOSANDBOX00000000000000@AdobeOrg --tenant-id=aco-sandbox-tenant --client-id=sandbox-client --ims-url=http://127.0.0.1:PORT/ims/token/v3 --ccm-url=http://127.0.0.1:PORT/api/v1

Stop it with Ctrl+C.
not shown ACO_CLIENT_SECRET="$ACO_SANDBOX_CLIENT_SECRET"
not shown
-- log
SIGTERM: 0
not logged not logged not logged 
TIME ID POST /ims/token/v3 200 145 bytes N ms
TIME ID GET /browse/products 200 0 bytes N ms
TIME ID POST /aco-sandbox-tenant/v1/catalog/products/prices 200 51 bytes N ms
TIME - malformed request 400
