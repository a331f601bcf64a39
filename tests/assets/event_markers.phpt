--TEST--
assets:sync: markers among the metadata of an event are no metadata, and what event:deleted names is gone
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/external_rule.inc';

const FULL = APPROVED + [
    'commerce:isCommerce' => 'yes',
    'commerce:skus' => ['S1', 'S2'],
    'commerce:roles' => ['image', 'thumbnail'],
];

echo "-- by SKU\n";
$cli = (new Cli())->startSandbox();
$cli->init();
$cli->run([
    'assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key', '--program-id=100',
    '--environment-id=200', '--requests-per-second=0'], MATCHER_SECRETS);
foreach ([
    'created' => event('a', 1, FULL + ['event:created' => array_keys(FULL)]),
    'roles are gone' => event('a', 2, ['event:deleted' => ['commerce:roles', 'dc:title']]),
    'roles come late, from before' => event('a', 1, ['commerce:roles' => ['image', 'image']]),
    'roles are made anew' => event('a', 3, [
        'commerce:roles' => ['swatch_image'],
        'event:deleted' => ['commerce:roles'],
        'event:created' => ['commerce:roles'],
    ]),
    'a value beside its removal' => event('a', 4, ['commerce:roles' => ['image'], 'event:deleted' => 'commerce:roles']),
    'markers that are none' => event('a', 5, [
        'event:deleted' => ['commerce:skus' => ['x'], 7, null, []],
        'event:created' => true,
    ]),
    'the approval is gone' => event('a', 6, ['event:deleted' => ['dam:status']]),
    'removed before it is known' => event('b', 9, ['event:deleted' => ['commerce:roles']]) . event('b', 8, FULL),
    'a complete asset knows no removal' => json_encode(['assetId' => 'urn:a', 'time' => gmdate('Y-m-d\TH:i:s\Z'),
        'assetMetadata' => FULL + ['event:deleted' => ['commerce:skus']]]),
] as $what => $events) {
    echo "$what: ", summary(sync($cli, $events));
    show_media($cli);
}

echo "-- external: ";
$other = (new Cli())->startSandbox();
matched_shop($other);
answer_asset($other, 'a', ['S1' => 'image']);
echo summary(sync(
    $other, event('a', 1, APPROVED + ['x' => [1], 'y' => 2, 'event:created' => ['x', 'y'], 'event:other' => 1])
    . event('a', 2, ['event:deleted' => ['x']])));
$stored = (new PDO("sqlite:$other->state/aco.sqlite"))->query('SELECT state FROM aem_asset')->fetchColumn();
echo implode(' ', array_keys(json_decode($stored, true)['values'])),
    str_contains($stored, 'event:') ? ' and markers' : '', "\n";
?>
--EXPECT--
-- by SKU
created: 0 {"read":1,"applied":1} {} {"delivered":1}
  S1 urn:a [image] -
  S2 urn:a [thumbnail] -
roles are gone: 0 {"read":1,"applied":1} {} {"delivered":1}
  S1 urn:a [] -
  S2 urn:a [] -
roles come late, from before: 0 {"read":1,"stale":1} {} {}
  S1 urn:a [] -
  S2 urn:a [] -
roles are made anew: 0 {"read":1,"applied":1} {} {"delivered":1}
  S1 urn:a [swatch_image] -
  S2 urn:a [] -
a value beside its removal: 0 {"read":1,"applied":1} {} {"delivered":1}
  S1 urn:a [] -
  S2 urn:a [] -
markers that are none: 0 {"read":1,"applied":1} {} {"unchanged":1}
  S1 urn:a [] -
  S2 urn:a [] -
the approval is gone: 0 {"read":1,"applied":1} {} {"delivered":1}
  nothing
removed before it is known: 0 {"read":2,"applied":2} {} {"delivered":1}
  S1 urn:b [] -
  S2 urn:b [] -
a complete asset knows no removal: 0 {"read":1,"applied":1} {} {"delivered":1}
  S1 urn:a [image] -
  S1 urn:b [] -
  S2 urn:a [thumbnail] -
  S2 urn:b [] -
-- external: 0 {"read":2,"applied":2} {"answered":1} {"delivered":1}
dam:status dc:format x y
