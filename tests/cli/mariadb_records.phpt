--TEST--
MariaDB: profile records are stored, sent once, retried when they are due, and dropped
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
echo skip_reason() ?: MariaDb::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/mariadb.inc';
require __DIR__ . '/customers.inc';

$server = new MariaDb();
$cli = (new Cli())->useDatabase($server->database('records'))->startSandbox(['--org', ORGANIZATION]);
$cli->init();
configure($cli);
$cli->run(['experience:config', '--profile-dataset-id=people', '--profile-schema-id=' . SCHEMA,
    '--profile-inlet-id=inlet', "--streaming-url={$cli->sandbox['url']}"]);
$fault = static fn (array $keys, int $status) => $cli->fault(['match' => ['path' => '/batch/'], 'times' => 1,
    'fault' => ['type' => 'reject-records', 'keys' => $keys, 'status' => $status, 'message' => "\u{1F600}"]]);

$strange = customer(2, ['firstname' => "\u{1F600}\u{e9}", 'email' => "shopper.2@ex\u{e4}mple.com"]);
echo sync_customers($cli, [customer(1), $strange]);
echo 'again ', sync_customers($cli, [customer(1), $strange]);
$fault(['3'], 400);
echo 'rejected ', sync_customers($cli, [customer(3)]);
$fault(['4', '5'], 503);
echo 'to retry ', sync_customers($cli, [customer(4), customer(5)]);
echo 'deleted ', sync_customers($cli, [customer(5, ['deleted' => true])]);
$fault(['6'], 503);
echo 'to retry ', sync_customers($cli, [customer(6)]);
$fault(['6'], 503);
echo 'due at once ', counters($cli->run(['orders:sync', '--due', '--json'])), "\n";
echo 'due later ', counters($cli->run(['orders:sync', '--due', '--json'])), "\n";
echo json_encode($cli->run(['orders:status', '--json'])->json()['events']), "\n";
echo count(held_records($cli)), " held\n";
?>
--EXPECT--
[0] {"read":2,"records":2,"recordsDelivered":2,"requests":1}
again [0] {"read":2,"recordsUnchanged":2}
rejected [1] {"read":1,"records":1,"recordsRejected":1,"requests":1}
  profile record of customer-3: HTTP 400 inletId: [inlet] 😀
to retry [3] {"read":2,"records":2,"recordsToRetry":2,"requests":1}
  profile record of customer-4: HTTP 503 inletId: [inlet] 😀
deleted [0] {"read":1,"forgotten":1,"recordsResumed":1,"recordsDelivered":1,"requests":1}
to retry [3] {"read":1,"records":1,"recordsToRetry":1,"requests":1}
  profile record of customer-6: HTTP 503 inletId: [inlet] 😀
due at once [3] {"recordsResumed":1,"recordsToRetry":1}
due later [0] []
[{"website":"","type":"profile record","status":2,"events":1},{"website":"","type":"profile record","status":200,"events":3},{"website":"","type":"profile record","status":400,"events":1}]
3 held
