--TEST--
Connection: the tenant is appended to the ingestion address unless it is there, the token address gets its path
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Client;
use Aco\Feed;

$server = new TestServer();
$cases = [
    ['T1', ''], ['T1', '/'], ['T1', '/T1'], ['T1', '/T1/'], ['T1', '/base'], ['T1', '/base/T1'], ['T1', '/xT1'],
    ['T1', '/T1/base'],
    ['a b/ü', '/base'], ['a b/ü', '/base/a%20b%2F%C3%BC'],
];
foreach ($cases as [$tenant, $path]) {
    $connection = $server->connection(tenantId: $tenant, ingestionUrl: $server->url . $path);
    (new Client($connection, limits()))->submit(Feed::Prices, prices(1));
    $requests = $server->requests();
    echo str_pad("$tenant $path", 35), end($requests)->path, "\n";
}

foreach (['', '/', '/ims/token/v3', '/other/ims/v4', '/other/ims/v4/'] as $path) {
    $connection = $server->connection(imsUrl: $server->url . $path);
    $submission = (new Client($connection, limits()))->submit(Feed::Prices, prices(1));
    $requests = $server->requests('token');
    echo str_pad($path, 35), end($requests)->path, ' ', scrub($connection->imsUrl), ' ', $submission->status, "\n";
}
?>
--EXPECT--
T1                                 /T1/v1/catalog/products/prices
T1 /                               /T1/v1/catalog/products/prices
T1 /T1                             /T1/v1/catalog/products/prices
T1 /T1/                            /T1/v1/catalog/products/prices
T1 /base                           /base/T1/v1/catalog/products/prices
T1 /base/T1                        /base/T1/v1/catalog/products/prices
T1 /xT1                            /xT1/T1/v1/catalog/products/prices
T1 /T1/base                        /T1/base/T1/v1/catalog/products/prices
a b/ü /base                       /base/a%20b%2F%C3%BC/v1/catalog/products/prices
a b/ü /base/a%20b%2F%C3%BC        /base/a%20b%2F%C3%BC/v1/catalog/products/prices
                                   /ims/token/v3 http://127.0.0.1:*/ims/token/v3 200
/                                  /ims/token/v3 http://127.0.0.1:*/ims/token/v3 200
/ims/token/v3                      /ims/token/v3 http://127.0.0.1:*/ims/token/v3 200
/other/ims/v4                      /other/ims/v4 http://127.0.0.1:*/other/ims/v4 200
/other/ims/v4/                     /other/ims/v4 http://127.0.0.1:*/other/ims/v4 200
