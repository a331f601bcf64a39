--TEST--
OptimizerSink: product layers with images, labels and roles; videos are left out; an empty product loses its layer
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc';
--FILE--
<?php
require __DIR__ . '/sinks.inc';

use Aco\Assets\OptimizerSink;
use Aco\Assets\ProductChange;

$sandbox = sandbox_start();
$connection = new Aco\Connection(
    $sandbox->tenantId,
    $sandbox->clientId,
    SANDBOX_CLIENT_SECRET,
    $sandbox->ingestionUrl,
    imsUrl: $sandbox->imsUrl,
    transport: new Aco\Transport(proxy: ''),
);
$medium = static fn (string $id, array $roles = [], bool $video = false, array $altTexts = ALT_TEXTS): array =>
    ['assetId' => $id, 'video' => $video, 'altTexts' => $video ? [] : $altTexts, 'roles' => $roles, 'position' => null];

function layers(stdClass $sandbox): void
{
    foreach (json_decode(file_get_contents("$sandbox->url/api/entities/productLayers"), true)['items'] as $layer) {
        echo '    ', json_encode($layer, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
    }
}

$sink = new OptimizerSink($connection, delivery(), limits: fast());
tell('first', $sink->apply([
    new ProductChange('shirt', [
        $medium('urn:aaid:aem:1', ['image', 'thumbnail', 'of mine']),
        $medium('urn:aaid:aem:2', [], true),
        $medium('urn:aaid:aem:3', ['small_image', 'swatch_image'], false, []),
    ]),
    new ProductChange('film only', [$medium('urn:aaid:aem:2', [], true)]),
    new ProductChange('hat', [$medium('urn:aaid:aem:4')]),
]));
layers($sandbox);
$french = new OptimizerSink($connection, delivery(), 'Other', null, fast(), null, 'fr');
tell('another layer', $french->apply([new ProductChange('shirt', [$medium('urn:aaid:aem:1')])]));
tell('gone', $sink->apply([new ProductChange('hat', []), new ProductChange('shirt', [$medium('urn:aaid:aem:3')])]));
layers($sandbox);
try {
    $sink->apply([change('urn:aaid:aem:1', [])]);
} catch (Aco\Exception\InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
echo $sink->stats()['requests'], " requests\n";
?>
--EXPECT--
first: 200, 2 accepted, 1 deleted, 0 rejected, 0 to be sent again
    {"sku":"hat","source":{"locale":"en-US","layer":"AEM-Assets"},"images":[{"url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:4","label":"A \"red\" shirt é"}]}
    {"sku":"shirt","source":{"locale":"en-US","layer":"AEM-Assets"},"images":[{"url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1","label":"A \"red\" shirt é","roles":["BASE","THUMBNAIL"],"customRoles":["of mine"]},{"url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:3","roles":["SMALL","SWATCH"]}]}
another layer: 200, 1 accepted, 0 deleted, 0 rejected, 0 to be sent again
gone: 200, 1 accepted, 1 deleted, 0 rejected, 0 to be sent again
    {"sku":"shirt","source":{"layer":"Other"},"images":[{"url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1","label":"Une chemise"}]}
    {"sku":"shirt","source":{"locale":"en-US","layer":"AEM-Assets"},"images":[{"url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:3","label":"A \"red\" shirt é"}]}
change 0 is an AssetChange: a layer takes the whole product, a ProductChange
4 requests
