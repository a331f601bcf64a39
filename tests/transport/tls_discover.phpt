--TEST--
TLS: Connection::discover() refuses servers that cannot be trusted for good, and tells them nothing
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_openssl.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

use Aco\Connection;
use Aco\Exception\TransportException;

$server = new TestServer(['tenant' => array_fill(0, 2, ['body' => ['ingestionUrl' => 'https://a.example']])]);
$certificates = new Certificates();
$patterns = [
    'good' => null,
    'wrong_host' => '127\.0\.0\.1',
    'expired' => 'expired',
    'self_signed' => 'self.signed',
    'unknown_ca' => 'unable to get local issuer',
];
foreach (['imsUrl', 'ccmUrl'] as $parameter) {
    foreach ($patterns as $certificate => $pattern) {
        echo "$parameter $certificate: ";
        $front = new TlsFront($certificates->file($certificate), $server->port);
        $addresses = [$parameter => $front->url] + ['imsUrl' => $server->url, 'ccmUrl' => $server->url];
        try {
            echo Connection::discover('o', TENANT, 'c', SECRET, ...$addresses, transport: new Aco\Transport(
                caFile: $certificates->file('ca'),
                proxy: '',
            ))->ingestionUrl,
                "\n";
            $front->stop();
        } catch (TransportException $e) {
            $seen = $front->stop();
            echo $e::class, $e->isRetryable() ? ' RETRYABLE ' : ' final ', $e->getCode(), "\n";
            check(
                '  the reason',
                preg_match("~$pattern~", $e->getMessage()) === 1 && !str_contains($e->getMessage(), SECRET),
                $e->getMessage(),
            );
            check('  nothing was told', $seen['bytes'] === 0 && $seen['connections'] === 1, $seen);
        }
    }
}
// Those with a bad $ccmUrl got a token before.
echo count($server->requests('token')), ' ', count($server->requests('tenant')), "\n";
?>
--EXPECT--
imsUrl good: https://a.example
imsUrl wrong_host: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
imsUrl expired: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
imsUrl self_signed: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
imsUrl unknown_ca: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
ccmUrl good: https://a.example
ccmUrl wrong_host: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
ccmUrl expired: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
ccmUrl self_signed: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
ccmUrl unknown_ca: Aco\Exception\TransportException final 60
  the reason: ok
  nothing was told: ok
6 2
