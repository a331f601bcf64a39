--TEST--
ExternalMatcher: markers of an event among the metadata do not reach the matcher
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;

$server = new TestServer();
$server->script(['api' => array_fill(0, 3, ['body' => ['skip' => true]])]);
$matcher = new ExternalMatcher(new MatcherConnection("$server->url/a", "$server->url/p",
    new Aco\ImsCredentials('client', SECRET, $server->imsUrl, orgId: 'org')));
$metadata = ['dam:status' => 'approved', 'events' => 2, 'event' => 3, 'x:event:created' => 4];
foreach ([
    ['event:created' => ['x'], 'event:deleted' => [], 'event:other' => null],
    [],
] as $markers) {
    $asset = [
        'assetId' => 'urn:a',
        'assetMetadata' => $markers + $metadata,
        'repositoryMetadata' => ['repo:name' => 'a'] + $markers,
    ];
    $given = unserialize(serialize($asset));
    $matcher->assetToProduct($asset);
    echo $asset === $given ? '' : "the caller's array has changed\n";
}
$matcher->assetToProduct(['assetId' => 'urn:b', 'assetMetadata' => ['dam:status' => 'approved', 0 => 'number']]);
foreach ($server->requests() as $request) {
    echo $request->body, "\n";
}
?>
--EXPECT--
{"assetId":"urn:a","eventData":{"assetMetadata":{"dam:status":"approved","events":2,"event":3,"x:event:created":4},"repositoryMetadata":{"repo:name":"a"}}}
{"assetId":"urn:a","eventData":{"assetMetadata":{"dam:status":"approved","events":2,"event":3,"x:event:created":4},"repositoryMetadata":{"repo:name":"a"}}}
{"assetId":"urn:b","eventData":{"assetMetadata":{"dam:status":"approved","0":"number"}}}
