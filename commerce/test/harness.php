<?php

/** What the steps of the scenario are made of. */

declare(strict_types=1);

require __DIR__ . '/services.php';

const FEED_TABLES = [
    'cde_products_feed', 'cde_categories_feed', 'cde_product_attributes_feed', 'cde_product_prices_feed',
    'cde_price_books_feed',
];

/** @return array{int, string} */
function run(array $command, string $folder): array
{
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes, $folder);
    $said = (string) stream_get_contents($pipes[1]);

    return [proc_close($process), $said];
}

function check(string $what, bool $isRight, string $else = ''): void
{
    global $failed;
    printf("%s  %s%s\n", $isRight ? 'ok  ' : 'FAIL', $what, $isRight ? '' : "\n      $else");
    $failed += $isRight ? 0 : 1;
}

/** Acts in one process of the shop: words, or several lists of words. */
function act(string|array ...$words): string
{
    global $php, $shop;
    $acts = is_array($words[0]) ? $words : [$words];
    $line = array_merge(...array_map(static fn (array $act): array => [',', ...$act], $acts));
    [$code, $said] = run([...$php, __DIR__ . '/shop.php', ...array_slice($line, 1)], $shop);
    if ($code !== 0) {
        check(implode(' ', array_slice($line, 1)), false, "exit code $code " . substr($said, 0, 600));
    }

    return $said;
}

/** @return array<string, mixed> */
function sandbox(string $path, string $method = 'GET', ?array $body = null): array
{
    global $port;
    $said = @file_get_contents("http://127.0.0.1:$port$path", false, stream_context_create(['http' => [
        'method' => $method, 'header' => 'Content-Type: application/json', 'ignore_errors' => true,
        'content' => $body === null ? '' : json_encode($body),
    ]]));

    return json_decode((string) $said, true) ?? [];
}

/** What the sandbox has, in the words of the model. */
function delivered(): array
{
    $all = static fn (string $kind): array => sandbox("/api/entities/$kind?limit=10000")['items'] ?? [];
    $has = ['products' => [], 'categories' => [], 'prices' => [], 'price-books' => []];
    foreach ($all('products') as $item) {
        $has['products']["$item[sku] @ {$item['source']['locale']}"] = $item['name'];
    }
    foreach ($all('categories') as $item) {
        $has['categories']["$item[slug] @ {$item['source']['locale']}"] = $item['name'];
    }
    foreach ($all('prices') as $item) {
        $has['prices']["$item[sku] @ $item[priceBookId]"] = (float) $item['regular'];
    }
    foreach ($all('priceBooks') as $item) {
        $has['price-books'][$item['priceBookId']] = $item['name']
            . (isset($item['parentId']) ? '' : " $item[currency]");
    }

    return $has;
}

function compare(string $step): void
{
    global $shop;
    [$code, $said] = run([PHP_BINARY, __DIR__ . '/model.php'], $shop);
    $model = json_decode($said, true);
    if ($code !== 0 || !is_array($model)) {
        check("$step: model", false, substr($said, 0, 500));

        return;
    }
    $has = delivered();
    $differences = [];
    foreach ($model as $kind => $expected) {
        foreach ($expected + $has[$kind] as $key => $_) {
            [$should, $is] = [$expected[$key] ?? null, $has[$kind][$key] ?? null];
            // A price of zero is one.
            if ($should != $is || ($should === null) !== ($is === null)) {
                $differences[] = "$kind $key: " . json_encode($should) . ' expected, ' . json_encode($is);
            }
        }
    }
    check(
        sprintf('%s: %s', $step, implode(
            ', ',
            array_map(static fn (string $k): string => count($has[$k]) . " $k", array_keys($has)),
        )),
        $differences === [],
        count($differences) . " differences\n      " . implode("\n      ", array_slice($differences, 0, 5)),
    );
    $wrong = tables("status NOT IN (200, 1)");
    check("$step: no row left at a wrong status", $wrong === [], implode(', ', $wrong));
}

/** @return iterable<string, list<list<string>>> the rows of a query on each feed table; # is its name */
function queryFeeds(string $query): iterable
{
    global $shop;
    $prefix = (require "$shop/app/etc/env.php")['db']['table_prefix'] ?? '';
    $pdo = openDatabase($shop);
    foreach (FEED_TABLES as $table) {
        yield $table => $pdo
            ->query(str_replace('#', $prefix . $table, $query), PDO::FETCH_NUM)
            ->fetchAll();
    }
}

/** @return list<string> */
function tables(string $where): array
{
    $found = [];
    foreach (queryFeeds("SELECT status, is_deleted, COUNT(*), MAX(errors) FROM # WHERE $where GROUP BY 1, 2") as $table => $rows) {
        foreach ($rows as $row) {
            $found[] = "$table " . implode(' ', $row);
        }
    }

    return $found;
}

/** @return array<string, int> live rows by feed table */
function rowCounts(): array
{
    return array_map(static fn (array $rows): int => (int) $rows[0][0], iterator_to_array(queryFeeds('SELECT COUNT(*) FROM # WHERE is_deleted = 0')));
}

/** How many requests to the catalog the sandbox has got. */
function requests(): int
{
    global $work;

    return (int) preg_match_all('~ POST /\S*/v1/catalog/~', (string) file_get_contents("$work/sandbox.log"));
}

/** Checks how many requests the sandbox gets meanwhile. */
function expectRequests(string $step, int $expected, callable $do): void
{
    $before = requests();
    $do();
    $got = requests() - $before;
    check("$step: $expected requests", $got === $expected, "$got requests");
}

/** Cron runs, each when everything is due. */
function later(int $times): void
{
    for ($i = 0; $i < $times; $i++) {
        act(['later'], ['cron']);
    }
}

/** Has the sandbox misbehave, until it is told otherwise. */
function fault(array $fault, float $probability = 1.0): void
{
    sandbox('/api/faults', 'POST', [
        'match' => ['path' => '/v1/catalog/'],
        'probability' => $probability,
        'fault' => $fault,
    ]);
}

function noFaults(): void
{
    sandbox('/api/faults', 'DELETE');
}
