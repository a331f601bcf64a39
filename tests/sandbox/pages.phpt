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
sandbox_post($sandbox, '/v1/catalog/products', [['sku' => $evil, 'source' => $en, 'name' => $evil, 'slug' => 's', 'status' => 'ENABLED']]);
sandbox_post($sandbox, '/v1/catalog/products/prices', [['sku' => 'A', 'priceBookId' => $evil, 'regular' => 1]]);
sandbox_post($sandbox, '/v1/catalog/categories', [['slug' => $evil, 'source' => $en, 'name' => 'N', $evil => 1]]);
sandbox_post($sandbox, '/v1/catalog/products', array_map(
    fn (int $n) => ['sku' => sprintf('S%03d', $n), 'source' => ['locale' => 'en'], 'name' => "Name $n", 'slug' => 's', 'status' => 'ENABLED'],
    range(1, 120),
));
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
echo $start->headers['content-security-policy'], "\n", $start->headers['x-content-type-options'], "\n";
$link = preg_match('~href="(/browse/products/entity[^"]*)"~', sandbox_http('GET', "$sandbox->url/browse/products?source=" . rawurlencode($evil))->body, $match);
$entity = sandbox_http('GET', $sandbox->url . html_entity_decode($match[1]));
echo 'the link leads to the entity: ', $entity->status, ' ', str_contains($entity->body, '&lt;script&gt;alert(1)') ? 'escaped' : 'not there', "\n";
echo 'POST: ', sandbox_http('POST', "$sandbox->url/", '{}', ['Content-Type' => 'application/json'])->status, "\n";
?>
--EXPECT--
start: 200, 0 foreign, Catalog sandbox, 16 rows
list: 200, 0 foreign, Products, 51 rows
source: 200, 0 foreign, Products – "><script>alert(1)</script>'&, 2 rows
second page: 200, 0 foreign, Products – en, 51 rows
page far away: 200, 0 foreign, Products – en, 1 rows
entity: 200, 0 foreign, Products: "><script>alert(1)</script>'&, 0 rows
absent entity: 404, 0 foreign, Not found, 0 rows
absent kind: 404, 0 foreign, Not found, 0 rows
arrays in the query: 200, 0 foreign, Products, 51 rows
default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
nosniff
the link leads to the entity: 200 escaped
POST: 405
