--TEST--
submit(): an answer about the configuration stops the stream at once; what is left is not sent
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$gateway = ['title' => 'ErrForbidden', 'status' => '403', 'error_code' => '403010', 'message' => 'Not permitted'];
$other = new TestServer();
$server = new TestServer();
foreach ([300, 301, 302, 304, 307, 308, 402, 403, 404, 405, 409, 410, 415, 422, 451, 499] as $status) {
    $before = count($server->requests());
    $answer = [
        'status' => $status,
        'body' => $gateway,
        'headers' => $status < 400 && $status !== 304 ? ['Location' => $other->url . '/' . TENANT . '/x'] : [],
    ];
    $server->script(['api' => [$status === 304 ? ['body' => ''] + $answer : $answer]]);
    $pulled = 0;
    $items = (static function () use (&$pulled): Generator {
        foreach (prices(1700) as $price) {
            $pulled++;
            yield $price;
        }
    })();
    $client = $server->client();
    $submission = $client->submit(Feed::Prices, $items);
    show($submission, (string) $status);
    check('  sent', count($server->requests()) - $before === 1 && $pulled === 1700, [
        count($server->requests()) - $before,
        $pulled,
    ]);
    $submission = $client->submit(Feed::Prices, prices(1));
    check('  the next submission is sent', $submission->status === 200, $submission);
}
check('no redirect was followed', $other->requests() === [], $other->requests());

echo "after something was delivered\n";
$server->script(['api' => [[], ['status' => 403]]]);
show($server->client()->submit(Feed::Prices, prices(1700)));
?>
--EXPECT--
300: 2 retryable 1700 [api-1]
  reason: the API answers HTTP 300: Not permitted
  0-1699 2 -: the API answers HTTP 300: Not permitted
  sent: ok
  the next submission is sent: ok
301: 2 retryable 1700 [api-3]
  reason: the API answers HTTP 301: Not permitted
  0-1699 2 -: the API answers HTTP 301: Not permitted
  sent: ok
  the next submission is sent: ok
302: 2 retryable 1700 [api-5]
  reason: the API answers HTTP 302: Not permitted
  0-1699 2 -: the API answers HTTP 302: Not permitted
  sent: ok
  the next submission is sent: ok
304: 2 retryable 1700 [api-7]
  reason: the API answers HTTP 304
  0-1699 2 -: the API answers HTTP 304
  sent: ok
  the next submission is sent: ok
307: 2 retryable 1700 [api-9]
  reason: the API answers HTTP 307: Not permitted
  0-1699 2 -: the API answers HTTP 307: Not permitted
  sent: ok
  the next submission is sent: ok
308: 2 retryable 1700 [api-11]
  reason: the API answers HTTP 308: Not permitted
  0-1699 2 -: the API answers HTTP 308: Not permitted
  sent: ok
  the next submission is sent: ok
402: 2 retryable 1700 [api-13]
  reason: the API answers HTTP 402: Not permitted
  0-1699 2 -: the API answers HTTP 402: Not permitted
  sent: ok
  the next submission is sent: ok
403: 2 retryable 1700 [api-15]
  reason: the API answers HTTP 403: Not permitted; check that client and scope may use this tenant
  0-1699 2 -: the API answers HTTP 403: Not permitted; check that client and scope may use this tenant
  sent: ok
  the next submission is sent: ok
404: 2 retryable 1700 [api-17]
  reason: the API answers HTTP 404: Not permitted; check ingestion address and tenant id
  0-1699 2 -: the API answers HTTP 404: Not permitted; check ingestion address and tenant id
  sent: ok
  the next submission is sent: ok
405: 2 retryable 1700 [api-19]
  reason: the API answers HTTP 405: Not permitted
  0-1699 2 -: the API answers HTTP 405: Not permitted
  sent: ok
  the next submission is sent: ok
409: 2 retryable 1700 [api-21]
  reason: the API answers HTTP 409: Not permitted
  0-1699 2 -: the API answers HTTP 409: Not permitted
  sent: ok
  the next submission is sent: ok
410: 2 retryable 1700 [api-23]
  reason: the API answers HTTP 410: Not permitted
  0-1699 2 -: the API answers HTTP 410: Not permitted
  sent: ok
  the next submission is sent: ok
415: 2 retryable 1700 [api-25]
  reason: the API answers HTTP 415: Not permitted
  0-1699 2 -: the API answers HTTP 415: Not permitted
  sent: ok
  the next submission is sent: ok
422: 2 retryable 1700 [api-27]
  reason: the API answers HTTP 422: Not permitted
  0-1699 2 -: the API answers HTTP 422: Not permitted
  sent: ok
  the next submission is sent: ok
451: 2 retryable 1700 [api-29]
  reason: the API answers HTTP 451: Not permitted
  0-1699 2 -: the API answers HTTP 451: Not permitted
  sent: ok
  the next submission is sent: ok
499: 2 retryable 1700 [api-31]
  reason: the API answers HTTP 499: Not permitted
  0-1699 2 -: the API answers HTTP 499: Not permitted
  sent: ok
  the next submission is sent: ok
no redirect was followed: ok
after something was delivered
2 accepted 500, retryable 1200 [api-33 api-34]
  reason: the API answers HTTP 403; check that client and scope may use this tenant
  500-1699 2 -: the API answers HTTP 403; check that client and scope may use this tenant
