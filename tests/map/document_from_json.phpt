--TEST--
Document::fromJson() takes one JSON object and keeps it byte for byte
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Document;
use Aco\Feed;

$json = " {\"sku\" : \"A\\/\\u00e9\", \"n\":1.50, \"e\":{}, \"l\":[]}\n";
$document = Document::fromJson(Feed::Products, 'some id', $json);
var_dump(
    $document->feed,
    $document->id,
    $document->hash === sha1($json),
    $document->deleted,
    (string) $document === $json,
);
echo json_encode($document->jsonSerialize()), "\n";
var_dump(
    Document::fromJson(Feed::Prices, 'x', '{}', true)->deleted,
    Document::fromJson(Feed::Prices, str_repeat('x', 64), '{}')->id,
);

$mapped = (new Aco\Mapper(Feed::Categories))->map(LEAST['categories']);
$stored = Document::fromJson($mapped->feed, $mapped->id, (string) $mapped, $mapped->deleted);
var_dump($stored == $mapped);

$nested = static fn (int $levels): string => '{"a":' . str_repeat('[', $levels - 1) . str_repeat(']', $levels - 1)
    . '}';
refused('64 levels', static fn () => Document::fromJson(Feed::Products, 'x', $nested(64)));
foreach ([
    'empty' => '', 'blank' => " \n", 'list' => '[{}]', 'text' => '"{}"', 'number' => '5', 'null' => 'null',
    'cut off' => '{"a":1', 'more after it' => '{} {}', 'comma' => '{"a":1,}', 'no JSON' => '{a:1}', 'NUL' => "{}\0",
    'invalid UTF-8' => "{\"a\":\"\xff\"}", 'control character' => "{\"a\":\"\n\"}", 'too deep' => $nested(65),
    'byte order mark' => "\xef\xbb\xbf{}", 'form feed' => "\f{}",
] as $name => $bad) {
    refused($name, static fn () => Document::fromJson(Feed::Products, 'x', $bad));
}
foreach (['empty id' => '', 'long id' => str_repeat('x', 65), 'NUL in the id' => "a\0b"] as $name => $id) {
    refused($name, static fn () => Document::fromJson(Feed::Products, $id, '{}'));
}
refused('feed', static fn () => Document::fromJson('products', 'x', '{}'));
// Not the caller's json_decode().
var_dump(json_last_error());
?>
--EXPECT--
enum(Aco\Feed::Products)
string(7) "some id"
bool(true)
bool(false)
bool(true)
{"sku":"A\/\u00e9","n":1.5,"e":[],"l":[]}
bool(true)
string(64) "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
bool(true)
64 levels: taken
empty: Aco\Exception\InvalidArgumentException: $json must be a JSON object
blank: Aco\Exception\InvalidArgumentException: $json must be a JSON object
list: Aco\Exception\InvalidArgumentException: $json must be a JSON object
text: Aco\Exception\InvalidArgumentException: $json must be a JSON object
number: Aco\Exception\InvalidArgumentException: $json must be a JSON object
null: Aco\Exception\InvalidArgumentException: $json must be a JSON object
cut off: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
more after it: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
comma: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
no JSON: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
NUL: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
invalid UTF-8: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
control character: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
too deep: Aco\Exception\InvalidArgumentException: $json is not valid JSON of at most 64 levels
byte order mark: Aco\Exception\InvalidArgumentException: $json must be a JSON object
form feed: Aco\Exception\InvalidArgumentException: $json must be a JSON object
empty id: Aco\Exception\InvalidArgumentException: $id must have 1 to 64 bytes, none of them NUL
long id: Aco\Exception\InvalidArgumentException: $id must have 1 to 64 bytes, none of them NUL
NUL in the id: Aco\Exception\InvalidArgumentException: $id must have 1 to 64 bytes, none of them NUL
feed: TypeError: Aco\Document::fromJson(): Argument #1 ($feed) must be of type Aco\Feed, string given
int(0)
