--TEST--
Another rule or attribute matches again from what is stored, sends what differs alone, and goes on after kills
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/external_rule.inc';

function config(Cli $cli, string ...$options): void
{
    $result = $cli->run(['assets:config', ...$options], MATCHER_SECRETS);
    echo $result->code === 0 ? '' : $result->err;
}

function writes(Cli $cli): int
{
    $state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true);

    return array_sum(array_filter(
        $state['requests']['byEndpoint'],
        static fn (string $name): bool => str_contains($name, 'external-media/'),
        ARRAY_FILTER_USE_KEY,
    ));
}

$cli = (new Cli())->startSandbox();
matched_shop($cli);
config($cli, '--rule=matchBySKU');
$events = '';
for ($i = 0; $i < 300; $i++) {
    // Every tenth has another product in the other property.
    $events .= event("a$i", $i % 50, APPROVED + [
        'commerce:isCommerce' => 'yes', 'commerce:skus' => ["S$i"], 'my:skus' => [$i % 10 === 0 ? "T$i" : "S$i"],
    ]);
}
echo '-- by SKU: ', summary(sync($cli, $events));
$shown = media($cli);

echo '-- another attribute: ';
config($cli, '--attribute=my:skus');
$before = writes($cli);
echo summary(sync($cli, ''));
echo '   writes for 30 assets: ', writes($cli) - $before <= 60 ? 'few' : writes($cli) - $before, "\n";
$other = media($cli);
echo '   ', count(array_diff($other, $shown)), " differ\n";
echo '   again: ', summary(sync($cli, ''));

echo '-- an external matcher: ';
for ($i = 0; $i < 300; $i++) {
    answer_asset($cli, "a$i", [$i % 10 === 0 ? "T$i" : "S$i" => $i % 100 === 0 ? 'image' : 'small_image']);
}
config($cli, '--rule=externalMatcher');
for ($kill = 0; $kill < 3; $kill++) {
    $null = fopen('/dev/null', 'r+');
    $process = $cli->start(['assets:sync', '/dev/null'], [], [$null, $null, $null]);
    usleep(random_int(100_000, 250_000));
    posix_kill(proc_get_status($process)['pid'], 9);
    proc_close($process);
}
$result = sync($cli, '');
echo $result->code, "\n";
$external = media($cli);
echo '   ', count($external), ' shown, ', count(preg_grep('/\[image\]/', $external)), " as image\n";

echo '-- back: ';
config($cli, '--rule=matchBySKU', '--attribute=');
$result = sync($cli, '');
echo $result->code, ' ', $result->json()['events']['rematched'], "\n";
echo '   ', media($cli) === $shown ? 'as before' : 'not as before', "\n";

echo '-- products, again when they are saved: ';
config($cli, '--rule=externalMatcher', '--ask-on-product-change=1');
sync($cli, '');
$product = json_encode([
    'type' => 'com.adobe.commerce.observer.catalog_product_save_commit_after', 'data' => ['value' => ['sku' => 'P1']],
]) . "\n";
foreach ([[], [['asset_id' => 'urn:a1']], [['asset_id' => 'urn:a2']]] as $matches) {
    answer($cli, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => $matches]);
    sync($cli, $product, command: 'assets:products');
    $shown = array_values(preg_grep('/^P1 /', media($cli)));
    echo json_encode($shown[0] ?? ''), ' ';
}
config($cli, '--ask-on-product-change=0');
answer($cli, 'product-to-asset', 'P1', ['product_sku' => 'P1', 'asset_matches' => []]);
sync($cli, $product, command: 'assets:products');
echo count(preg_grep('/^P1 /', media($cli))), "\n";

echo '-- hidden on store views: ';
$hidden = new Cli();
$hidden->sandbox = $cli->sandbox;
matched_shop($hidden);
config($hidden, '--rule=matchBySKU');
$approved = APPROVED + ['commerce:isCommerce' => 'yes'];
sync($hidden, event('h1', 1, $approved + ['commerce:skus' => ['H1'], 'my:hide' => ['de', 'fr']])
    . event('h2', 1, $approved + ['commerce:skus' => ['H2'], 'my:hide' => 'de']));
echo count(preg_grep('/^H/', media($cli))), ' ';
config($hidden, '--hide-attribute=my:hide', '--hide-store-views=de, fr');
sync($hidden, '');
echo implode(' ', preg_grep('/^H/', media($cli))), ' ';
sync($hidden, event('h2', 2, ['my:hide' => ['fr', 'de', 'it']]) . event('h1', 2, ['my:hide' => []]));
echo implode(' ', preg_grep('/^H/', media($cli))), ' ';
config($hidden, '--hide-attribute=');
sync($hidden, '');
echo count(preg_grep('/^H/', media($cli))), "\n";

echo '-- hidden from a product whose matcher names it: ';
config($cli, '--hide-attribute=my:hide', '--hide-store-views=de');
sync($cli, event('shy', 1, APPROVED + ['my:hide' => ['de']]));
answer($cli, 'product-to-asset', 'P2', ['product_sku' => 'P2', 'asset_matches' => [
    ['asset_id' => 'urn:shy'], ['asset_id' => 'urn:a7'],
]]);
sync($cli, "{\"sku\":\"P2\"}\n", command: 'assets:products');
echo implode(' ', preg_grep('/^P2 /', media($cli))), "\n";

echo '-- only what the rule needs is kept: ';
config($hidden, '--keep-metadata=rule');
sync($hidden, event('k', 1, $approved + ['commerce:skus' => ['K'], 'my:skus' => ['L']]));
echo str_contains($hidden->rows('aem_asset')[2]['state'], 'my:skus') ? 'all' : 'the rule', "\n";
?>
--EXPECT--
-- by SKU: 0 {"read":300,"applied":300} {} {"delivered":300}
-- another attribute: 0 {"rematched":30} {} {"delivered":30}
   writes for 30 assets: few
   30 differ
   again: 0 {} {} {}
-- an external matcher: 0
   300 shown, 3 as image
-- back: 0 300
   as before
-- products, again when they are saved: "" "P1 urn:a1 [] -" "P1 urn:a2 [] -" 1
-- hidden on store views: 2 H2 urn:h2 [] - H1 urn:h1 [] - 2
-- hidden from a product whose matcher names it: P2 urn:a7 [] -
-- only what the rule needs is kept: the rule
