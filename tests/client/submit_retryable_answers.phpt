--TEST--
submit(): answers that say nothing about items or configuration leave the items to be sent again, and the stream goes on
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

// One attempt is allowed, so that what one answer means is the result.
$server = new TestServer();
$json = ['status' => 'FAILED', 'message' => 'Try later'];
foreach ([408, 500, 502, 503, 504, 599] as $status) {
    $server->script(['api' => [['status' => $status, 'body' => $status % 2 ? $json : '<html>No</html>']]]);
    $client = $server->client(limits(maxAttempts: 1));
    show($client->submit(Feed::Prices, prices(2)), (string) $status);
    show($client->submit(Feed::Prices, prices(2)), '  and then');
}

echo "too many requests: nobody waits longer than retryBudgetMs\n";
$server->script(['api' => [['status' => 429, 'body' => $json, 'headers' => ['Retry-After' => '2']]]]);
$client = $server->client(limits(retryBudgetMs: 1000));
show($client->submit(Feed::Prices, prices(2)));
$submission = $client->submit(Feed::Prices, prices(2));
check('and then', $submission->retryable === 2 && $submission->requestIds === []
    && preg_match('~^the API asked for a pause that lasts another [12] s$~', $submission->reason) === 1, $submission);

echo "batches after it are sent\n";
$server->script(['api' => [['status' => 503], []]]);
show($server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(1100)));
?>
--EXPECT--
408: 2 retryable 2 [api-1]
  reason: the API answers HTTP 408
  0-1 2 -: the API answers HTTP 408
  and then: 200 accepted 2 [api-2]
500: 2 retryable 2 [api-3]
  reason: the API answers HTTP 500
  0-1 2 -: the API answers HTTP 500
  and then: 200 accepted 2 [api-4]
502: 2 retryable 2 [api-5]
  reason: the API answers HTTP 502
  0-1 2 -: the API answers HTTP 502
  and then: 200 accepted 2 [api-6]
503: 2 retryable 2 [api-7]
  reason: the API answers HTTP 503: Try later
  0-1 2 -: the API answers HTTP 503: Try later
  and then: 200 accepted 2 [api-8]
504: 2 retryable 2 [api-9]
  reason: the API answers HTTP 504
  0-1 2 -: the API answers HTTP 504
  and then: 200 accepted 2 [api-10]
599: 2 retryable 2 [api-11]
  reason: the API answers HTTP 599: Try later
  0-1 2 -: the API answers HTTP 599: Try later
  and then: 200 accepted 2 [api-12]
too many requests: nobody waits longer than retryBudgetMs
2 retryable 2 [api-13]
  reason: the API answers HTTP 429: Try later
  0-1 2 -: the API answers HTTP 429: Try later
and then: ok
batches after it are sent
2 accepted 600, retryable 500 [api-14 api-15 api-16]
  reason: the API answers HTTP 503
  0-499 2 -: the API answers HTTP 503
