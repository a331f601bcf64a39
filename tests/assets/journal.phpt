--TEST--
assets:pull reads the journal to its end, and goes on where it was; what it does without a journal, or when it is ill
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/journal.inc';

$cli = (new Cli())->startSandbox();
journal_shop($cli, ['--journal-limit=7']);
journal($cli, ['retryAfter' => 0]);

echo "-- empty\n";
tell($cli->run(['assets:pull', '--json']));

echo "-- pages of seven\n";
$events = [];
for ($i = 0; $i < 30; $i++) {
    $events[] = asset_event('a' . $i % 5, $i, READY + ['commerce:skus' => ["S$i"], 'commerce:roles' => ['image']]);
}
$events[] = ['type' => 'com.adobe.commerce.observer.catalog_product_save_commit_after', 'data' => ['value' => ['sku' => 'S29']]];
$events[] = 'text';
journal($cli, ['events' => $events]);
tell($result = $cli->run(['assets:pull', '--json']));
echo '  ', $result->json()['events']['refusals'][0]['reason'], "\n";
show_shop($cli);
$state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true);
echo '  requests: ', $state['requests']['byEndpoint']['GET ' . JOURNAL], "\n";

echo "-- nothing new, then one event\n";
tell($cli->run(['assets:pull', '--json']));
journal($cli, ['events' => [asset_event('a4', 40, [], 'deleted')]]);
tell($cli->run(['assets:pull', '--json']));

echo "-- the journal asks to wait\n";
journal($cli, ['retryAfter' => 60]);
tell($cli->run(['assets:pull', '--json']));
journal($cli, ['events' => [asset_event('a3', 41, [], 'deleted')], 'retryAfter' => 0]);
tell($cli->run(['assets:pull', '--json']));

echo "-- the clock was a year ahead when it did\n";
$pdo = $cli->pdo();
$where = "WHERE path = 'aco_exporter/assets_journal/position'";
$position = json_decode($pdo->query("SELECT value FROM core_config_data $where")->fetchColumn(), true);
$position['retryAt'] += 365 * 86400;
$pdo->prepare("UPDATE core_config_data SET value = ? $where")->execute([json_encode($position)]);
$pdo = null;
tell($cli->run(['assets:pull', '--json']));

echo "-- from the oldest again\n";
tell($cli->run(['assets:pull', '--restart=oldest', '--json']));
show_shop($cli);

echo "-- the position has expired\n";
journal($cli, ['events' => [asset_event('a2', 42, [], 'deleted'), asset_event('a1', 42, [], 'deleted')]]);
journal($cli, ['expire' => 34]);
$message = $cli->run(['assets:pull', '--json']);
echo '  ', $message->code, ' ', preg_replace('/moose\S+/', 'MOOSE', $message->json()['error']['message']), "\n";
tell($cli->run(['assets:pull', '--restart=oldest', '--json']));
show_shop($cli);

echo "-- faults\n";
foreach ([
    ['type' => 'status', 'status' => 503], ['type' => 'reset'], ['type' => 'expire-tokens'],
    ['type' => 'truncate', 'bytes' => 20],
] as $number => $fault) {
    journal($cli, ['events' => [asset_event('b', 50 + $number, READY + ['commerce:skus' => ["F$number"]])]]);
    $cli->fault(['match' => ['path' => '^/events/'], 'times' => 1, 'fault' => $fault]);
    tell($cli->run(['assets:pull', '--json']));
}
foreach ([
    ['type' => 'status', 'status' => 403, 'body' => 'sandbox-secret is not enough'],
    ['type' => 'status', 'status' => 404],
    ['type' => 'status', 'status' => 200, 'body' => '{"events": 1}'],
    [
        'type' => 'status', 'status' => 200, 'body' => '{"events": []}',
        'headers' => ['link' => '<https://example.com/x>; rel="next"'],
    ],
    [
        'type' => 'status', 'status' => 200, 'body' => '{"events": []}',
        'headers' => ['link' => "<{$cli->sandbox['url']}@example.com/x>; rel=\"next\""],
    ],
    ['type' => 'status', 'status' => 302, 'headers' => ['location' => 'https://example.com/']],
] as $fault) {
    $cli->fault(['match' => ['path' => '^/events/'], 'times' => 1, 'fault' => $fault]);
    tell($cli->run(['assets:pull', '--json']));
}

echo "-- the schedule\n";
journal($cli, ['events' => [asset_event('c', 60, READY + ['commerce:skus' => ['C']])]]);
foreach ($cli->run(['cron', '--once', '--json'])->json()['runs'] as $run) {
    echo str_starts_with($run['job'], 'assets:') ? "  $run[job] $run[exitCode]\n" : '';
}
show_shop($cli);

echo "-- settings\n";
foreach (['--journal-url=http://example.com/x', '--journal-limit=0', '--journal-start=now'] as $option) {
    echo '  ', trim($cli->run(['assets:config', $option])->err), "\n";
}
$cli->run(['assets:config', '--events-org-id=']);
tell($cli->run(['assets:pull', '--json']));
tell($cli->run(['assets:pull', '--restart=now', '--json']));
$cli->run(['assets:config', '--journal-url=']);
foreach ($cli->run(['cron', '--once', '--json'])->json()['runs'] as $run) {
    echo $run['job'] === 'assets:pull' ? "  $run[job] $run[exitCode]\n" : '';
}
?>
--EXPECT--
-- empty
  0 [] []
-- pages of seven
  1 {"read":32,"applied":31,"refused":1} {"delivered":5,"unchanged":1}
  not a JSON object
  S25 a0 [image]
  S26 a1 [image]
  S27 a2 [image]
  S28 a3 [image]
  S29 a4 [image]
  requests: 7
-- nothing new, then one event
  0 [] []
  0 {"read":1,"applied":1} {"delivered":1}
-- the journal asks to wait
  0 [] []
  0 [] []
-- the clock was a year ahead when it did
  0 {"read":1,"applied":1} {"delivered":1}
-- from the oldest again
  1 {"read":34,"stale":33,"refused":1} []
  S25 a0 [image]
  S26 a1 [image]
  S27 a2 [image]
-- the position has expired
  2 The journal no longer has the stored position: HTTP 410 (Events at position MOOSE have expired.). It keeps events for seven days. Run assets:pull --restart=oldest, and then assets:import, which finds what was missed.
  0 {"read":2,"applied":2} {"delivered":2}
  S25 a0 [image]
-- faults
  0 {"read":1,"applied":1} {"delivered":1}
  0 {"read":1,"applied":1} {"delivered":1}
  0 {"read":1,"applied":1} {"delivered":1}
  0 {"read":1,"applied":1} {"delivered":1}
  3 The journal refuses the credentials: HTTP 403 (*** is not enough). Check --events-client-id, --events-org-id and --events-scope, and that the project has the I/O Management API.
  2 There is no journal at this address: HTTP 404. Copy --journal-url from the event registration.
  3 The journal answers with something else than a list of events: check --journal-url.
  3 The journal answers without a link to its next page on the same server: check --journal-url.
  3 The journal answers without a link to its next page on the same server: check --journal-url.
  3 The journal answers HTTP 302: the next run tries again.
-- the schedule
  assets:pull 0
  C c []
  F3 b []
  S25 a0 [image]
-- settings
  --journal-url must use https: plain http is for loopback addresses only, unless aco.allow_http is on.
  --journal-limit must be a whole number from 1 to 1000.
  --journal-start must be one of oldest, latest.
  2 A setting is missing: run assets:config --events-org-id=…
  2 --restart must be oldest or latest.
