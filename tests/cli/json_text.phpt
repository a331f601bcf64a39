--TEST--
JSON for columns that hold ASCII alone: the same document, and the same bytes when it comes back
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\JsonText;

$flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS;
$characters = [
    'a', '"', '\\', '/', "\n", "\x01", "\x1f", "\x7f", "\u{80}", 'é', "\u{7ff}", "\u{800}", '中', "\u{2028}", "\u{d7ff}",
    "\u{e000}",
    "\u{ffff}", '😀', "\u{10000}", "\u{10ffff}", 'u00e9', '\\u00e9', '\\ud83d\\ude00', 'ud83d', '\\\\u1234', '\\u001f'];
mt_srand(1);
$wrong = 0;
for ($i = 0; $i < 20000; $i++) {
    $text = '';
    for ($n = mt_rand(0, 8); $n > 0; $n--) {
        $text .= $characters[mt_rand(0, count($characters) - 1)];
    }
    $json = json_encode([$text => [$text, 1.5, null]], $flags);
    $ascii = JsonText::toAscii($json);
    if (
        preg_match('/[^\x00-\x7f]/', $ascii) !== 0
        || JsonText::fromAscii($ascii) !== $json
        || json_decode($ascii, true) !== json_decode($json, true)
    ) {
        $wrong++ < 3 && print("wrong: $json $ascii\n");
    }
}
check('there and back', $wrong === 0, $wrong);
check('pairs', JsonText::toAscii('"Party 😀 é"') === '"Party \ud83d\ude00 \u00e9"', JsonText::toAscii('"Party 😀 é"'));
foreach (['"\ud83d"', '"\ude00\ud83d"', '"\ud83d\u0041"', '"\u00E9"', '"\u00', '\\', '"\\\\u00e9"', ''] as $other) {
    check("stays: $other", JsonText::fromAscii($other) === $other, JsonText::fromAscii($other));
}
$large = '"' . str_repeat('中😀', 1000000) . '"';
check('8 MB', JsonText::fromAscii(JsonText::toAscii($large)) === $large);
?>
--EXPECT--
there and back: yes
pairs: yes
stays: "\ud83d": yes
stays: "\ude00\ud83d": yes
stays: "\ud83d\u0041": yes
stays: "\u00E9": yes
stays: "\u00: yes
stays: \: yes
stays: "\\u00e9": yes
stays: : yes
8 MB: yes
