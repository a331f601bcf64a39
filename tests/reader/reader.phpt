--TEST--
ItemReader: chunks, places, fingerprints, reopening, streams in PHP that throw or call back, and wrong arguments
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/reader.inc';

use Aco\Feed;
use Aco\ItemReader;
use Aco\Mapper;
use Aco\Scopes;

/** @return list<string> */
function fingerprints(string $text, Feed $feed, ?Scopes $scopes = null): array
{
    $chunk = (new ItemReader(new Mapper($feed, $scopes), written($text)))->next();

    return array_map($chunk->fingerprint(...), range(0, count($chunk) - 1));
}

/** A stream that gives its parts one by one; a part that can be called is called instead. */
final class PartStream
{
    public static array $parts = [];
    /** @var resource */
    public $context;

    public function stream_open(): bool
    {
        return true;
    }

    public function stream_read(): string
    {
        $part = array_shift(self::$parts);

        return is_callable($part) ? (string) $part() : (string) $part;
    }

    public function stream_eof(): bool
    {
        return self::$parts === [];
    }

    public function stream_stat(): array
    {
        return [];
    }

    public function stream_set_option(): bool
    {
        return false;
    }
}
stream_wrapper_register('parts', PartStream::class);

$mapper = new Mapper(Feed::Prices);
$line = '{"sku":"A","websiteCode":"base","regular":1}';
$path = written("$line\n\n$line \nx\n$line\n", 'prices.jsonl');
$reader = new ItemReader($mapper, $path, 2);
$sizes = $lines = $bytes = [];
foreach ($reader as $number => $chunk) {
    $sizes[$number] = count($chunk);
    $lines[] = $chunk->line(0);
    $bytes[] = $chunk->bytes();
}
check('chunks', [$sizes, $lines, $bytes] === [[2, 2], [1, 4], [89, 45]], [$sizes, $lines, $bytes]);
check('the end stays', $reader->next() === null && iterator_to_array($reader) === []);
$size = filesize($path);
check('size and place', [$reader->size(), $reader->consumed(), $reader->unit()] === [$size, $size, 'line']);
check('again', count($reader->reopen()->next()) === 2 && $reader->reopen() !== $reader);

$one = fingerprints("$line\n$line\t \n$line,", Feed::Prices);
check('equal texts', $one[0] === $one[1] && $one[0] !== $one[2] && preg_match('/^[\w-]{22}$/', $one[0]) === 1, $one);
check('another feed', fingerprints($line, Feed::PriceBooks)[0] !== $one[0]);
check('no scopes', fingerprints($line, Feed::Prices, new Scopes())[0] === $one[0]);
$scoped = fingerprints($line, Feed::Prices, new Scopes(['a', 'b']))[0];
$swapped = fingerprints($line, Feed::Prices, new Scopes(['b', 'a']))[0];
check('scopes in any order', $scoped === $swapped && $scoped !== $one[0]);
check('the other scopes', $scoped !== fingerprints($line, Feed::Prices, new Scopes([], ['a', 'b']))[0]);

$chunk = (new ItemReader($mapper, written("$line\n$line,\n$line")))->next();
$noted = implode(',', ['', "hash.$one[2]", 'hash', $one[0], str_repeat('x', 22)]);
check('in a list', [$chunk->find($noted), $chunk->find('')] === [[3, 1, 3], []], $chunk->find($noted));
check('in none', $chunk->find("hash$one[2],$one[0].") === []);

// The memory of a chunk serves the next one, but never one that is still there.
$reader = new ItemReader($mapper, written(str_repeat("$line\n", 9)), 1);
$kept = [];
while (($chunk = $reader->next()) !== null) {
    $kept[] = $chunk;
    $kept = count($kept) > 2 ? array_slice($kept, 1) : $kept;
}
unset($reader);
check('each its own', array_map(static fn ($chunk): array => [$chunk->line(0), $chunk->item(0)['sku']], $kept)
    === [[8, 'A'], [9, 'A']], array_map(static fn ($chunk): array => [$chunk->line(0), $chunk->item(0)], $kept));

$chunk = (new ItemReader($mapper, $path))->next();
check('some positions', array_keys($chunk->map([3, 0])) === [3, 0] && $chunk->map([]) === []);
$changed = $chunk->mapItem(1, ['sku' => 'B', 'productId' => '7'] + $chunk->item(1));
check('a changed item', $changed->line === 3 && $changed->sourceEntityId === 7
    && $changed->document->id === sha1("B\0" . "0\0base") && !$changed->isRepaired);

PartStream::$parts = ["$line\n", static fn () => throw new LogicException('from the stream'), "$line\n"];
$reader = new ItemReader($mapper, fopen('parts://', 'r'));
try {
    $reader->next();
} catch (LogicException $e) {
    echo $e->getMessage(), "\n";
}
check('nothing is lost', count($reader->next()) === 2 && $reader->next() === null);
check('a stream', [$reader->size(), $reader->reopen()] === [null, null]);

PartStream::$parts = ["$line\n", static function () use (&$reader): string {
    try {
        $reader->next();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }

    return '';
}, "$line\n"];
$reader = new ItemReader($mapper, fopen('parts://', 'r'));
check('called back', count($reader->next()) === 2);

$stream = fopen('php://memory', 'w+');
$reader = new ItemReader($mapper, $stream, name: 'mine');
fclose($stream);
foreach ([
    static fn () => $reader->next(),
    static fn () => $reader->next(),
    static fn () => new ItemReader($mapper, $stream),
    static fn () => new ItemReader($mapper, 5),
    static fn () => new ItemReader($mapper, ''),
    static fn () => new ItemReader($mapper, "a\0b"),
    static fn () => new ItemReader($mapper, '/nowhere/at/all'),
    static fn () => new ItemReader($mapper, __DIR__),
    static fn () => new ItemReader($mapper, $path, 0),
    static fn () => $chunk->map([4]),
    static fn () => $chunk->map(['0']),
    static fn () => $chunk->item(-1),
    static fn () => $chunk->line(4),
    static fn () => $reader->__construct($mapper, $path),
] as $call) {
    try {
        $call();
        echo "nothing\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', str_replace(__DIR__, 'DIR', $e->getMessage()), "\n";
    }
}
?>
--EXPECT--
chunks: ok
the end stays: ok
size and place: ok
again: ok
equal texts: ok
another feed: ok
no scopes: ok
scopes in any order: ok
the other scopes: ok
in a list: ok
in none: ok
each its own: ok
some positions: ok
a changed item: ok
from the stream
nothing is lost: ok
a stream: ok
Aco\ItemReader is reading already
called back: ok
Aco\Exception\ReadException: mine: reading failed
Aco\Exception\ReadException: mine: reading failed
Aco\Exception\InvalidArgumentException: $source must be a path or an open stream
Aco\Exception\InvalidArgumentException: $source must be a path or an open stream, int given
Aco\Exception\InvalidArgumentException: $source must be a path, not empty and without NUL bytes
Aco\Exception\InvalidArgumentException: $source must be a path, not empty and without NUL bytes
Aco\Exception\ReadException: /nowhere/at/all cannot be read
Aco\Exception\ReadException: DIR cannot be read
Aco\Exception\InvalidArgumentException: $chunkItems must be 1 to 100000, 0 given
Aco\Exception\InvalidArgumentException: $positions must be 0 to 3, 4 given
Aco\Exception\InvalidArgumentException: $positions must hold integers, string given
Aco\Exception\InvalidArgumentException: $position must be 0 to 3, -1 given
Aco\Exception\InvalidArgumentException: $position must be 0 to 3, 4 given
Error: Cannot construct Aco\ItemReader twice
