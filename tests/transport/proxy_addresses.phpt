--TEST--
Proxy: an address that cannot be used, or where nobody is, gives a reason without its password
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Connection;
use Aco\Feed;

const PASSWORD = 'pr0xy-Pass';

$server = new TestServer();
$gone = new TestServer();
$gone->stop();
foreach (['https_proxy', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY'] as $name) {
    putenv($name);
}
$addresses = [
    'nobody there' => "http://user:%s@127.0.0.1:$gone->port",
    'no such host' => 'http://user:%s@does-not-exist.invalid:3128',
    'no such scheme' => 'foo://user:%s@127.0.0.1:3128',
    'no port' => 'http://user:%s@127.0.0.1:none',
    'no host' => 'http://user:%s@',
    'blanks' => 'http://user:%s@127.0.0.1 :3128',
    'ftp' => 'ftp://user:%s@127.0.0.1:3128',
];
foreach ($addresses as $label => $address) {
    $address = sprintf($address, PASSWORD);
    foreach (['given', 'of the environment'] as $from) {
        putenv('https_proxy' . ($from === 'given' ? '' : "=$address"));
        // The environment's is for https only; nobody gets as far as to speak TLS.
        $url = $from === 'given' ? $server->url : "https://127.0.0.1:$server->port";
        $texts = [];
        $submission = $server->client(limits(maxAttempts: 1), static function (
            string $level,
            string $message,
            array $context,
        ) use (&$texts): void {
            $texts[] = $message . json_encode($context);
        }, proxy: $from === 'given' ? $address : null, ingestionUrl: $url, imsUrl: $url)->submit(Feed::Prices, prices(
            1,
        ));
        try {
            Connection::discover('o', TENANT, 'c', SECRET, $url, $url, transport: new Aco\Transport(
                proxy: $from === 'given' ? $address : null,
            ));
            echo "NO EXCEPTION\n";
        } catch (Aco\Exception\TransportException $e) {
            $texts[] = $e->getMessage();
        }
        $texts[] = $submission->reason;
        echo "$label, $from: $submission->status\n";
        check('  no password', !str_contains(implode("\n", $texts), PASSWORD), $texts);
        check('  a reason', strlen($submission->reason) > 20, $submission->reason);
    }
}
putenv('https_proxy');
echo count($server->requests()), ' ', count($server->requests('token')), "\n";
?>
--EXPECT--
nobody there, given: 2
  no password: ok
  a reason: ok
nobody there, of the environment: 2
  no password: ok
  a reason: ok
no such host, given: 2
  no password: ok
  a reason: ok
no such host, of the environment: 2
  no password: ok
  a reason: ok
no such scheme, given: 2
  no password: ok
  a reason: ok
no such scheme, of the environment: 2
  no password: ok
  a reason: ok
no port, given: 2
  no password: ok
  a reason: ok
no port, of the environment: 2
  no password: ok
  a reason: ok
no host, given: 2
  no password: ok
  a reason: ok
no host, of the environment: 2
  no password: ok
  a reason: ok
blanks, given: 2
  no password: ok
  a reason: ok
blanks, of the environment: 2
  no password: ok
  a reason: ok
ftp, given: 2
  no password: ok
  a reason: ok
ftp, of the environment: 2
  no password: ok
  a reason: ok
0 0
