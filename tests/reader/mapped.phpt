--TEST--
ItemReader: documents, ids, hashes, deletions and refusals of random and damaged texts are those of what json_decode() makes
--EXTENSIONS--
aco
--INI--
memory_limit=256M
--FILE--
<?php
require __DIR__ . '/reader.inc';
require __DIR__ . '/model.inc';
require __DIR__ . '/../map/full_items.inc';
require __DIR__ . '/../map/mutate.inc';

use Aco\Feed;
use Aco\ItemReader;
use Aco\Mapper;

/** An item of the feed with odd values, odd spacing, repeated and odd keys, or damage. */
function feed_text(Feed $feed, Random $random): string
{
    $item = full_items()[$feed->value];
    $item = $random->of($item);
    $item = $random->below(3) > 0 ? mutated($item, $random) : $item;
    $json = json_encode($item, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE | $random->of([
        0, JSON_UNESCAPED_UNICODE, JSON_UNESCAPED_SLASHES, JSON_PRESERVE_ZERO_FRACTION,
    ]));
    // Another value, or a member before another one, in the place of a random one.
    for ($n = $random->below(4); $n > 0; $n--) {
        if (preg_match_all('/:(?:\d+|"[^"\\\\]*"|true|null)/', $json, $values, PREG_OFFSET_CAPTURE)) {
            [$value, $at] = $random->of($values[0]);
            $json = substr_replace($json, ':' . random_value($random), $at, strlen($value));
        }
    }
    if ($random->below(4) === 0 && preg_match_all('/[{,]"[^"\\\\]*":/', $json, $keys, PREG_OFFSET_CAPTURE)) {
        [$key, $at] = $random->of($keys[0]);
        $json = substr_replace($json, $key[0] . $random->of([
            substr($key, 1) . random_value($random), '"0":' . random_value($random), '"\u0000":1', '"":"a","":"b"',
            '"sku":"first"', '"\u0073ku":"first"', '"deleted":true', '"categoryId":"12"', '"productId":7',
        ]) . ',', $at, 1);
    }

    return $random->below(8) === 0 ? damaged($json) : $json;
}

function random_value(Random $random): string
{
    return $random->of([
        '0', '-0', '0.0', '-0.0', '0e0', '1', '1.50', '1e2', '-7', '12.5', '1e100', '1e-100', '1e400', '1e-400',
        '0e999', '9223372036854775807', '9223372036854775808', '18446744073709551615', '99999999999999999999',
        '9007199254740993', '0.1000000000000000055', '123456789012345.67', '1.0000000000000000', 'true', 'false',
        'null', '""', '"0"',
        '"x"', '"\ud83d"', '"\ud83d\ude00"', "\"\xFF\"", '"\u0000"', '[]', '{}', '[null]', '{"a":1}', '["a","b"]',
        '{"0":"a"}',
        '{"1":{"resource":{"url":"u"}}}', '[ -0 , "-0" ]', '"x -0 "', "\t{ }", 'TRUE', '01', '[1,]',
    ]);
}

/** @return list<string> texts whose lists are objects with keys that are there twice, or are numbers */
function texts_with_odd_lists(): array
{
    return [
        '{"attributeCode":"a","storeViewCode":"en","label":"L","searchTypes":{"x":"ONE","y":"TWO","x":"THREE"}}',
        '{"attributeCode":"a","storeViewCode":"en","label":"L","searchTypes":{"1":"ONE","01":"TWO","1":"THREE"}}',
        '{"attributeCode":"a","storeViewCode":"en","label":"L","searchTypes":{"1":"ONE","-1":"TWO","sku":-0,"":-0.0}}',
        '{"sku":"A","websiteCode":"base","regular":1,"tierPrices":{"a":{"qty":2,"price":1},"a":{"qty":3,"price":1}}}',
        '{"sku":-0,"websiteCode":"base","regular":-0,"regular":-0.0,"productId":-0}',
    ];
}

/** @return array<string, mixed> without the line */
function mapped_values(Aco\MappedItem $mapped): array
{
    $values = get_object_vars($mapped);
    $document = $mapped->document;
    unset($values['line']);

    return [...$values, 'document' => $document === null
        ? null
        : [(string) $document, $document->id, $document->hash, $document->deleted, $document->feed]];
}

/** @return array<string, mixed> as of the mapper and json_decode() */
function model_values(Mapper $mapper, string $text): array
{
    [$item, $isRepaired, $reason] = model_decode($text);
    $values = ['document' => null, 'refusedId' => null, 'sourceEntityId' => 0, 'deleteBody' => '',
        'isDeletion' => false, 'isItem' => $item !== null, 'field' => '', 'reason' => $reason,
        'isRepaired' => $isRepaired];
    if ($item === null) {
        return $values;
    }

    try {
        $document = $mapper->map($item);
    } catch (Aco\Exception\MappingException $e) {
        $document = null;
        $values['field'] = $e->field;
        $values['reason'] = $e->reason;
    }
    try {
        $deletion = $mapper->deletion($item);
    } catch (Aco\Exception\MappingException) {
        $deletion = null;
    }

    $entity = $item[match ($mapper->feed) {
        Feed::ProductAttributes, Feed::CategoryAttributes => 'id',
        Feed::Categories => 'categoryId',
        Feed::PriceBooks => 'customerGroupId',
        default => 'productId',
    }] ?? 0;

    return [
        ...$values,
        'document' => $document === null
            ? null
            : [(string) $document, $document->id, $document->hash, $document->deleted, $document->feed],
        'refusedId' => $values['reason'] === '' ? null : $deletion?->id,
        'sourceEntityId' => is_numeric($entity) ? (int) min(4294967295, max(0, (float) $entity)) : 0,
        'deleteBody' => (string) $deletion,
        'isDeletion' => !empty($item['deleted']),
    ];
}

foreach (Feed::cases() as $feed) {
    $random = new Random(31);
    mt_srand(31);
    $mapper = new Mapper($feed, new Aco\Scopes(['other'], ['other']));
    $texts = ['{}', ...texts_with_odd_lists()];
    for ($i = 0; $i < 4000; $i++) {
        $texts[] = str_replace("\n", ' ', feed_text($feed, $random));
    }
    $reader = new ItemReader($mapper, written(implode("\n", $texts)), 97);
    $differences = $documents = $refused = 0;
    foreach ($reader as $chunk) {
        foreach ($chunk->map() as $mapped) {
            $seen = mapped_values($mapped);
            $expected = model_values($mapper, $texts[$mapped->line - 1]);
            $documents += $mapped->document === null ? 0 : 1;
            $refused += $mapped->field === '' ? 0 : 1;
            if ($seen !== $expected && ++$differences < 3) {
                echo $texts[$mapped->line - 1], "\n", json_encode([
                    array_diff_assoc(array_map(serialize(...), $seen), array_map(serialize(...), $expected)),
                    $expected,
                ], JSON_PARTIAL_OUTPUT_ON_ERROR), "\n";
            }
        }
    }
    check($feed->value, $differences === 0 && $documents > 500 && $refused > 200, [$differences, $documents, $refused]);
}
?>
--EXPECT--
products: ok
productAttributes: ok
categories: ok
prices: ok
priceBooks: ok
categoryAttributes: ok
productLayers: ok
