--TEST--
docs/mapping.md names every field that the mapping reads, and every member that it writes, under their feed
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../src/map/products.c')) {
    die('skip this is no source tree');
}
?>
--FILE--
<?php
require __DIR__ . '/markdown.inc';
require __DIR__ . '/../map/full_items.inc';

/** Without files where the items have the shape of the bodies: what is written is what is read. */
const SOURCES = [
    'products' => ['products.c', 'attribute_values.h', 'product_lists.c', 'product_options.c'],
    'productAttributes' => ['product_attributes.c'],
    'categories' => ['categories.c', 'attribute_values.h'],
    'prices' => ['prices.c'],
    'priceBooks' => ['price_books.c'],
    'categoryAttributes' => [],
    'productLayers' => [],
];
/** What functions for several feeds read, by how a feed calls them. */
const SHARED = [
    'aco_map_source(' => ['storeViewCode'],
    'aco_map_meta_tags(' => ['metaTitle', 'metaDescription'],
    'aco_map_row_set_sort_order(' => ['sortOrder'],
];
/** Said once for all feeds, above them. */
const GENERAL = ['deleted', 'sortOrder'];

/** Names of the members of a body, whatever their depth. @return list<string> */
function member_names(array $body): array
{
    $names = [];
    foreach ($body as $name => $value) {
        is_string($name) && $names[] = $name;
        is_array($value) && array_push($names, ...member_names($value));
    }

    return array_values(array_unique($names));
}

/** The words in the backticks of a cell. @return list<string> */
function words(string $cell): array
{
    preg_match_all('/\w+/', implode(' ', code_spans($cell)), $matches);

    return $matches[0];
}

/** What the rules of a feed in map.c read of its items: their identity. @return list<string> */
function identity_names(string $feed): array
{
    $constant = strtoupper(preg_replace('/(?=[A-Z])/', '_', $feed));
    preg_match("/\[ACO_FEED_$constant\] = \{\s*\{([^}]*)\}/", file_get_contents(DOCS_ROOT . '/src/map/map.c'), $rules);
    preg_match_all('/ACO_KEY_(\w+)/', $rules[1], $names);

    return in_array('customerGroupCode', $names[1], true) ? [...$names[1], 'customerGroupId'] : $names[1];
}

$page = new Page('docs/mapping.md');
$known = [];
foreach (explode("\n", file_get_contents(DOCS_ROOT . '/src/map/keys.h')) as $line) {
    preg_match_all('/KEY\((\w+)\)/', $line, $matches);
    array_push($known, ...$matches[1]);
}
foreach (SOURCES as $feed => $files) {
    $source = implode('', array_map(
        static fn (string $file): string => file_get_contents(DOCS_ROOT . "/src/map/$file"),
        $files,
    ));
    preg_match_all('/ACO_KEY_(\w+)/', $source, $matches);
    $read = array_unique([...$matches[1], ...identity_names($feed)]);
    foreach (SHARED as $call => $names) {
        str_contains($source, $call) && $read = [...$read, ...$names];
    }
    $text = implode("\n", $page->section($feed));
    $left = $right = [];
    foreach ($page->rows($feed) as $row) {
        array_push($left, ...words($row[0]));
        array_push($right, ...words($row[1]), ...words($row[2] ?? ''));
    }
    foreach ($files === [] ? [] : array_diff($read, GENERAL, $left, words($text)) as $name) {
        echo "$feed: $name is read and not documented\n";
    }
    foreach ($files === [] ? [] : array_diff(array_intersect($left, $known), $read, GENERAL) as $name) {
        echo "$feed: $name is documented and not read\n";
    }
    foreach (full_items()[$feed] as $item) {
        $body = (new Aco\Mapper(Aco\Feed::from($feed)))->map($item)->jsonSerialize();
        // Rows such as metaTags.title name a path; what has a section of its own is named there.
        foreach (array_diff(member_names($body), $right, words($text)) as $name) {
            echo "$feed: $name is written and not documented\n";
        }
        foreach (array_keys($body) as $name) {
            in_array($name, $right, true) || in_array($name, words($text), true) || print("$feed: $name has no row\n");
        }
    }
    // Rows stand in the order of the body.
    $written = array_keys($body = array_merge(...array_map(
        static fn (array $item): array => (new Aco\Mapper(Aco\Feed::from($feed)))->map($item)->jsonSerialize(),
        full_items()[$feed],
    )));
    $rows = [];
    foreach ($page->rows($feed) as [, $cell]) {
        foreach (code_spans($cell) as $span) {
            preg_match('/^\w+/', $span, $match);
            $rows[] = $match[0] ?? '';
        }
    }
    $rows = array_values(array_unique(array_intersect($rows, $written)));
    $wanted = array_values(array_intersect($written, $rows));
    $rows === $wanted
        || print(
            "$feed: rows are in the order " . implode(', ', $rows) . ', the body has ' . implode(', ', $wanted) . "\n"
        );
}
foreach (['products' => 'sku', 'prices' => 'regular'] as $feed => $field) {
    in_array($field, words(implode("\n", $page->section($feed))), true) || print("$feed was not read\n");
}

// A feed's required fields are those without which an item fails.
foreach (full_items() as $feed => [$item]) {
    $required = [];
    foreach (array_keys($item) as $field) {
        try {
            (new Aco\Mapper(Aco\Feed::from($feed)))->map(array_diff_key($item, [$field => 1]));
        } catch (Aco\Exception\MappingException) {
            $required[] = $field;
        }
    }
    preg_match('/Required: ([^.]+)\./', implode(' ', $page->section($feed)), $match);
    same_names("$feed, required", code_spans($match[1] ?? ''), $required);
}
echo "compared\n";
?>
--EXPECT--
compared
