--TEST--
Plain http is for loopback only, however an address is written
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Connection;

$server = new TestServer();
$hosts = [
    '127.0.0.1', '127.255.255.254', 'localhost', '[::1]', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1',
    '0x7f000001',
    '0.0.0.0', '0', '[::]', '10.0.0.1', '192.168.0.1', '169.254.169.254', '126.255.255.255', '128.0.0.1', '1.127.0.0',
    '0127.0.0.1',
    '[::ffff:127.0.0.1]', '[::ffff:10.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]', '[fe80::1]', '[::1%25lo]',
    '127.0.0.1.example.com', '127.0.0.example', '127.evil.example', '127-0-0-1.example', 'localhost.example',
    'localhost.', 'LOCALHOST', 'ip6-localhost',
    'example.com#@127.0.0.1', '127.0.0.1\\@a.example', '127.0.0.1%2ea.example', '127.0.0.1;a.example',
    '127.0.0.1,a.example', "\u{ff11}27.0.0.1",
    '127.0.0.256', '127.0.0.1.1', '127.0.0.1:80:80', '127.0.0.1@a.example', 'a.example:80@127.0.0.1',
];
$outcome = static function (string $host) use ($server): string {
    $taken = [];
    foreach (['ingestionUrl', 'imsUrl', 'ccmUrl'] as $parameter) {
        try {
            if ($parameter === 'ccmUrl') {
                // Nothing is sent there: no token is to be had.
                Connection::discover(
                    'o',
                    't',
                    'c',
                    SECRET,
                    "http://127.0.0.1:$server->port/none",
                    "http://$host/",
                    transport: new Aco\Transport(proxy: '', timeoutMs: 2000),
                );
            } else {
                new Connection(...([$parameter => "http://$host/"] + [
                    'tenantId' => 't', 'clientId' => 'c', 'clientSecret' => SECRET,
                    'ingestionUrl' => 'https://a.example',
                ]));
            }
            $taken[] = 'taken';
        } catch (Aco\Exception\InvalidArgumentException) {
            $taken[] = 'refused';
        } catch (Aco\Exception\AcoException) {
            $taken[] = 'taken';
        }
    }

    return implode(' ', array_unique($taken));
};
foreach ($hosts as $host) {
    echo $host, ': ', $outcome($host), "\n";
}
// A name to older releases of libcurl, the address to later ones.
check('127.0.0.1.', in_array($seen = $outcome('127.0.0.1.'), ['refused', 'taken'], true), $seen);
?>
--EXPECT--
127.0.0.1: taken
127.255.255.254: taken
localhost: taken
[::1]: taken
127.1: taken
2130706433: taken
0x7f.0.0.1: taken
0177.0.0.1: taken
0x7f000001: taken
0.0.0.0: refused
0: refused
[::]: refused
10.0.0.1: refused
192.168.0.1: refused
169.254.169.254: refused
126.255.255.255: refused
128.0.0.1: refused
1.127.0.0: refused
0127.0.0.1: refused
[::ffff:127.0.0.1]: refused
[::ffff:10.0.0.1]: refused
[::ffff:7f00:1]: refused
[0:0:0:0:0:0:0:1]: taken
[fe80::1]: refused
[::1%25lo]: taken
127.0.0.1.example.com: refused
127.0.0.example: refused
127.evil.example: refused
127-0-0-1.example: refused
localhost.example: refused
localhost.: refused
LOCALHOST: refused
ip6-localhost: refused
example.com#@127.0.0.1: refused
127.0.0.1\@a.example: refused
127.0.0.1%2ea.example: refused
127.0.0.1;a.example: refused
127.0.0.1,a.example: refused
１27.0.0.1: refused
127.0.0.256: refused
127.0.0.1.1: refused
127.0.0.1:80:80: refused
127.0.0.1@a.example: refused
a.example:80@127.0.0.1: refused
127.0.0.1.: ok
