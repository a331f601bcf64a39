--TEST--
Invalid UTF-8 becomes U+FFFD as json_encode() substitutes it
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/full_items.inc';
require __DIR__ . '/random.inc';

const FLAGS =
    JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_INVALID_UTF8_SUBSTITUTE;

$check = static function (string $text): void {
    $wire = wire(Aco\Feed::PriceBooks, ['websiteCode' => 'b', 'websiteName' => "x$text"]);
    $expected = '{"priceBookId":"b","name":' . json_encode("x$text", FLAGS) . '}';
    $wire === $expected || complain('differs: ' . bin2hex($text));
};
// The first and last byte of each kind: ASCII, trail bytes, leads, what is neither.
$bytes = array_map(hex2bin(...), explode(' ',
    '00 22 41 5c 7f 80 8f 90 9f a0 bf c0 c1 c2 df e0 e1 ec ed ee ef f0 f1 f3 f4 f5 f8 fc ff'));
foreach ($bytes as $a) {
    $check($a);
    foreach ($bytes as $b) {
        $check($a . $b);
        foreach ($bytes as $c) {
            $check($a . $b . $c);
        }
    }
}
$random = new Random(3);
for ($i = 0; $i < 50000; $i++) {
    $text = str_repeat('a', $random->below(20));
    for ($length = 4 + $random->below(12); $length > 0; $length--) {
        $text .= $random->of($bytes);
    }
    $check($text . str_repeat('b', $random->below(20)));
}

// Cut off at the end of a long text, and in the middle of the pieces it is escaped in.
foreach (['é', '€', '😀'] as $character) {
    for ($kept = 1; $kept < strlen($character); $kept++) {
        foreach ([0, 1, 14, 15, 16, 17, 4093, 4094, 4095, 4096] as $before) {
            $check(str_repeat('x', $before) . substr($character, 0, $kept));
            $check(str_repeat('x', $before) . substr($character, 0, $kept) . str_repeat($character, 3));
        }
    }
}

// In any text; the JSON stays valid.
foreach (full_items() as $feed => $items) {
    foreach ($items as $item) {
        array_walk_recursive($item, static function (mixed &$value, int|string $key): void {
            if (is_string($value) && !is_numeric($value) && !in_array($key, ['type', 'productType'], true)) {
                $value = "\xc3$value\xff";
            }
        });
        $wire = wire(Aco\Feed::from($feed), $item);
        mb_check($wire) && json_decode($wire) !== null && str_contains($wire, "\u{fffd}") || complain("$feed: $wire");
    }
}
echo "done\n";

function mb_check(string $text): bool
{
    return preg_match('~~u', $text) === 1;
}
?>
--EXPECT--
done
