--TEST--
CommerceSink: what the store shows after changes of assets and of products, with sync-asset and without
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/../sandbox/skipif.inc';
--FILE--
<?php
require __DIR__ . '/sinks.inc';

use Aco\Assets\CommerceSink;
use Aco\Assets\ProductChange;

foreach ([
    'sync-asset' => [],
    'the older steps' => ['--without-sync-asset', '--assets-version', '1.4.1'],
    'a store that does not tell' => ['--without-sync-asset', '--assets-version', ''],
] as $what => $options) {
    $sandbox = sandbox_start($options);
    $sink = new CommerceSink(store($sandbox), delivery(), fast(4));
    echo "== $what, version \"", $sink->version(), "\"\n";
    tell('assets', $sink->apply([
        change('urn:aaid:aem:1', ['shirt' => ['image', 'thumbnail'], 'blue/shirt & co' => []]),
        change('urn:aaid:aem:2', ['shirt' => []], video: true),
        change('urn:aaid:aem:3', ['hat' => ['swatch_image']]),
    ]));
    tell('changes', $sink->apply([
        change('urn:aaid:aem:1', ['shirt' => ['image']], ['blue/shirt & co']),
        change('urn:aaid:aem:3', [], ['hat']),
        change('urn:aaid:aem:4', []),
    ]));
    tell('products', $sink->apply([
        new ProductChange('sock', [
            [
                'assetId' => 'urn:aaid:aem:1', 'video' => false, 'altTexts' => ALT_TEXTS, 'roles' => ['small_image'],
                'position' => 1,
            ],
            ['assetId' => 'urn:aaid:aem:2', 'video' => true, 'altTexts' => [], 'roles' => [], 'position' => null],
        ]),
        new ProductChange('hat', []),
    ]));
    show_store($sandbox);
    echo '    ', $sink->stats()['requests'], " requests\n";
    unset($sandbox);
}
?>
--EXPECT--
== sync-asset, version "1.4.4"
assets: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
changes: 200, 1 accepted, 2 deleted, 0 rejected, 0 to be sent again
products: 200, 1 accepted, 1 deleted, 0 rejected, 0 to be sent again
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["image"],"sku":"shirt","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":1,"roles":[],"sku":"shirt","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["small_image"],"sku":"sock","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":null,"roles":[],"sku":"sock","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    8 requests
== the older steps, version "1.4.1"
assets: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
changes: 200, 1 accepted, 2 deleted, 0 rejected, 0 to be sent again
products: 200, 1 accepted, 1 deleted, 0 rejected, 0 to be sent again
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["image"],"sku":"shirt","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":1,"roles":[],"sku":"shirt","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["small_image"],"sku":"sock","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":null,"roles":[],"sku":"sock","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    10 requests
== a store that does not tell, version ""
assets: 200, 3 accepted, 0 deleted, 0 rejected, 0 to be sent again
changes: 200, 1 accepted, 2 deleted, 0 rejected, 0 to be sent again
products: 200, 1 accepted, 1 deleted, 0 rejected, 0 to be sent again
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["image"],"sku":"shirt","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":1,"roles":[],"sku":"shirt","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    {"altTexts":[{"store_code":"default","value":"A \"red\" shirt é"},{"store_code":"fr","value":"Une chemise"}],"assetId":"urn:aaid:aem:1","kind":"image","position":1,"roles":["small_image"],"sku":"sock","thumbnailUrl":"","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:1"}
    {"altTexts":[],"assetId":"urn:aaid:aem:2","kind":"video","position":null,"roles":[],"sku":"sock","thumbnailUrl":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2","url":"https://delivery-p12345-e67890.adobeaemcloud.com/adobe/assets/urn:aaid:aem:2/play"}
    10 requests
