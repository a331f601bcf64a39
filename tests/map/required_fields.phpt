--TEST--
A required field that is absent, null or empty is named, in a fixed order
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/map.inc';

use Aco\Feed;

const DELETED = [
    'products' => ['sku', 'storeViewCode'],
    'productAttributes' => ['attributeCode', 'storeViewCode'],
    'categories' => ['urlPath', 'storeViewCode'],
    'prices' => ['sku', 'websiteCode'],
    'priceBooks' => ['websiteCode'],
    'categoryAttributes' => ['code', 'source'],
    'productLayers' => ['sku', 'source'],
];

foreach (Feed::cases() as $feed) {
    $least = LEAST[$feed->value];
    echo "$feed->value, from nothing on:";
    $item = [];
    while (
        preg_match('~^refused: (\w+) is missing$~', $wire = wire($feed, $item), $match)
        && !isset($item[$match[1]])
    ) {
        echo " $match[1]";
        $item[$match[1]] = $least[$match[1]];
    }
    $wire[0] === '{' || complain($wire);
    echo "\n";
    foreach ($least as $field => $_) {
        if ($field === 'urlPath') {
            // The empty path is the root category.
            $empty = 'null';
        } else {
            $empty = match ($field) {
                'regular' => 'must be a number, string given',
                'source' => 'must be an array, string given',
                default => 'is empty',
            };
            $empty = "refused: $field $empty";
        }
        wire($feed, [$field => ''] + $least) === $empty || complain("empty: " . wire($feed, [$field => ''] + $least));
        wire($feed, [$field => null] + $least) === "refused: $field is missing" || complain("null: $field");
        wire($feed, array_diff_key($least, [$field => 0])) === "refused: $field is missing"
            || complain("absent: $field");
        // "0" is not empty.
        wire($feed, [$field => '0'] + $least)[0] === '{' || $field === 'source' || complain("0: $field");

        $deleted = wire($feed, [$field => null, 'deleted' => true] + $least);
        $deleted === "refused: $field is missing" || !in_array($field, DELETED[$feed->value], true)
            || complain("deleted: $field is not asked for");
        $deleted[0] === '{'
            || in_array($field, DELETED[$feed->value], true)
            || complain("deleted: $field is asked for");
    }
}

try {
    (new Aco\Mapper(Feed::Products))->map(
        ['sku' => "A\"1\n" . str_repeat('x', 100), 'storeViewCode' => 7, 'name' => []],
    );
} catch (Aco\Exception\MappingException $e) {
    echo $e->getMessage(), "\n";
    var_dump(
        $e->field,
        $e->reason,
        $e->getCode(),
        $e->isRetryable(),
        $e instanceof UnexpectedValueException,
        $e instanceof Aco\Exception\AcoException,
    );
    refused('field', static fn () => $e->field = 'x');
}
?>
--EXPECT--
products, from nothing on: sku storeViewCode name urlKey status
productAttributes, from nothing on: attributeCode storeViewCode
categories, from nothing on: urlPath storeViewCode name
prices, from nothing on: websiteCode sku regular
priceBooks, from nothing on: websiteCode
categoryAttributes, from nothing on: code source label dataType
productLayers, from nothing on: sku source
products item (sku "A"1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", storeViewCode "7"): name must be a string, array given
string(4) "name"
string(29) "must be a string, array given"
int(0)
bool(false)
bool(true)
bool(true)
field: Error: Cannot modify readonly property Aco\Exception\MappingException::$field
