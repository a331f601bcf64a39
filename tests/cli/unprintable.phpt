--TEST--
Nothing from outside drives a terminal, ends a line, turns text around or hides in it: both filters over all of Unicode, and every output
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require_once __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Output\Json;
use Aco\Cli\Output\Text;
use Aco\Cli\Report\Html;
use Aco\Feed;
use Aco\Mapper;

/** Written out apart from the code's own list. */
const BAD = '/[\x{7F}-\x{9F}\x{061C}\x{180E}\x{200B}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2060}-\x{206F}\x{FEFF}\x{FFF0}-\x{FFFB}\x{FFFE}\x{FFFF}'
    . '\x{1BCA0}-\x{1BCA3}\x{1D173}-\x{1D17A}\x{E0000}-\x{E007F}]/u';

function encoded(int $code): string
{
    return match (true) {
        $code < 0x80 => chr($code),
        $code < 0x800 => chr(0xC0 | $code >> 6) . chr(0x80 | $code & 63),
        $code < 0x10000 => chr(0xE0 | $code >> 12) . chr(0x80 | $code >> 6 & 63) . chr(0x80 | $code & 63),
        default => chr(0xF0 | $code >> 18) . chr(0x80 | $code >> 12 & 63) . chr(0x80 | $code >> 6 & 63)
            . chr(0x80 | $code & 63),
    };
}

/** What the extension makes of a text in its messages. */
function in_message(Mapper $mapper, string $text): string
{
    try {
        $mapper->map(['sku' => $text]);
    } catch (Aco\Exception\MappingException $e) {
        return preg_match('/sku "(.*)"\)/', $e->getMessage(), $found) === 1 ? $found[1] : $e->getMessage();
    }

    return 'taken';
}

$mapper = new Mapper(Feed::Products);
$differences = $unfaithful = $shown = [];
for ($first = 0; $first <= 0x10FFFF; $first += 8) {
    $text = '';
    for ($code = $first; $code < $first + 8; $code++) {
        // One blank stands for several controls in a row.
        $text .= encoded($code) . '|';
    }
    if (in_message($mapper, $text) !== Text::printable($text)) {
        $differences[] = dechex($first);
    }
    $isText = preg_match('//u', $text) === 1;
    if ($isText && json_decode(Json::encode([$text => $text]), true) !== [$text => $text]) {
        $unfaithful[] = dechex($first);
    }
    foreach ([
        Text::printable($text), Json::encode($text), Html::text($text), Html::address($text),
        strtr(Json::document([$text]), "\n", ' '),
    ] as $output) {
        if (preg_match('/[\x00-\x1f]/', $output) || preg_match(BAD, $output) !== 0) {
            $shown[] = dechex($first);
        }
    }
}
check('both filters agree', $differences === [], $differences);
check('JSON means the same', $unfaithful === [], $unfaithful);
check('nothing unprintable is shown', $shown === [], $shown);
try {
    new Aco\Transport(caFile: "/none\u{9B}2J\u{202E}");
} catch (Aco\Exception\InvalidArgumentException $e) {
    echo $e->getMessage(), "\n";
}
echo Text::printable("a\r\n\tb\u{9B}31m \u{202E}x\u{200D}y\u{200C}z \xFF"), '|', Text::printable('ééé', 3), "\n";
echo Json::encode("\u{9B}\u{7F}\u{202E}\u{E0041}é\u{200D}"), "\n";

$cli = (new Cli())->startSandbox();
$cli->init();
$text = "a\u{9B}2J\u{85}b\u{202E}c\u{2028}d\u{200B}e\u{E0041}f\x1b]0;g\x07\u{200D}h";
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ["A$text"], 'message' => "message $text"]]);
$cli->write(
    'products.jsonl',
    [product("A$text"), ['storeViewCode' => 'default', 'sku' => "B$text"], product('C', ['storeViewCode' => "s$text"])],
);
$results = [];
foreach ([
    ['sync', 'products.jsonl', '-vvv'], ['sync', 'products.jsonl', '--json'], ['status'], ['status', '--failed'],
    ['status', '--failed', '--json'],
    ['status', '--html', 'page.html'], ["no-$text"], ['sync', "$text.jsonl"], ['sync', "$text.jsonl", '--json'],
    ['sync', 'products.jsonl', "--by-ids=$text"],
    ['scope:disable', "--website=$text"], ['scope:enable', "--website=$text"], ['config:show'],
] as $arguments) {
    $results[implode(' ', $arguments)] = $result = $cli->run($arguments);
    // The lines of tables and their colours are the command's own.
    $output = preg_replace('/\x1b\[[0-9;]*[mKGABD]/', '', $result->out . $result->err);
    if (preg_match('/[\x00-\x09\x0b-\x1f]/', $output) || preg_match(BAD, $output) !== 0) {
        echo "unprintable: ", json_encode($arguments), "\n", json_encode($output), "\n";
    }
}
$failed = json_decode($results['status --failed --json']->out)->items;
check(
    'the message of a failed item is there',
    str_contains(json_encode($failed, JSON_UNESCAPED_UNICODE), 'message a'),
    $failed,
);
foreach (["$cli->dir/page.html", ...glob("$cli->state/log/*.log")] as $file) {
    $content = file_get_contents($file);
    check(
        basename($file),
        $content !== '' && !preg_match('/[\x00-\x09\x0b-\x1f]/', $content) && preg_match(BAD, $content) === 0,
    );
}
?>
--EXPECT--
both filters agree: yes
JSON means the same: yes
nothing unprintable is shown: yes
$caFile "/none 2J?" is not a file that can be read
a b 31m ?x‍y‌z ?|é…
"\u009b\u007f\u202e\udb40\udc41é‍"
the message of a failed item is there: yes
page.html: yes
aco.log: yes
