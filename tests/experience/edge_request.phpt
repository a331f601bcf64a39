--TEST--
EdgeClient: address, headers and body, with and without credentials
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/edge.inc';

$server = new TestServer();
foreach ([true, false] as $credentials) {
    $result = edge($server, $credentials)->submit('ebebf826-a01f-4458-8cec-ef61de241c93', events(2));
    tell($credentials ? 'with credentials' : 'without', $result);
}
edge($server, false, null, null, datastreamParameter: 'dataStreamId', gzip: true)->submit('ds:1', [event(1, 2000)]);
$client = edge($server, false);
foreach (['5f67e6ad9501b0194b5aafb6', '', '5f67e6ad9501b0194b5aafb6'] as $dataset) {
    $client->submit('ds:2', [event(2)], null, $dataset);
}
try {
    $client->open('ds:2', null, 'a"b');
} catch (Aco\Exception\InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
foreach (array_slice($server->requests(), 3) as $request) {
    echo preg_replace('/"events":.*/', '"events":…', $request->body), "\n";
}
foreach (array_slice($server->requests(), 0, 3) as $request) {
    echo "$request->method $request->path\n";
    foreach (['authorization', 'x-api-key', 'x-gw-ims-org-id', 'content-type', 'content-encoding'] as $name) {
        echo "    $name: ", $request->headers->{$name} ?? '-', "\n";
    }
}
echo $server->requests()[0]->body, "\n";
echo count($server->requests('token')), " token\n";
?>
--EXPECT--
with credentials: 200, 2 accepted, 0 rejected, 0 to be sent again
without: 200, 2 accepted, 0 rejected, 0 to be sent again
$datasetId must be the id of a dataset: up to 64 letters, digits, "-" and "_"
{"meta":{"configOverrides":{"com_adobe_experience_platform":{"datasets":{"event":{"datasetId":"5f67e6ad9501b0194b5aafb6"}}}}},"events":…
{"events":…
{"meta":{"configOverrides":{"com_adobe_experience_platform":{"datasets":{"event":{"datasetId":"5f67e6ad9501b0194b5aafb6"}}}}},"events":…
POST /ee/v2/collect?datastreamId=ebebf826-a01f-4458-8cec-ef61de241c93
    authorization: Bearer tok3n-1
    x-api-key: client-1
    x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg
    content-type: application/json
    content-encoding: -
POST /ee/v2/collect?datastreamId=ebebf826-a01f-4458-8cec-ef61de241c93
    authorization: -
    x-api-key: -
    x-gw-ims-org-id: -
    content-type: application/json
    content-encoding: -
POST /ee/v2/collect?dataStreamId=ds%3A1
    authorization: -
    x-api-key: -
    x-gw-ims-org-id: -
    content-type: application/json
    content-encoding: gzip
{"events":[{"xdm":{"_id":"event-0","personalEmail":{"address":"shopper@example.com"}}},{"xdm":{"_id":"event-1","personalEmail":{"address":"shopper@example.com"}}}]}
1 token
