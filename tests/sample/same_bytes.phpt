--TEST--
Sample catalog: the same bytes every time, whatever the settings
--SKIPIF--
<?php require __DIR__ . "/skipif.inc"; ?>
--INI--
serialize_precision=17
precision=5
date.timezone=Asia/Kathmandu
--FILE--
<?php
require __DIR__ . '/sample.inc';

use Aco\Sample\Catalog;
use Aco\Sample\Folder;

$first = temporaryFolder();
$second = temporaryFolder();
foreach ([$first, $second] as $path) {
    $folder = new Folder($path);
    $catalog = new Catalog(120);
    foreach (Catalog::FEEDS as $feed) {
        $folder->writeLines("$feed.jsonl", $catalog->items($feed));
    }
    $folder->writeDocument('scopes.json', $catalog->scopes());
}
foreach (glob("$first/*") as $file) {
    $name = basename($file);
    echo $name, ' ', hash_file('sha256', $file), ' ';
    echo hash_file('sha256', $file) === hash_file('sha256', "$second/$name") ? "same\n" : "different\n";
}
?>
--EXPECT--
categories.jsonl e8dc7d5549fd0d8cd20b4f94e268e0c8b1ee4b00312ad60e8ab7751b6d8abafa same
priceBooks.jsonl 181dd366b1270bdc5d63a79d11084d830e30f0ad429241495b02f459f707de1f same
prices.jsonl 890083c0c1bf66849a6bbdd0cc2524618ad15d8762f3e41409ad1ac246e58da0 same
productAttributes.jsonl bbf9ab3710b3f3da4ab46897611b0a9e5734d67c5332a3e1bb5795303eccadf9 same
products.jsonl 2ad928704a34cf5fbb0d8124abe9d3c5199ebb7b1aac9021645415469ca390fc same
scopes.json c900b9f390347173040c4c788a58f214c534fc8fdaec669ad3d8ea3de612c713 same
