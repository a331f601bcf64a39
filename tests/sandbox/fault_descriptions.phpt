--TEST--
Sandbox: descriptions of faults that cannot be meant are refused with a reason
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$specs = [
    [], ['fault' => []], ['fault' => ['type' => 'fire']], ['fault' => ['type' => 'status']],
    ['fault' => ['type' => 'status', 'status' => 99]], ['fault' => ['type' => 'status', 'status' => '503']],
    ['fault' => ['type' => 'status', 'status' => 503, 'headers' => ['x' => "a\r\nb: c"]]],
    ['fault' => ['type' => 'status', 'status' => 503, 'headers' => ['x y' => 'a']]],
    ['fault' => ['type' => 'delay', 'ms' => 10_000_000]], ['fault' => ['type' => 'slow', 'bytesPerSecond' => 0]],
    ['fault' => ['type' => 'reject-items']], ['fault' => ['type' => 'reject-items', 'keys' => [1]]],
    ['fault' => ['type' => 'reset', 'ms' => 5]], ['when' => 1, 'fault' => ['type' => 'reset']],
    ['match' => ['path' => '('], 'fault' => ['type' => 'reset']],
    ['match' => ['url' => '/'], 'fault' => ['type' => 'reset']],
    ['times' => 0, 'fault' => ['type' => 'reset']], ['after' => -1, 'fault' => ['type' => 'reset']],
    ['probability' => 1.5, 'fault' => ['type' => 'reset']], ['probability' => '1', 'fault' => ['type' => 'reset']],
];
foreach ($specs as $spec) {
    echo sandbox_summary(sandbox_fault($sandbox, $spec)), "\n";
}
$url = "$sandbox->url/api/faults";
$json = ['Content-Type' => 'application/json'];
echo sandbox_summary(sandbox_http('POST', $url, 'reset', $json)), "\n";
echo sandbox_summary(sandbox_http('POST', $url, str_repeat(' ', 70_000), $json)), "\n";
for ($n = 0; $n < 100; $n++) {
    sandbox_fault($sandbox, ['match' => ['path' => 'never'], 'fault' => ['type' => 'reset']]);
}
echo sandbox_summary(sandbox_fault($sandbox, ['fault' => ['type' => 'reset']])), "\n";
?>
--EXPECT--
400 fault is missing.
400 type is missing.
400 fault.type must be one of status, reset, reset-after, delay, truncate, garbage, html, slow, expire-tokens, reject-items, reject-records, accepted-count, edge, user-error, index.
400 status is missing.
400 status must be from 200 to 599.
400 status must be a whole number.
400 headers must be an object of names and printable ASCII strings.
400 headers must be an object of names and printable ASCII strings.
400 ms must be from 1 to 600000.
400 bytesPerSecond must be from 1 to 1000000.
400 reject-items needs keys, a list of strings, or every, a number.
400 keys must be a list of strings.
400 ms is not known in fault of type reset. Known are: type.
400 when is not known in a fault. Known are: match, times, after, probability, fault.
400 match.path is not a regular expression.
400 url is not known in match. Known are: path, method.
400 times must be at least 1.
400 after must be at least 0.
400 probability must be a number from 0 to 1.
400 probability must be a number from 0 to 1.
400 The body must be a JSON object that describes a fault.
413 The description of a fault has at most 64 KiB.
400 There are too many faults. Remove them with DELETE /api/faults first.
