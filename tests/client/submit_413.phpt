--TEST--
submit(): a single item that is too large for the API is not delivered, with the cause
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer(['api' => [['status' => 413, 'body' => '<html>Too large</html>']]]);
$submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(1));
var_dump($submission->accepted, $submission->rejected + $submission->retryable, $submission->status !== 200,
    str_contains($submission->failedItems[0]['message'], '413'), count($server->requests()));
?>
--EXPECT--
int(0)
int(1)
bool(true)
bool(true)
int(1)
