--TEST--
submit(): an answer of 100 MB costs no more memory than aco.max_response_bytes
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip measures memory, of which a sanitizer takes its own');
}
if (!is_readable('/proc/self/status')) die('skip needs /proc');
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

function peak(): int
{
    return preg_match('~VmHWM:\s+(\d+) kB~', file_get_contents('/proc/self/status'), $match) === 1
        ? (int) $match[1]
        : 0;
}

$server = new TestServer();
$client = $server->client(limits(maxAttempts: 1));
$items = prices(2);
$client->submit(Feed::Prices, $items);
$block = str_repeat('[1],', 16_384);
foreach ([200, 400, 500] as $status) {
    $server->script(['api' => [['how' => 'flood', 'status' => $status, 'body' => $block, 'times' => 1600]]]);
    $before = peak();
    $submission = $client->submit(Feed::Prices, $items);
    $more = peak() - $before;
    echo "$submission->status $submission->retryable $submission->reason\n";
    check('  memory', $before > 0 && $more < 24 * 1024, $more);
    check('  works again', $client->submit(Feed::Prices, $items)->accepted === 2);
}
echo "for a token\n";
$server->script(['token' => [['how' => 'flood', 'body' => $block, 'times' => 1600]]]);
$before = peak();
$submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, $items);
echo "$submission->status $submission->retryable $submission->reason\n";
check('  memory', peak() - $before < 24 * 1024, peak() - $before);
?>
--EXPECT--
2 2 the response is larger than aco.max_response_bytes (4194304)
  memory: ok
  works again: ok
2 2 the response is larger than aco.max_response_bytes (4194304)
  memory: ok
  works again: ok
2 2 the response is larger than aco.max_response_bytes (4194304)
  memory: ok
  works again: ok
for a token
2 2 no token from IMS: the response is larger than aco.max_response_bytes (4194304)
  memory: ok
