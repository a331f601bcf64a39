--TEST--
customers:sync sends profile records: errors first, then each state once, per website, with results for each record
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/customers.inc';

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
configure($cli);

echo "-- settings\n";
$config = static fn (string ...$options): Result => $cli->run(['experience:config', ...$options]);
foreach (['--profile-dataset-id=a b', '--profile-schema-id=https://example.com/schemas/1',
    '--profile-inlet-id=a/b', '--sandbox-name=Prod', '--streaming-url=http://example.com'] as $option) {
    show($config($option), $cli, $option);
}
$config('--profile-dataset-id=people', '--customer-attribute=tier=_acme.profile.tier');
echo 'without schema ', sync_customers($cli, [customer(1)]);
$config('--profile-schema-id=' . SCHEMA, "--streaming-url={$cli->sandbox['url']}");
echo 'without credentials ', sync_customers($cli, [customer(1)]);
$cli->init();
echo 'without connection ', sync_customers($cli, [customer(1)]);
echo 'and with orders ', counters($cli->run(['orders:sync', '--json'])), "\n";

echo "-- records\n";
$config('--profile-inlet-id=inlet', '--sandbox-name=prod');
$config('--website=eu', '--profile-dataset-id=people-eu', '--sandbox-name=europe');
$config('--website=us', '--profile-dataset-id=off');
echo json_encode($cli->run(['experience:config', '--json'])->json()['profile_targets'], JSON_UNESCAPED_SLASHES), "\n";
$plain = ['addresses' => [], 'dob' => null, 'custom_attributes' => []];
echo 'the first, and others ', sync_customers($cli, [
    customer(2, ['websiteCode' => 'eu']), customer(3, ['websiteCode' => 'us']), customer(4, $plain),
]);
echo 'again ', sync_customers($cli, [customer(1), customer(2, ['websiteCode' => 'eu']), customer(4, $plain)]);
echo 'changed, then older ', sync_customers($cli, [
    customer(4, $plain + ['updated_at' => '2023-06-01 08:00:00', 'firstname' => 'Eve']),
    customer(4, $plain + ['updated_at' => '2023-05-01 08:00:00', 'firstname' => 'Old']),
]);
echo 'refused ', sync_customers($cli, [
    customer(5, ['dob' => '1990-02-30']), customer(6, ['email' => 'n/a']), customer(7, ['id' => "a\u{e9}"]),
    customer(8, ['addresses' => [['default_billing' => true, 'city' => ['x']]]]),
]);
$config("--suppression-list={$cli->write('list', [])}");
file_put_contents("$cli->dir/list", hash('sha256', 'shopper.9@example.com') . "\n");
echo 'suppressed ', sync_customers($cli, [customer(9)]);
$config('--suppression-list=');
$config('--website=off', '--back-office-events=off');
echo 'a website that is off ', sync_customers($cli, [customer(10, ['websiteCode' => 'off'])]);
records($cli);

echo "-- many and large ones\n";
$config('--customer-attribute=long=_acme.profile.long', '--customer-attribute=tier=_acme.profile.tier');
$long = str_repeat("\u{e9}", 450);
$large = array_map(static fn (int $id): array => customer($id, [
    'websiteCode' => 'eu', 'firstname' => $long, 'lastname' => $long, 'profileAttributes' => ['long' => $long],
    'addresses' => [['street' => [$long, $long], 'city' => $long, 'default_billing' => true, 'telephone' => $long]],
]), range(1001, 1250));
echo 'two requests by number, of which one is two by size ', sync_customers($cli, $large);

echo "-- results of single records\n";
$quoted = 'Shopper shopper.21@example.com of Main Street 21 is not valid';
$cli->fault(['match' => ['path' => '/batch/'], 'times' => 1,
    'fault' => ['type' => 'reject-records', 'keys' => ['21'], 'message' => $quoted]]);
echo sync_customers($cli, [customer(20), customer(21), customer(22)]);
$cli->fault(['match' => ['path' => '/batch/'], 'times' => 1,
    'fault' => ['type' => 'reject-records', 'keys' => ['23'], 'status' => 503]]);
echo sync_customers($cli, [customer(23), customer(24)]);
echo trim($cli->run(['orders:status', '--failed', '--json'])->out), "\n";
echo 'the rest ', sync_customers($cli, [customer(21)]);
echo 'rejected ', sync_customers($cli, [customer(21), customer(22)], '--resend-rejected');
echo json_encode($cli->run(['orders:status', '--json'])->json()['events']), "\n";

echo "-- the whole service\n";
$status = static fn (int $status, int $times, array $headers = []) => $cli->fault(['match' => ['path' => '/batch/'],
    'times' => $times, 'fault' => ['type' => 'status', 'status' => $status, 'headers' => (object) $headers]]);
$status(429, 1, ['retry-after' => '1']);
echo 'slow down ', sync_customers($cli, [customer(30)]);
$status(503, 2);
echo 'down for a moment ', sync_customers($cli, [customer(31)]);
$cli->fault(['match' => ['path' => '/batch/'], 'times' => 1, 'fault' => ['type' => 'expire-tokens']]);
echo 'a token that expires ', sync_customers($cli, [customer(32)]);
$status(401, 2);
echo 'no access ', sync_customers($cli, [customer(33)]);
$status(404, 1);
echo 'unknown ', sync_customers($cli, [customer(33)]);
$status(400, 3);
echo 'one of three ', sync_customers($cli, [customer(34), customer(35), customer(36)]);
$cli->fault(['match' => ['path' => '/batch/'], 'times' => 1, 'fault' => ['type' => 'html']]);
echo 'no JSON ', sync_customers($cli, [customer(37)]);
$cli->fault(['match' => ['path' => '/batch/'], 'times' => 1, 'fault' => ['type' => 'reset-after']]);
echo 'cut ', sync_customers($cli, [customer(38)]);
$status(404, 1);
echo 'waits, then deleted ', sync_customers($cli, [customer(39)]);
echo sync_customers($cli, [customer(39, ['deleted' => true])]);
$status(404, 1);
echo 'waits, then switched off ', sync_customers($cli, [customer(40)]);
$config('--profile-dataset-id=', '--profile-schema-id=', '--profile-inlet-id=', '--sandbox-name=');
$config('--website=eu', '--profile-dataset-id=', '--sandbox-name=');
$config('--website=us', '--profile-dataset-id=');
echo sync_customers($cli, [customer(40)]);
$rows = $cli->rows('aco_profile_records');
check('no bodies are kept', array_filter(array_column($rows, 'payload')) === []);
$log = (string) file_get_contents("$cli->state/log/aco.log");
check('nobody is logged', preg_match('/example\.com|Ann|Main Street/', $log) === 0);
check('nobody is in the table', preg_match('/example\.com|Ann|Main Street/', json_encode($rows)) === 0);
?>
--EXPECT--
-- settings
--profile-dataset-id=a b [2] --profile-dataset-id must have up to 64 letters, digits, hyphens or underscores.
--profile-schema-id=https://example.com/schemas/1 [2] --profile-schema-id must be https://ns.adobe.com/TENANT/schemas/ID.
--profile-inlet-id=a/b [2] --profile-inlet-id must have up to 128 letters, digits, hyphens or underscores.
--sandbox-name=Prod [2] --sandbox-name must have up to 63 lower-case letters, digits or hyphens.
--streaming-url=http://example.com [2] --streaming-url must use https: plain http is for loopback addresses only, unless aco.allow_http is on.
without schema [3] {"read":1,"records":1,"recordsHeld":1}
  Profile records need the credentials of config:init, which are not set.
without credentials [3] {"read":1,"records":1,"recordsHeld":1}
  Profile records need the credentials of config:init, which are not set.
without connection [3] {"read":1,"recordsUnchanged":1,"recordsResumed":1,"recordsHeld":1}
  Profile records are on for base, but --profile-inlet-id is not set.
and with orders [3] {"recordsResumed":1,"recordsHeld":1,"errors":["Profile records are on for base, but --profile-inlet-id is not set."]}
-- records
{"":{"datasetId":"people","schemaId":"https://ns.adobe.com/acme/schemas/0123456789abcdef","connectionId":"inlet","sandboxName":"prod"},"eu":{"datasetId":"people-eu","sandboxName":"europe"},"us":{"datasetId":"off"}}
the first, and others [0] {"read":3,"records":2,"recordsResumed":1,"recordsDelivered":3,"requests":3}
again [0] {"read":3,"recordsUnchanged":3}
changed, then older [0] {"read":2,"records":1,"recordsUnchanged":1,"recordsDelivered":1,"requests":1}
refused [1] {"read":4,"refused":4}
  customer-5 (standard input line 1): dob must be a day, such as 1990-01-31
  customer-6 (standard input line 2): email must be an e-mail address
  customer-aé (standard input line 3): id must be up to 50 visible ASCII characters
  customer-8 (standard input line 4): city must be a text
suppressed [0] {"read":1,"suppressed":1}
a website that is off [0] {"read":1,"switchedOff":1}
{"dataset":"people","customer":"1","sandbox":"prod","connection":"inlet","deliveries":1,"changes":0}
  {"channel":{"_id":"https://ns.adobe.com/xdm/channels/web","_type":"https://ns.adobe.com/xdm/channel-types/web"},"person":{"name":{"firstName":"Ann","lastName":"Lee"},"birthDate":"1990-01-31"},"personalEmail":{"address":"shopper.1@example.com"},"billingAddress":{"street1":"Main Street 1","street2":"2nd floor","city":"Austin","state":"Texas","country":"US","primary":false},"billingAddressPhone":{"number":"+1 (512) 555-0100","primary":false},"shippingAddress":{"street1":"Rue 1","city":"Lyon","country":"FR","primary":false},"userAccount":{"startDate":"2023-04-01T10:00:00Z"},"identityMap":{"CustomerId":[{"id":"1","primary":true}],"email":[{"id":"shopper.1@example.com","primary":false}]},"_acme":{"profile":{"tier":"gold"}}}
{"dataset":"people","customer":"4","sandbox":"prod","connection":"inlet","deliveries":2,"changes":1}
  {"channel":{"_id":"https://ns.adobe.com/xdm/channels/web","_type":"https://ns.adobe.com/xdm/channel-types/web"},"person":{"name":{"firstName":"Eve","lastName":"Lee"}},"personalEmail":{"address":"shopper.4@example.com"},"userAccount":{"startDate":"2023-04-01T10:00:00Z"},"identityMap":{"CustomerId":[{"id":"4","primary":true}],"email":[{"id":"shopper.4@example.com","primary":false}]}}
{"dataset":"people-eu","customer":"2","sandbox":"europe","connection":"inlet","deliveries":1,"changes":0}
  {"channel":{"_id":"https://ns.adobe.com/xdm/channels/web","_type":"https://ns.adobe.com/xdm/channel-types/web"},"person":{"name":{"firstName":"Ann","lastName":"Lee"},"birthDate":"1990-01-31"},"personalEmail":{"address":"shopper.2@example.com"},"billingAddress":{"street1":"Main Street 2","street2":"2nd floor","city":"Austin","state":"Texas","country":"US","primary":false},"billingAddressPhone":{"number":"+1 (512) 555-0100","primary":false},"shippingAddress":{"street1":"Rue 1","city":"Lyon","country":"FR","primary":false},"userAccount":{"startDate":"2023-04-01T10:00:00Z"},"identityMap":{"CustomerId":[{"id":"2","primary":true}],"email":[{"id":"shopper.2@example.com","primary":false}]},"_acme":{"profile":{"tier":"gold"}}}
-- many and large ones
two requests by number, of which one is two by size [0] {"read":250,"records":250,"recordsDelivered":250,"requests":3}
-- results of single records
[1] {"read":3,"records":3,"recordsDelivered":2,"recordsRejected":1,"requests":1}
  profile record of customer-21: HTTP 400 inletId: [inlet] Shopper [value] of [value] is not valid
[1] {"read":2,"records":2,"recordsDelivered":1,"recordsToRetry":1,"requests":1}
  profile record of customer-23: HTTP 503 inletId: [inlet] The sandbox was told to reject this record.
{"items":[
{"order":"customer-21","number":null,"event":null,"type":"profile record","status":400,"message":"HTTP 400 inletId: [inlet] Shopper [value] of [value] is not valid"},
{"order":"customer-23","number":null,"event":null,"type":"profile record","status":2,"message":"HTTP 503 inletId: [inlet] The sandbox was told to reject this record."}
]}
the rest [0] {"read":1,"recordsUnchanged":1,"recordsResumed":1,"recordsDelivered":1,"requests":1}
rejected [0] {"read":2,"records":1,"recordsUnchanged":1,"recordsDelivered":1,"requests":1}
[{"website":"","type":"profile record","status":200,"events":258}]
-- the whole service
slow down [0] {"read":1,"records":1,"recordsDelivered":1,"requests":1}
down for a moment [0] {"read":1,"records":1,"recordsDelivered":1,"requests":1}
a token that expires [0] {"read":1,"records":1,"recordsDelivered":1,"requests":1}
no access [3] {"read":1,"records":1,"recordsToRetry":1,"requests":1}
  profile record of customer-33: HTTP 401
  The streaming connection refuses the credentials: HTTP 401. Check those of config:init, and that their project may use the Experience Platform.
unknown [3] {"read":1,"recordsUnchanged":1,"recordsResumed":1,"recordsToRetry":1,"requests":1}
  profile record of customer-33: HTTP 404
  There is no streaming connection inlet: check --profile-inlet-id.
one of three [1] {"read":3,"records":3,"recordsResumed":1,"recordsDelivered":3,"recordsRejected":1,"requests":6}
  profile record of customer-34: The streaming connection refuses the record: HTTP 400.
no JSON [3] {"read":1,"records":1,"recordsToRetry":1,"requests":1}
  profile record of customer-37: HTTP 200
  The streaming ingestion API answers with something else than a result for each record: check --streaming-url.
cut [0] {"read":1,"records":1,"recordsResumed":1,"recordsDelivered":2,"requests":2}
waits, then deleted [3] {"read":1,"records":1,"recordsToRetry":1,"requests":1}
  profile record of customer-39: HTTP 404
  There is no streaming connection inlet: check --profile-inlet-id.
[0] {"read":1,"forgotten":1}
waits, then switched off [3] {"read":1,"records":1,"recordsToRetry":1,"requests":1}
  profile record of customer-40: HTTP 404
  There is no streaming connection inlet: check --profile-inlet-id.
Events of customers are off: run experience:config --customer-events=on, or --profile-dataset-id=… for profile records, first.
no bodies are kept: yes
nobody is logged: yes
nobody is in the table: yes
