--TEST--
submit(): no connection, no answer, half an answer or none in time: to be sent again, with libcurl's reason
--EXTENSIONS--
aco
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

// The token comes from another server, so that the connection is always a new one: libcurl repeats what an old one did
// not take.
$ims = new TestServer();
$server = new TestServer();
$gone = new TestServer();
$gone->stop();

function lost(string $label, TestServer $server, array $answer, array $connection = []): void
{
    global $ims;
    $server->script(['api' => [$answer]]);
    $before = count($server->requests());
    $seconds = -microtime(true);
    $client = $server->client(limits(maxAttempts: 1), null, ...($connection + [
        'imsUrl' => $ims->imsUrl,
        'timeoutMs' => 5000,
    ]));
    $submission = $client->submit(Feed::Prices, prices(3));
    $seconds += microtime(true);
    echo "$label: $submission->status retryable $submission->retryable, sent ", count($server->requests()) - $before, "\n";
    check('  a reason for each', strlen($submission->reason) > 10
        && array_column($submission->failedItems, 'message') === array_fill(0, 3, $submission->reason), $submission);
    if (isset($connection['timeoutMs'])) {
        check(
            '  in time',
            $seconds >= $connection['timeoutMs'] / 1000 - 0.05 && $seconds < $connection['timeoutMs'] / 1000 + 2,
            $seconds,
        );
    }
    // Nothing is wrong with the client.
    $server->script(['api' => []]);
    $submission = $client->submit(Feed::Prices, prices(2));
    check('  works again', $submission->accepted === 2 || isset($connection['ingestionUrl']), $submission);
}

lost('reset', $server, ['how' => 'reset']);
lost('closed', $server, ['how' => 'close']);
lost('half a body', $server, ['how' => 'half']);
lost('too few bytes', $server, ['how' => 'cut']);
lost('no HTTP', $server, ['how' => 'raw', 'body' => "SSH-2.0-OpenSSH_9\r\n"]);
lost('rubbish', $server, ['how' => 'raw', 'raw64' => base64_encode(random_bytes(3000))]);
lost('half a head', $server, ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\nContent-Le"]);
lost('a bad length', $server, ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{\"acceptedCount\":3}"]);
lost('a bad chunk', $server, ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"]);
lost('silence', $server, ['how' => 'hang'], ['timeoutMs' => 300]);
lost('slow', $server, ['delay' => 3], ['timeoutMs' => 300]);
lost('trickle', $server, ['how' => 'trickle', 'interval' => 0.1, 'step' => 1], ['timeoutMs' => 400]);
lost('refused', $server, [], ['ingestionUrl' => $gone->url]);
lost('no such host', $server, [], ['ingestionUrl' => 'https://does-not-exist.invalid']);
?>
--EXPECT--
reset: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
closed: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
half a body: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
too few bytes: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
no HTTP: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
rubbish: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
half a head: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
a bad length: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
a bad chunk: 2 retryable 3, sent 1
  a reason for each: ok
  works again: ok
silence: 2 retryable 3, sent 1
  a reason for each: ok
  in time: ok
  works again: ok
slow: 2 retryable 3, sent 1
  a reason for each: ok
  in time: ok
  works again: ok
trickle: 2 retryable 3, sent 1
  a reason for each: ok
  in time: ok
  works again: ok
refused: 2 retryable 3, sent 0
  a reason for each: ok
  works again: ok
no such host: 2 retryable 3, sent 0
  a reason for each: ok
  works again: ok
