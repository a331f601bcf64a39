--TEST--
Sandbox: a web page of another site cannot use the controls
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$fault = json_encode(['fault' => ['type' => 'status', 'status' => 503]]);
$json = ['Content-Type' => 'application/json'];
$post = fn (array $headers) => sandbox_summary(sandbox_http('POST', "$sandbox->url/api/faults", $fault, $headers));
$port = parse_url($sandbox->url, PHP_URL_PORT);

echo 'form: ', $post(['Content-Type' => 'text/plain']), "\n";
echo 'no type: ', $post([]), "\n";
echo 'other origin: ', $post($json + ['Origin' => 'https://evil.example']), "\n";
echo 'opaque origin: ', $post($json + ['Origin' => 'null']), "\n";
echo 'other port: ', $post($json + ['Origin' => 'http://127.0.0.1:1']), "\n";
echo 'rebound name: ', $post($json + ['Host' => "evil.example:$port"]), "\n";
echo 'rebound page: ', sandbox_http('GET', "$sandbox->url/", null, ['Host' => 'evil.example'])->status, "\n";
echo 'look-alike: ', sandbox_http('GET', "$sandbox->url/", null, ['Host' => '127.0.0.1.evil.example'])->status, "\n";
echo 'delete: ',
    sandbox_summary(sandbox_http('DELETE', "$sandbox->url/api/state", null, ['Origin' => 'https://evil.example'])),
    "\n";
echo 'faults: ', count(sandbox_http('GET', "$sandbox->url/api/faults")->json->faults), "\n";
echo 'own origin: ',
    sandbox_http('POST', "$sandbox->url/api/faults", $fault, $json + ['Origin' => $sandbox->url])->status, "\n";
echo 'localhost: ',
    sandbox_http('DELETE', "$sandbox->url/api/faults", null, [
        'Host' => "localhost:$port",
        'Origin' => "http://localhost:$port",
    ])->status,
    "\n";
?>
--EXPECT--
form: 415 Send Content-Type: application/json.
no type: 415 Send Content-Type: application/json.
other origin: 403 Requests from other web sites are refused.
opaque origin: 403 Requests from other web sites are refused.
other port: 403 Requests from other web sites are refused.
rebound name: 403 Open the sandbox by its loopback address.
rebound page: 403
look-alike: 403
delete: 403 Requests from other web sites are refused.
faults: 0
own origin: 201
localhost: 204
