--TEST--
Products and categories: meta tags, with one keyword a line
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

foreach (['metaKeyword' => Aco\Feed::Products, 'metaKeywords' => Aco\Feed::Categories] as $keywords => $feed) {
    show_member($feed, 'metaTags', [
        'none' => [],
        'null' => ['metaTitle' => null, 'metaDescription' => null, $keywords => null],
        'title' => ['metaTitle' => ' T '],
        'description' => ['metaDescription' => 'D'],
        'empty texts are given texts' => ['metaTitle' => '', 'metaDescription' => ''],
        'keywords' => [$keywords => "a\nb c\nd, e"],
        'trimmed' => [$keywords => "\n  a \r\n\t\n\0b\x0b\n\n"],
        'nothing left of the keywords' => [$keywords => " \n\r\n\t"],
        'all' => [$keywords => 'k', 'metaDescription' => 'D', 'metaTitle' => 'T'],
        'numbers' => [$keywords => 12, 'metaTitle' => 1.5],
    ]);
    // The other feed's name of the field.
    show_member($feed, 'metaTags', ['not a field' => [
        $keywords === 'metaKeyword' ? 'metaKeywords' : 'metaKeyword' => 'k',
    ]]);
    echo "\n";
}
?>
--EXPECT--
none: left out
null: left out
title: {"title":" T "}
description: {"description":"D"}
empty texts are given texts: {"title":"","description":""}
keywords: {"keywords":["a","b c","d, e"]}
trimmed: {"keywords":["a","b"]}
nothing left of the keywords: left out
all: {"title":"T","description":"D","keywords":["k"]}
numbers: {"title":"1.5","keywords":["12"]}
not a field: left out

none: left out
null: left out
title: {"title":" T "}
description: {"description":"D"}
empty texts are given texts: {"title":"","description":""}
keywords: {"keywords":["a","b c","d, e"]}
trimmed: {"keywords":["a","b"]}
nothing left of the keywords: left out
all: {"title":"T","description":"D","keywords":["k"]}
numbers: {"title":"1.5","keywords":["12"]}
not a field: left out
