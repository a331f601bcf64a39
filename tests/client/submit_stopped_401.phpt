--TEST--
submit(): a stream that has stopped does not send again for a 401 that comes later
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

$server = new TestServer(['api' => [['status' => 403, 'delay' => 0.2], ['status' => 401, 'delay' => 0.4]]]);
$submission = $server->client(limits(concurrency: 2))->submit(Aco\Feed::Prices, prices(1000));
echo $submission->status, ' ', $submission->accepted, ' ', $submission->retryable, ' ', count($server->requests()),
    "\n";
?>
--EXPECT--
2 0 1000 2
