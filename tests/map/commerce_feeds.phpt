--TEST--
What a running Commerce exported maps, and its changes find what they change
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!is_dir(getenv('ACO_COMMERCE_FEEDS') . '/changes')) {
    die('skip ACO_COMMERCE_FEEDS names no folder of <feed>.jsonl files with changes');
}
?>
--FILE--
<?php
require __DIR__ . '/reference.inc';
require __DIR__ . '/map.inc';
require __DIR__ . '/real_feeds.inc';

// As Commerce's di.xml has the identities of its feed tables.
const IDENTITIES = [
    'products' => ['sku', 'storeViewCode'],
    'productAttributes' => ['attributeCode', 'storeViewCode'],
    'categories' => ['urlPath', 'storeViewCode'],
    'prices' => ['sku', 'customerGroupCode', 'websiteCode'],
];

function identity(string $feed, array $item): string
{
    return sha1(implode(
        "\0",
        array_map(static fn (string $field): string => (string) ($item[$field] ?? ''), IDENTITIES[$feed]),
    ));
}

/**
 * A deletion has to name what was sent before, or is refused for what it lacks. @param array<string, true> $sent by
 * identity
 */
function apply(Aco\Feed $feed, string $path, array &$sent): string
{
    $both = new Both($feed);
    $mapper = new Aco\Mapper($feed);
    $counts = ['live' => 0, 'deleted' => 0, 'refused' => 0, 'never submitted' => 0];

    foreach (items_of($path) as $item) {
        $difference = $both->difference($item);
        $difference === null || complain("$feed->value: $difference");

        try {
            $document = $mapper->map($item);
        } catch (Aco\Exception\MappingException $e) {
            $item['deleted'] && $e->field === 'urlPath' && !isset($item['urlPath']) || complain($e->getMessage());
            $counts['refused']++;
            continue;
        }

        if ($document === null) {
            $feed === Aco\Feed::Categories && $item['urlPath'] === '' || complain("$feed->value: an item is left out");
            $counts['never submitted']++;
            continue;
        }

        $document->id === identity($feed->value, $item) || complain("$feed->value: another identity than Commerce's");
        $document->deleted === $item['deleted'] || complain("$feed->value: deleted or not");
        if ($document->deleted) {
            isset($sent[$document->id]) || complain("$feed->value: $document deletes what was never sent");
        } else {
            $sent[$document->id] = true;
        }
        $counts[$document->deleted ? 'deleted' : 'live']++;
    }

    return implode(
        ', ',
        array_map(static fn (int $count, string $what): string => "$count $what", $counts, array_keys($counts)),
    );
}

$folder = getenv('ACO_COMMERCE_FEEDS');
$sent = [];
foreach (array_keys(IDENTITIES) as $feed) {
    $sent[$feed] = [];
    echo "$feed: ", apply(Aco\Feed::from($feed), "$folder/$feed.jsonl", $sent[$feed]), "\n";
}

foreach (glob("$folder/changes/*.jsonl") as $path) {
    [$step, $feed] = explode('-', basename($path, '.jsonl'));
    // Commerce hands over feeds that are not ours, too.
    if (Aco\Feed::tryFrom($feed) === null) {
        echo "$step $feed: another feed\n";
        continue;
    }
    echo "$step $feed: ", apply(Aco\Feed::from($feed), $path, $sent[$feed]), "\n";
}
?>
--EXPECT--
products: 78 live, 0 deleted, 0 refused, 0 never submitted
productAttributes: 280 live, 0 deleted, 0 refused, 0 never submitted
categories: 12 live, 0 deleted, 0 refused, 4 never submitted
prices: 60 live, 0 deleted, 0 refused, 0 never submitted
step3 prices: 2 live, 2 deleted, 0 refused, 0 never submitted
step3 products: 2 live, 2 deleted, 0 refused, 0 never submitted
step4 categories: 2 live, 0 deleted, 4 refused, 0 never submitted
step4 inventoryStockStatus: another feed
step4 prices: 2 live, 6 deleted, 0 refused, 0 never submitted
step4 productAttributes: 0 live, 4 deleted, 0 refused, 0 never submitted
step4 products: 12 live, 8 deleted, 0 refused, 0 never submitted
step4 variants: another feed
step5 categories: 12 live, 2 deleted, 0 refused, 4 never submitted
step5 products: 74 live, 0 deleted, 0 refused, 0 never submitted
step6 prices: 0 live, 3 deleted, 0 refused, 0 never submitted
step6 products: 4 live, 8 deleted, 0 refused, 0 never submitted
