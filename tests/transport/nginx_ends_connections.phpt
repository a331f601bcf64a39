--TEST--
nginx that ends each connection after one, two or three requests, over HTTP/2 and HTTP/1.1: no attempt is lost
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_nginx.inc'; ?>
--FILE--
<?php
require __DIR__ . '/tls.inc';

use Aco\Feed;

$certificates = new Certificates();
foreach (['h2', 'h1'] as $protocol) {
    foreach ([1, 2, 3] as $requests) {
        $server = new TestServer(['default' => ['delay' => 0.02], 'record' => false]);
        $nginx = new Nginx($certificates->file('good'), $server->port, $protocol, $requests);
        $told = [];
        $client = $server->client(
            limits(concurrency: 4, maxAttempts: 1),
            static function (string $level, string $message) use (&$told): void {
                $level === 'debug' || $told[] = $message;
            },
            ingestionUrl: $nginx->url,
            imsUrl: "$nginx->url/ims/token/v3",
            caFile: $certificates->file('ca'),
        );
        $submission = $client->submit(Feed::Products, products(4000));
        check(
            "$protocol, $requests a connection",
            $submission->accepted === 4000 && $told === [] && $client->stats()['retries'] === 0
            && $client->stats()['connections'] >= 41 / $requests, [
                $submission->reason,
                array_slice($told, 0, 3),
                $client->stats(),
            ]);
        unset($client);
        $nginx->stop();
        $server->stop();
    }
}
?>
--EXPECT--
h2, 1 a connection: ok
h2, 2 a connection: ok
h2, 3 a connection: ok
h1, 1 a connection: ok
h1, 2 a connection: ok
h1, 3 a connection: ok
