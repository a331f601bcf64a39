--TEST--
TLS: a token server that cannot be trusted gets no secret, is asked once, and stops the stream
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
$garbage = $certificates->folder->path . '/garbage.pem';
file_put_contents($garbage, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
foreach ([
    'right host' => ['good', 'ca', ''],
    'wrong host' => ['wrong_host', 'ca', '127\.0\.0\.1'],
    'expired' => ['expired', 'ca', 'expired'],
    'self-signed' => ['self_signed', 'ca', 'self.signed'],
    'unknown CA' => ['unknown_ca', 'ca', 'unable to get local issuer'],
    'garbage for a CA' => ['good', 'garbage', 'garbage\.pem'],
] as $label => [$certificate, $ca, $pattern]) {
    $front = new TlsFront($certificates->file($certificate), $server->port);
    $notices = 0;
    $client = $server->client(limits(), static function (string $level) use (&$notices): void {
        $notices += $level === 'notice';
    }, imsUrl: "$front->url/ims/token/v3", caFile: $certificates->file($ca));
    $submission = $client->submit(Feed::Prices, prices(1200));
    $stats = $client->stats();
    unset($client);
    $seen = $front->stop();
    echo "$label: $submission->status accepted $submission->accepted, retryable $submission->retryable\n";
    if ($pattern !== '') {
        check(
            '  the reason',
            preg_match("~^no token from IMS: .*$pattern~", $submission->reason) === 1,
            $submission->reason,
        );
        check('  nothing was told', $seen['bytes'] === 0, $seen);
        check(
            '  asked once',
            $stats['tokenRequests'] === 1 && $notices === 0 && $stats['requests'] === 0,
            [$stats, $notices],
        );
    }
}
echo count($server->requests()), ' requests, ', count($server->requests('token')), " token\n";
?>
--EXPECT--
right host: 200 accepted 1200, retryable 0
wrong host: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was told: ok
  asked once: ok
expired: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was told: ok
  asked once: ok
self-signed: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was told: ok
  asked once: ok
unknown CA: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was told: ok
  asked once: ok
garbage for a CA: 2 accepted 0, retryable 1200
  the reason: ok
  nothing was told: ok
  asked once: ok
3 requests, 1 token
