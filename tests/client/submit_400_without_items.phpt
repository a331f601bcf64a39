--TEST--
submit(): a 400 for one item that names none leaves it undelivered, with the cause
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$bodies = [
    ['status' => 'FAILED', 'message' => 'Malformed'], ['status' => 'FAILED', 'message' => 'Malformed', 'errors' => []],
    ['errors' => [['itemIndex' => 7, 'message' => 'x']]], ['errors' => 'text'], ['errors' => null], ['errors' => ['itemIndex' => 0]],
    '<html>Bad Request</html>', '',
];
$server = new TestServer();
foreach ($bodies as $body) {
    $server->script(['api' => array_fill(0, 1, ['status' => 400, 'body' => $body])]);
    $submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(1));
    check(
        is_string($body) ? $body : json_encode($body),
        $submission->accepted === 0 && isset($submission->failedItems[0]) && str_contains($submission->failedItems[0]['message'], '400')
            && $submission->rejected + $submission->retryable === 1,
        $submission,
    );
    $message = $submission->failedItems[0]['message'];
    if (is_array($body) && isset($body['message'])) {
        check('  with the message', str_contains($message, 'Malformed'), $message);
    }
}
?>
--EXPECT--
{"status":"FAILED","message":"Malformed"}: ok
  with the message: ok
{"status":"FAILED","message":"Malformed","errors":[]}: ok
  with the message: ok
{"errors":[{"itemIndex":7,"message":"x"}]}: ok
{"errors":"text"}: ok
{"errors":null}: ok
{"errors":{"itemIndex":0}}: ok
<html>Bad Request</html>: ok
: ok
