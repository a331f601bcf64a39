--TEST--
Connection::discover(): no connection and no answer in time, with libcurl's code
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;
use Aco\Exception\TimeoutException;
use Aco\Exception\TransportException;

function discover(string $label, TestServer $server, mixed ...$overrides): void
{
    $before = microtime(true);
    try {
        Connection::discover(...with_transport($overrides + [
            'orgId' => 'o', 'tenantId' => 't', 'clientId' => 'c', 'clientSecret' => SECRET,
            'imsUrl' => $server->url, 'ccmUrl' => $server->url, 'proxy' => '', 'timeoutMs' => 30000,
        ]));
        echo "$label: NO EXCEPTION\n";
    } catch (TransportException $e) {
        echo "$label: ", get_class($e), ' ', $e->getCode(), $e->isRetryable() ? ' retryable' : ' final', "\n";
        if (str_contains(print_r($e, true), SECRET)) {
            echo "THE SECRET IS IN THE EXCEPTION\n";
        }
        check('  says more than the class', strlen($e->getMessage()) > 20, $e->getMessage());
        if ($e instanceof TimeoutException) {
            check(
                '  waited as long as told',
                ($seconds = microtime(true) - $before) >= 0.95 && $seconds < 20,
                $seconds,
            );
        }
    }
}

$gone = new TestServer();
$gone->stop();
$server = new TestServer();
discover('no IMS', $server, imsUrl: $gone->url);
discover('no service', $server, ccmUrl: $gone->url);
$always = static fn (array $answer): TestServer => new TestServer(['tenant' => [$answer + ['always' => true]]]);
discover('silent service', $always(['how' => 'hang']), timeoutMs: 1000);
// On a connection that was used before libcurl tries once more itself.
discover('closed', $always(['how' => 'close']));
discover('cut', $always(['how' => 'cut', 'body' => ['ingestionUrl' => 'https://a.example']]));
discover('no such host', $server, imsUrl: 'https://does-not-exist.invalid/');
discover('no TLS there', $server, imsUrl: "https://127.0.0.1:$server->port/", timeoutMs: 1000);
$silent = new TestServer(['token' => [['how' => 'hang', 'always' => true]]]);
discover('silent IMS', $silent, timeoutMs: 1000);
?>
--EXPECT--
no IMS: Aco\Exception\TransportException 7 retryable
  says more than the class: ok
no service: Aco\Exception\TransportException 7 retryable
  says more than the class: ok
silent service: Aco\Exception\TimeoutException 28 retryable
  says more than the class: ok
  waited as long as told: ok
closed: Aco\Exception\TransportException 52 retryable
  says more than the class: ok
cut: Aco\Exception\TransportException 18 retryable
  says more than the class: ok
no such host: Aco\Exception\TransportException 6 retryable
  says more than the class: ok
no TLS there: Aco\Exception\TimeoutException 28 retryable
  says more than the class: ok
  waited as long as told: ok
silent IMS: Aco\Exception\TimeoutException 28 retryable
  says more than the class: ok
  waited as long as told: ok
