--TEST--
Sandbox: pages escape what came from outside and load nothing
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; extension_loaded('dom') || die('skip needs dom'); ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start();
$evil = '"><script>alert(1)</script>\'&';
$en = ['locale' => $evil];
sandbox_post($sandbox, '/v1/catalog/products', [[
    'sku' => $evil, 'source' => $en, 'name' => $evil, 'slug' => 's', 'status' => 'ENABLED',
]]);
sandbox_post($sandbox, '/v1/catalog/products/prices', [['sku' => 'A', 'priceBookId' => $evil, 'regular' => 1]]);
sandbox_post($sandbox, '/v1/catalog/categories', [['slug' => $evil, 'source' => $en, 'name' => 'N', $evil => 1]]);
sandbox_post($sandbox, '/v1/catalog/products', array_map(
    fn (int $n) => [
        'sku' => sprintf('S%03d', $n), 'source' => ['locale' => 'en'], 'name' => "Name $n", 'slug' => 's',
        'status' => 'ENABLED',
    ],
    range(1, 120),
));
$event = static fn (string $id, string $type): array => ['xdm' => [
    '_id' => $id, 'eventType' => $type, 'timestamp' => '2024-05-06T07:08:09+00:00',
    'identityMap' => ['email' => [['id' => $evil, 'primary' => true]]], 'commerce' => [
        'commerceScope' => ['websiteCode' => $evil],
    ]]];
$collect = static fn (string $datastream, array ...$events): stdClass => sandbox_http(
    'POST', "$sandbox->url/ee/v2/collect?datastreamId=" . rawurlencode($datastream),
    json_encode(['events' => $events]), ['Content-Type' => 'application/json']);
$collect($evil, $event($evil, $evil), $event('0', '7'));
$collect('other', $event('1', $evil), $event('0', '7'));
foreach (range(1, 60) as $number) {
    $collect('7', $event("n$number", '7'));
}
$collect('other', $event('', ''));
$collect('other', ['xdm' => ['_id' => $evil]]);
sandbox_post($sandbox, '/v1/catalog/products', array_fill(0, 30, ['sku' => 'x']));
$image = ['sku' => $evil, 'assetId' => $evil, 'url' => $evil, 'roles' => [$evil], 'altTexts' => [
    ['store_code' => 'all', 'value' => $evil],
]];
$media = static fn (string $operation, array $body): stdClass => sandbox_http('POST', "$sandbox->url/$sandbox->tenantId/V1/products/external-media/$operation",
    json_encode($body), ['Content-Type' => 'application/json', 'Authorization' => 'Bearer ' . sandbox_token($sandbox)]);
$media('image', $image);
foreach (range(1, 60) as $number) {
    $media('video', ['sku' => 'S1', 'assetId' => "v$number", 'url' => 'u', 'videoThumbnailUrl' => $evil]);
}
sandbox_http('POST', $sandbox->assetsUrl, json_encode([
    'query' => 'mutation registerTenant($tenantInput: TenantInput!) { registerTenant(tenantInput: $tenantInput) { tenantId } }',
    'operationName' => 'registerTenant',
    'variables' => ['tenantInput' => [
        'enabled' => true, 'projectId' => $evil, 'aem' => ['programId' => '12345', 'environmentId' => '67890'],
        'commerce' => ['baseUrl' => $sandbox->url, 'credentials' => [
            'consumerKey' => 'sandbox-consumer-key', 'consumerSecret' => 'sandbox-consumer-secret',
            'accessToken' => 'sandbox-access-token', 'accessTokenSecret' => 'sandbox-access-token-secret']],
        'rule' => ['type' => 'matchBySKU', 'matchBySkuRule' => ['metadataField' => 'x']]]],
]), [
    'Content-Type' => 'application/json', 'x-api-key' => 'sandbox-api-key',
    'magento-environment-Id' => 'sandbox-environment',
    'x-gw-signature' => implode('.', array_map(
        fn (string $part): string => rtrim(base64_encode($part), '='),
        ['{"alg":"RS256"}', '{"exp":9999999999}', 'x'],
    ))]);
$pages = [
    'start' => '/',
    'list' => '/browse/products',
    'source' => '/browse/products?source=' . rawurlencode($evil),
    'second page' => '/browse/products?source=en&page=2',
    'page far away' => '/browse/products?source=en&page=99999999999',
    'entity' => '/browse/products/entity?' . http_build_query(['id' => $evil, 'scope' => $evil]),
    'absent entity' => '/browse/products/entity?' . http_build_query(['id' => $evil . 'x']),
    'absent kind' => '/browse/scripts',
    'arrays in the query' => '/browse/products?source[]=x&page[]=2',
    'events' => '/browse/events',
    'second page of events' => '/browse/events?page=2',
    'events of a type' => '/browse/events?type=' . rawurlencode($evil),
    'events of a type for a datastream' => '/browse/events?type=7&datastream=7&page=2',
    'event' => '/browse/events/event?id=' . rawurlencode($evil),
    'absent event' => '/browse/events/event?id[]=0',
    'media' => '/browse/media',
    'media of a product' => '/browse/media?sku=S1&page=2',
    'registrations' => '/browse/tenants',
];
foreach ($pages as $label => $path) {
    $answer = sandbox_http('GET', $sandbox->url . $path);
    $document = new DOMDocument();
    $document->loadHTML($answer->body, LIBXML_NOERROR);
    $foreign = 0;
    foreach (['script', 'img', 'link', 'iframe', 'object', 'form'] as $tag) {
        $foreign += $document->getElementsByTagName($tag)->length;
    }
    $foreign += preg_match_all('/(?:src|href)="(?!\/)/', $answer->body);
    printf(
        "%s: %d, %d foreign, %s, %s\n",
        $label,
        $answer->status,
        $foreign,
        trim($document->getElementsByTagName('h1')[0]->textContent),
        $document->getElementsByTagName('tr')->length . ' rows',
    );
}
$start = sandbox_http('GET', "$sandbox->url/");
echo preg_replace('~sha256-[\w/+]{43}=~', 'HASH', $start->headers['content-security-policy']), "\n";
echo $start->headers['x-content-type-options'], "\n";
$link = preg_match('~href="(/browse/products/entity[^"]*)"~', sandbox_http('GET', "$sandbox->url/browse/products?source=" . rawurlencode($evil))->body, $match);
$entity = sandbox_http('GET', $sandbox->url . html_entity_decode($match[1]));
echo 'the link leads to the entity: ', $entity->status, ' ',
    str_contains($entity->body, '&lt;script&gt;alert(1)') ? 'escaped' : 'not there', "\n";
$document = new DOMDocument();
$document->loadHTML($start->body, LIBXML_NOERROR);
$path = new DOMXPath($document);
foreach (['Events' => true, 'Last errors of events' => false, 'Assets' => false] as $heading => $hasSentence) {
    echo "-- $heading\n";
    $after = "//*[.='$heading']/following-sibling::";
    foreach ($path->query(($hasSentence ? "{$after}p[1] | " : '') . "{$after}div[1]//tbody/tr") as $part) {
        $cells = iterator_to_array($path->query($part->nodeName === 'p' ? '.' : '*', $part));
        $texts = array_map(static function (DOMNode $cell) use ($path): string {
            $links = array_column(iterator_to_array($path->query('.//@href', $cell)), 'nodeValue');

            return implode(' ', [$cell->textContent, ...$links]);
        }, $cells);
        echo '    ', preg_replace('/\d{4}-\d\d-\d\d [\d:]+/', 'TIME', implode(' | ', $texts)), "\n";
    }
}
preg_match_all('~href="(/browse/[^"]+)"~', $start->body, $links);
$statuses = array_map(
    fn (string $link): int => sandbox_http('GET', $sandbox->url . html_entity_decode($link))->status,
    $links[1],
);
echo count($statuses), ' links, ', implode(' ', array_unique($statuses)), "\n";
echo 'credentials: ',
    preg_match('/access-token|consumer-secret/', sandbox_http('GET', "$sandbox->url/browse/tenants")->body), "\n";
echo 'POST: ', sandbox_http('POST', "$sandbox->url/", '{}', ['Content-Type' => 'application/json'])->status, "\n";
?>
--EXPECT--
start: 200, 0 foreign, Catalog sandbox, 39 rows
list: 200, 0 foreign, Products, 51 rows
source: 200, 0 foreign, Products – "><script>alert(1)</script>'&, 2 rows
second page: 200, 0 foreign, Products – en, 51 rows
page far away: 200, 0 foreign, Products – en, 1 rows
entity: 200, 0 foreign, Products: "><script>alert(1)</script>'&, 0 rows
absent entity: 404, 0 foreign, Not found, 0 rows
absent kind: 404, 0 foreign, Not found, 0 rows
arrays in the query: 200, 0 foreign, Products, 51 rows
events: 200, 0 foreign, Events, 54 rows
second page of events: 200, 0 foreign, Events, 17 rows
events of a type: 200, 0 foreign, Events – "><script>alert(1)</script>'&, 6 rows
events of a type for a datastream: 200, 0 foreign, Events – 7 – 7, 14 rows
event: 200, 0 foreign, Event: "><script>alert(1)</script>'&, 0 rows
absent event: 404, 0 foreign, Not found, 0 rows
media: 200, 0 foreign, Media of products, 51 rows
media of a product: 200, 0 foreign, Media of S1, 11 rows
registrations: 200, 0 foreign, Registrations, 2 rows
default-src 'none'; style-src 'HASH'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
nosniff
the link leads to the entity: 200 escaped
-- Events
    63 events, delivered 64 times, 1 of these with another body or for another datastream. /browse/events
    "><script>alert(1)</script>'& /browse/events?type=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%26 | 2 | "><script>alert(1)</script>'& 1   other 1 /browse/events?type=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%26&datastream=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%26 /browse/events?type=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%26&datastream=other
    7 /browse/events?type=7 | 61 | "><script>alert(1)</script>'& 1   7 60 /browse/events?type=7&datastream=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27%26 /browse/events?type=7&datastream=7
-- Last errors of events
    TIME | POST /ee/v2/collect | 0 | EXEG-0103-400 | The field events[0].xdm.eventType is mandatory. | 
    TIME | POST /ee/v2/collect | 0 | EXEG-0102-400 | The field events[0].xdm._id does not match the schema (minLength). | 
-- Assets
    Assignments /browse/media | 61 | 1 images, 60 videos; 61 assets, 2 products
    Registrations /browse/tenants | 1 | 
19 links, 200
credentials: 0
POST: 405
