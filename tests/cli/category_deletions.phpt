--TEST--
Deletions of categories as Commerce exports them, without urlPath, delete what the table says
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/scenarios.inc';
require __DIR__ . '/foreign_rows.inc';

function exported(int $number, string $storeView = 'default'): array
{
    return [
        'websiteCode' => 'base', 'storeCode' => 'main', 'storeViewCode' => $storeView, 'categoryId' => (string) $number,
        'modifiedAt' => '2026-06-01 10:12:00', 'deleted' => true];
}

$numbered = static fn (int $number, string $path, string $storeView = 'default'): array => [
    'categoryId' => $number,
] + category($path, $storeView);
$cli = (new Cli())->startSandbox();
$cli->init();
$sync = static fn (array $items, string ...$options): Result => $cli->run(
    ['sync', '--feed=categories', '-', '--json', ...$options],
    [],
    lines($items),
);
$slugs = static fn (): array => array_map(
    static fn (array $body): string => $body['slug'] . ' ' . $body['source']['locale'],
    $cli->held('categories'),
);

$sync([
    $numbered(6, 'men'), $numbered(6, 'herren', 'de'), $numbered(7, 'women'), $numbered(8, 'sale'), $numbered(9, 'new'),
]);
$result = $sync([exported(6)]);
check('deleted', $result->code === 0 && $result->feed('categories')['deleted'] === 1, $result);
check('of its store view alone', $slugs() === ['herren de', 'new default', 'sale default', 'women default'], $slugs());
$requests = $cli->ingestionRequests();
check(
    'again: nothing',
    $sync([exported(6)])->feed('categories') === ['read' => 1, 'unchanged' => 1]
        && $cli->ingestionRequests() === $requests,
);

echo "-- moved\n";
$result = $sync([$numbered(7, 'ladies'), exported(7)]);
check(
    'in one export',
    $result->code === 0 && $slugs() === ['herren de', 'ladies default', 'new default', 'sale default'],
    [$result, $slugs()],
);
$sync([$numbered(8, 'summer')]);
$result = $sync([exported(8)]);
echo "[$result->code] ", $result->json()['feeds']['categories']['failures'][0]['message'], "\n";
check(
    'not known which: none',
    in_array('summer default', $slugs(), true) && in_array('sale default', $slugs(), true),
    $slugs(),
);
$result = $sync([$numbered(8, 'summer'), exported(8)]);
check(
    'the source has the other',
    $result->code === 0 && $slugs() === ['herren de', 'ladies default', 'new default', 'summer default'],
    [$result, $slugs()],
);
$sync([$numbered(8, 'sale')]);
$items = [
    $numbered(8, 'summer'),
    ...array_map(static fn (int $n): array => $numbered(100 + $n, "many-$n"), range(1, 600)),
    exported(8),
];
$result = $sync($items);
check(
    'in another chunk',
    $result->code === 0 && !in_array('sale default', $slugs(), true) && in_array('summer default', $slugs(), true),
    $result->err,
);
$result = $sync([$numbered(9, 'new'), exported(9)]);
check('the later line decides', $result->code === 0 && !in_array('new default', $slugs(), true), $slugs());

echo "-- nothing to go by\n";
$result = $sync([exported(4711)]);
echo "[$result->code] ", $result->json()['feeds']['categories']['failures'][0]['message'], "\n";
$result = $sync([['categoryId' => 'x'] + exported(1), ['storeViewCode' => ['a']] + exported(8)]);
echo "[$result->code] ", json_encode($result->feed('categories')), "\n";
$result = $sync(
    [exported(4711), ...array_slice($items, 1, 600), $numbered(6, 'herren', 'de'), $numbered(7, 'ladies')],
    '--full',
);
check(
    'does not hold --full back',
    $result->json()['feeds']['categories']['deletionHeld'] === null && !in_array('summer default', $slugs(), true),
    $result->err,
);

echo "-- of a row that Commerce has written\n";
foreign_row($cli, 'categories', 50, ['gear', 'default'], 200, ['storeViewCode' => 'default', 'categoryId' => '50']);
$sync([$numbered(50, 'gear', 'fr')]);
$result = $sync([exported(50)]);
check('its path is that of another store view', $result->code === 0 && $result->feed('categories')['deleted'] === 1
    && $cli->run(
        ['sync', '--feed=categories', '-', '--json'],
        [],
        lines([exported(50)]),
    )->feed('categories') === ['read' => 1, 'unchanged' => 1], $result);
foreign_row($cli, 'categories', 51, ['tools', 'default'], 200, ['storeViewCode' => 'default', 'categoryId' => '51']);
$sync([$numbered(51, 'werkzeug', 'de')]);
$result = $sync([exported(51)]);
check(
    'another path proves nothing',
    $result->code === 1 && $result->feed('categories') === ['read' => 1, 'rejected' => 1],
    $result,
);
?>
--EXPECT--
deleted: yes
of its store view alone: yes
again: nothing: yes
-- moved
in one export: yes
[1] urlPath is missing, and the table does not say which path the category had: use sync --full to delete it
not known which: none: yes
the source has the other: yes
in another chunk: yes
the later line decides: yes
-- nothing to go by
[1] urlPath is missing, and the table does not say which path the category had: use sync --full to delete it
[1] {"read":2,"rejected":2}
does not hold --full back: yes
-- of a row that Commerce has written
its path is that of another store view: yes
another path proves nothing: yes
