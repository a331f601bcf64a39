<?php

/** Runs the scenario of commerce/test/run: php scenario.php PROJECT SHOP WORK MODULE KILLS */

declare(strict_types=1);

[, $project, $shop, $work, $module, $kills] = $argv;
const FEED_TABLES = ['cde_products_feed', 'cde_categories_feed', 'cde_product_attributes_feed', 'cde_product_prices_feed', 'cde_price_books_feed'];

$php = [PHP_BINARY, '-d', 'memory_limit=2G', '-d', "extension=$module", '-d', "aco.state_dir=$work/state"];
$failed = 0;

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

function act(string ...$arguments): string
{
    global $php, $shop;
    [$code, $said] = run([...$php, __DIR__ . '/shop.php', ...$arguments], $shop);
    if ($code !== 0) {
        check(implode(' ', $arguments), false, substr($said, 0, 600));
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
        $has['price-books'][$item['priceBookId']] = $item['name'] . (isset($item['parentId']) ? '' : " $item[currency]");
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
            if (($expected[$key] ?? null) != ($has[$kind][$key] ?? null)) {
                $differences[] = "$kind $key: " . json_encode($expected[$key] ?? null) . ' expected, ' . json_encode($has[$kind][$key] ?? null);
            }
        }
    }
    check(
        sprintf('%s: %s', $step, implode(', ', array_map(static fn (string $k): string => count($has[$k]) . " $k", array_keys($has)))),
        $differences === [],
        count($differences) . " differences\n      " . implode("\n      ", array_slice($differences, 0, 5)),
    );
    $wrong = tables("status NOT IN (200, 1)");
    check("$step: no row left at a wrong status", $wrong === [], implode(', ', $wrong));
}

/** @return list<string> */
function tables(string $where): array
{
    global $shop;
    $env = require "$shop/app/etc/env.php";
    $settings = $env['db']['connection']['default'];
    $host = str_contains((string) $settings['host'], '/') ? "unix_socket={$settings['host']}" : "host={$settings['host']}";
    $pdo = new PDO("mysql:$host;dbname={$settings['dbname']}", $settings['username'], $settings['password']);
    $found = [];
    foreach (FEED_TABLES as $table) {
        $table = ($env['db']['table_prefix'] ?? '') . $table;
        foreach ($pdo->query("SELECT status, is_deleted, COUNT(*), MAX(errors) FROM $table WHERE $where GROUP BY 1, 2", PDO::FETCH_NUM) as $row) {
            $found[] = "$table " . implode(' ', $row);
        }
    }

    return $found;
}

/** How many requests to the catalog the sandbox got meanwhile. */
function requests(callable $do): int
{
    global $work;
    $count = static fn (): int => preg_match_all('~ POST /\S*/v1/catalog/~', (string) file_get_contents("$work/sandbox.log"));
    $before = $count();
    $do();

    return $count() - $before;
}

function later(int $times): void
{
    for ($i = 0; $i < $times; $i++) {
        act('later');
        act('cron');
    }
}

$socket = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr((string) strrchr(stream_socket_get_name($socket, false), ':'), 1);
fclose($socket);
$sandbox = proc_open(
    ["$project/bin/aco", 'sandbox', '--port', (string) $port, '--log', "$work/sandbox.log"],
    [1 => ['file', "$work/sandbox.out", 'w'], 2 => ['redirect', 1]],
    $pipes,
);
register_shutdown_function(static function () use ($sandbox): void {
    proc_terminate($sandbox);
    proc_close($sandbox);
});
for ($i = 0; $i < 100 && sandbox('/api/state') === []; $i++) {
    usleep(100_000);
}

act('dropAll');
act('begin');
act('connect', $work, (string) $port);
act('cron');
compare('first sync');

check('unchanged reindex: 0 requests', ($n = requests(static fn () => act('reindex'))) === 0, "$n requests");

act('products', '1', '12');
act('category', 'Aco Test A', '');
act('category', 'Aco Test B', '');
act('category', 'Aco Test C', 'Aco Test A');
act('cron');
compare('products and categories added');

act('set', 'aco-test-1', 'name', 'Renamed "quoted" <b>');
act('price', 'aco-test-2', '77.5');
act('tier', 'aco-test-3');
act('set', 'aco-test-4', 'status', '2');
act('set', 'aco-test-5', 'sku', 'aco-test-5b');
act('websites', 'aco-test-6', '');
act('drop', 'aco-test-7');
act('cron');
compare('name, price, tier, status, SKU, website taken off, deleted');

act('renameCategory', 'Aco Test A', 'Aco Test Renamed');
act('cron');
compare('category renamed');
act('moveCategory', 'Aco Test C', 'Aco Test B');
act('cron');
compare('category moved');
act('dropCategory', 'Aco Test C');
act('cron');
compare('category deleted');

$n = requests(static function (): void {
    act('set', 'aco-test-8', 'tax_class_id', '0');
    act('positionless', 'Aco Test B');
    act('cron');
});
check('tax class of a product, display mode of a category: 0 requests', $n === 0, "$n requests");

act('attribute');
act('size', 'aco-test-9');
act('cron');
act('configurable', 'aco-test-conf', 'aco-test-9');
act('cron');
compare('product made child of a configurable');
$child = array_values(array_filter(sandbox('/api/entities/products?limit=10000')['items'] ?? [], static fn (array $i): bool => $i['sku'] === 'aco-test-9'));
$variant = array_filter($child[0]['attributes'] ?? [], static fn (array $a): bool => isset($a['variantReferenceId']));
check('... names its variant and its parent', $variant !== [] && ($child[0]['links'] ?? []) !== [], json_encode($child[0] ?? null));

act('group', 'Aco test group');
act('cron');
compare('customer group added');
act('dropGroup', 'Aco test group');
act('cron');
compare('customer group deleted');
$website = act('website', 'aco_test');
act('websites', 'aco-test-10', "1,$website");
act('cron');
compare('website added');
act('setting', 'catalog/price/scope', '1', 'default', '0');
act('setting', 'currency/options/base', 'EUR', 'websites', $website);
act('cron');
compare('base currency of a website changed');
act('setting', 'aco_exporter/scope/enabled', '0', 'stores', '1');
act('cron');
compare('store view switched off');
act('setting', 'aco_exporter/scope/enabled', '1', 'stores', '1');
act('cron');
compare('store view switched on');
act('setting', 'aco_exporter/scope/enabled', '0', 'websites', $website);
act('cron');
compare('website switched off');
act('setting', 'aco_exporter/scope/enabled', '1', 'websites', $website);
act('cron');
compare('website switched on');
act('dropWebsite', 'aco_test');
act('setting', 'catalog/price/scope', '0', 'default', '0');
act('cron');
compare('website deleted');

act('setting', 'commerce_data_export/feeds/products/thread_count', '2', 'default', '0');
act('setting', 'commerce_data_export/feeds/products/batch_size', '5', 'default', '0');
act('setting', 'commerce_data_export/feeds/prices/batch_size', '5', 'default', '0');
act('products', '20', '20');
act('invalidate');
// By feed: Commerce cannot connect a second time in a process that has forked when its database is named by a socket.
foreach (['products', 'categories', 'productAttributes', 'prices', 'priceBooks'] as $feed) {
    act('cron', $feed);
}
compare('two threads');
act('setting', 'commerce_data_export/feeds/products/thread_count', '1', 'default', '0');

sandbox('/api/faults', 'POST', ['match' => ['path' => '/v1/catalog/'], 'probability' => 0.3, 'fault' => ['type' => 'status', 'status' => 503]]);
for ($i = 20; $i < 30; $i++) {
    act('price', "aco-test-$i", (string) (100 + $i));
}
later(4);
sandbox('/api/faults', 'DELETE');
later(2);
compare('30 % of requests failed');

sandbox('/api/faults', 'POST', ['match' => ['path' => '/v1/catalog/'], 'fault' => ['type' => 'delay', 'ms' => 300]]);
for ($i = 0; $i < (int) $kills; $i++) {
    act('price', 'aco-test-' . (20 + $i % 20), (string) (200 + $i));
    act('set', 'aco-test-' . (20 + ($i * 7) % 20), 'name', "Killed $i");
    $i % 2 === 0 && act('invalidate');
    $process = proc_open([...$php, __DIR__ . '/shop.php', 'cron'], [1 => ['file', '/dev/null', 'w'], 2 => ['redirect', 1]], $pipes, $shop);
    usleep(random_int(300_000, 2_500_000));
    proc_terminate($process, SIGKILL);
    proc_close($process);
}
sandbox('/api/faults', 'DELETE');
later(2);
compare("indexer killed $kills times");
check('unchanged reindex: 0 requests', ($n = requests(static fn () => act('reindex'))) === 0, "$n requests");

act('dropAll');
foreach (['Aco Test Renamed', 'Aco Test B'] as $name) {
    act('dropCategory', $name);
}
act('dropAttribute');
act('cron');
compare('all of it removed');

echo $failed === 0 ? "all as expected\n" : "$failed not as expected\n";
exit($failed === 0 ? 0 : 1);
