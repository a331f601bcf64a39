--TEST--
Products: images by sort order, with known and custom roles
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

$image = static fn (string $url, mixed $order): array => ['resource' => ['url' => $url], 'sortOrder' => $order];
$one = static fn (array $resource): array => ['images' => [['resource' => $resource + ['url' => 'u']]]];
show_member(Aco\Feed::Products, 'images', [
    'none' => [],
    'null' => ['images' => null],
    'empty' => ['images' => []],
    'url' => $one([]),
    'label' => $one(['label' => 'Front']),
    'empty label' => $one(['label' => '']),
    'label null' => $one(['label' => null]),
    'known roles' => $one(['roles' => ['thumbnail', 'image', 'swatch_image', 'small_image']]),
    'custom role' => $one(['roles' => ['hide_from_pdp']]),
    'both' => $one(['label' => 'L', 'roles' => ['b', 'image', null, 'a', 'swatch_image', 'Image']]),
    'roles null' => $one(['roles' => null]),
    'no role' => $one(['roles' => []]),
    'without address' => ['images' => [
        null, [], ['resource' => null], ['resource' => []], ['resource' => ['url' => '']], ['sortOrder' => 'x'],
    ]],
    'some without address' => ['images' => [['resource' => ['url' => null]], $image('u', 1)]],
    'slashes stay' => $one(['url' => 'https://shop.example/é/a.jpg']),
    'by number, not by text' => ['images' => [$image('c', '10'), $image('b', '9'), $image('a', '-1')]],
    'absent order is 0' => ['images' => [
        $image('c', '1'), $image('b', null), ['resource' => ['url' => 'b2']], $image('a', '-1'),
    ]],
    'ties in given order' => ['images' => [$image('z', 2), $image('y', '1'), $image('x', '2'), $image('w', 2.0)]],
    'the gallery is not read' => ['media_gallery' => [['url' => 'u']], 'image' => ['url' => 'u']],
]);
?>
--EXPECT--
none: left out
null: left out
empty: left out
url: [{"url":"u"}]
label: [{"url":"u","label":"Front"}]
empty label: [{"url":"u","label":""}]
label null: [{"url":"u"}]
known roles: [{"url":"u","roles":["THUMBNAIL","BASE","SWATCH","SMALL"]}]
custom role: [{"url":"u","customRoles":["hide_from_pdp"]}]
both: [{"url":"u","label":"L","roles":["BASE","SWATCH"],"customRoles":["b","a","Image"]}]
roles null: [{"url":"u"}]
no role: [{"url":"u"}]
without address: left out
some without address: [{"url":"u"}]
slashes stay: [{"url":"https://shop.example/é/a.jpg"}]
by number, not by text: [{"url":"a"},{"url":"b"},{"url":"c"}]
absent order is 0: [{"url":"a"},{"url":"b"},{"url":"b2"},{"url":"c"}]
ties in given order: [{"url":"y"},{"url":"z"},{"url":"x"},{"url":"w"}]
the gallery is not read: left out
