--TEST--
TLS: a certificate that cannot be trusted stops the stream at once with its reason, and nothing is sent
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_openssl.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

use Aco\Feed;

$server = new TestServer();
$certificates = new Certificates();

/** The texts are OpenSSL's and libcurl's. */
function trusted(string $label, string $certificate, string $pattern, mixed ...$connection): void
{
    global $server, $certificates;
    $before = count($server->requests());
    $front = new TlsFront($certificates->file($certificate), $server->port);
    $connection += ['caFile' => $certificates->file('ca')];
    $connection['ingestionUrl'] = str_replace(
        'PORT',
        (string) $front->port,
        $connection['ingestionUrl'] ?? $front->url,
    );

    $logged = [];
    $client = $server->client(limits(concurrency: 2), static function (
        string $level,
        string $message,
    ) use (&$logged): void {
        $logged[] = $level;
    }, ...$connection);

    $submission = $client->submit(Feed::Prices, prices(1200));
    $stats = $client->stats();
    unset($client);
    $seen = $front->stop();
    echo "$label: $submission->status accepted $submission->accepted, retryable $submission->retryable\n";

    if ($submission->status === 200) {
        return;
    }

    check('  the reason', preg_match("~$pattern~", $submission->reason) === 1, $submission->reason);
    check('  nothing was sent', $seen['bytes'] === 0 && count($server->requests()) === $before, $seen);
    // Two were under way at once.
    check(
        '  no attempt was repeated',
        $seen['connections'] <= 2 && $stats['retries'] === 0 && !in_array('notice', $logged, true),
        [$seen, $stats, $logged],
    );

    check('  all positions have it', array_keys($submission->failedItems) === range(0, 1199)
        && array_unique(array_column($submission->failedItems, 'message')) === [$submission->reason]);
}

$refused = '^the server\'s certificate is refused: .*';
trusted('right host', 'good', '');
trusted('right name', 'name_only', '', ingestionUrl: 'https://localhost:PORT');
trusted('wrong host', 'wrong_host', $refused . '127\.0\.0\.1');
trusted('a name for an address', 'name_only', $refused . '127\.0\.0\.1');
trusted('expired', 'expired', $refused . 'expired');
trusted('not for servers', 'for_clients', $refused . 'purpose');
trusted('self-signed', 'self_signed', $refused . 'self.signed');
trusted('unknown CA', 'unknown_ca', $refused . 'unable to get local issuer');
trusted('unknown to the system', 'good', $refused . 'unable to get local issuer', caFile: null);
trusted('another CA in caFile', 'good', $refused . 'unable to get local issuer', caFile: $certificates->file(
    'another_ca',
));
?>
--EXPECT--
right host: 200 accepted 1200, retryable 0
right name: 200 accepted 1200, retryable 0
wrong host: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
a name for an address: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
expired: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
not for servers: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
self-signed: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
unknown CA: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
unknown to the system: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
another CA in caFile: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was sent: ok
  no attempt was repeated: ok
  all positions have it: ok
