--TEST--
Connection: $metadata is a header of every request to the API, and of none when it is not given
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;

foreach ([null, '{"acoVersion":"1.2.3"}', str_repeat('x', 1024)] as $metadata) {
    $server = new TestServer();
    $connection = new Connection(
        'tenant', 'client', 'secret', $server->url, imsUrl: $server->url, metadata: $metadata,
    );
    (new Aco\Client($connection, limits()))->submit(Aco\Feed::Prices, [price(1)]);
    $sent = ((array) $server->requests()[0]->headers)['service-connector-metadata'] ?? 'none';
    echo strlen($sent) > 100 ? strlen($sent) . ' bytes' : $sent, ' ';
    echo json_encode($connection->metadata === $metadata), "\n";
}
foreach (['', "a\r\nX: y", "a\0", 'é', str_repeat('x', 1025)] as $wrong) {
    try {
        new Connection('tenant', 'client', 'secret', 'https://example.com', metadata: $wrong);
        echo "taken\n";
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
none true
{"acoVersion":"1.2.3"} true
1024 bytes true
$metadata must not be empty
$metadata must not hold control characters
$metadata must not hold control characters
$metadata must be ASCII
$metadata must not be longer than 1024 bytes
