--TEST--
Texts: what is escaped and what is not
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/random.inc';
require __DIR__ . '/map.inc';

const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;

$written = static function (string $text): string {
    $item = ['websiteCode' => 'b', 'websiteName' => $text];

    return substr(wire(Aco\Feed::PriceBooks, $item), strlen('{"priceBookId":"b","name":'), -1);
};
foreach ([
    'slash' => 'https://shop.example/a', 'closing tag' => '</script>', 'quotes' => '"\'', 'backslash' => 'a\\b\\',
    'umlaut' => 'Zoë',
    'emoji' => '👩‍👩‍👧 😀', 'right to left' => 'שלום', 'escapes' => "\x08\f\n\r\t", 'controls' => "\0\x01\x1f\x7f",
    'high controls' => "\u{80}\u{9f}",
    'line separators' => "\u{2028}\u{2029}", 'last and first' => "\u{d7ff}\u{e000}\u{fffd}\u{ffff}\u{10000}\u{10ffff}", 'byte order mark' => "\u{feff}a",
] as $name => $text) {
    echo "$name: ", $written($text), "\n";
}

// Every character at every place within a block, and texts of any length.
$characters = [...array_map(chr(...), range(0, 127)), 'é', '€', '😀', "\u{2028}"];
foreach ($characters as $character) {
    for ($before = 0; $before < 34; $before++) {
        $text = str_repeat('x', $before) . $character . str_repeat('y', $before % 19);
        $written($text) === json_encode($text, FLAGS) || complain(json_encode($text));
    }
}
$random = new Random(8);
foreach ([...range(1, 70), 4090, 4095, 4096, 4097, 8191, 8192, 8193, 100000] as $length) {
    foreach ([1000, 30, 3] as $rare) {
        $text = '';
        for ($i = 0; $i < $length; $i++) {
            $text .= $random->below($rare) === 0 ? $random->of($characters) : 'z';
        }
        $written($text) === json_encode($text, FLAGS) || complain("a text of $length characters");
    }
}

// Wherever a text may stand.
foreach ([
    'sku', 'storeViewCode', 'name', 'urlKey', 'status', 'description', 'shortDescription', 'metaTitle',
    'metaDescription', 'productId',
] as $field) {
    $wire = wire(Aco\Feed::Products, [$field => "a/\"\\\u{2028}é"] + LEAST['products']);
    str_contains($wire, "/\\\"\\\\\u{2028}é\"") || complain("$field: $wire");
}
?>
--EXPECT--
slash: "https://shop.example/a"
closing tag: "</script>"
quotes: "\"'"
backslash: "a\\b\\"
umlaut: "Zoë"
emoji: "👩‍👩‍👧 😀"
right to left: "שלום"
escapes: "\b\f\n\r\t"
controls: "\u0000\u0001\u001f"
high controls: ""
line separators: "  "
last and first: "퟿�￿𐀀􏿿"
byte order mark: "﻿a"
