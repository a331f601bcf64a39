--TEST--
customers:sync sends events of customer accounts: created, updated, deleted; each once, and only allowed attributes
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
configure($cli);
$sync = static function (array $customers) use ($cli): string {
    $result = $cli->run(['customers:sync', '-', '--json'], [], lines($customers));
    $found = $result->json();
    if (!isset($found['feeds'])) {
        return $result->err;
    }
    $counters = array_filter(
        $found['feeds']['customers'],
        static fn (mixed $value): bool => is_int($value) && $value > 0,
    );

    return "[$result->code] " . json_encode(array_diff_key($counters, ['requests' => 1])) . ' '
        . json_encode(array_column($found['feeds']['customers']['failures'], 'message', 'item')) . "\n";
};
$customer = static fn (int $id, array $more = []): array => $more + [
    'id' => $id, 'email' => "shopper.$id@example.com", 'firstname' => 'Ann', 'lastname' => 'Lee',
    'created_at' => '2023-04-01 10:00:00', 'updated_at' => '2023-04-01 10:00:00', 'websiteCode' => 'base',
    'storeViewCode' => 'default', 'dob' => '1990-01-01', 'password_hash' => 'x',
    'custom_attributes' => [
        ['attribute_code' => 'tier', 'value' => 'gold'], ['attribute_code' => 'secret', 'value' => 'no'],
    ],
];

echo "-- settings\n", $sync([$customer(1)]);
show($cli->run(['experience:config', '--customer-attribute=tier=tier']), $cli, 'path');
show($cli->run(['experience:config', '--customer-attribute=tier=_id.tier']), $cli, 'path');
foreach (['_acme.profile.tier', '_acme.profile', '_acme.profile.tier.name'] as $other) {
    show($cli->run([
        'experience:config', '--customer-attribute=tier=_acme.profile.tier', '--customer-attribute=a=_acme.profile_a',
        "--customer-attribute=other=$other",
    ]), $cli, 'paths');
}
$cli->run(['experience:config', '--customer-events=on', '--customer-attribute=tier=_acme.profile.tier']);
$config = $cli->run(['experience:config', '--json'])->json();
echo json_encode([$config['customer_events'], $config['customer_attributes']], JSON_UNESCAPED_SLASHES), "\n";

echo "-- events\n";
echo $sync([$customer(1), $customer(2, ['updated_at' => '2023-05-01T10:00:00+02:00'])]);
echo 'again ', $sync([$customer(1), $customer(2, ['updated_at' => '2023-05-01 08:00:00'])]);
echo 'changed ', $sync([$customer(1, ['updated_at' => '2023-06-01 08:00:00']), $customer(1, [
    'updated_at' => '2023-06-02 08:00:00', 'firstname' => null, 'lastname' => '',
])]);
echo 'deleted ', $sync([$customer(2, ['deleted' => true, 'updated_at' => '2023-07-01 08:00:00'])]);
echo 'not deleted ', $sync([$customer(2, ['deleted' => 'false'])]);
echo 'perhaps deleted ', $sync([$customer(2, ['deleted' => 'perhaps'])]);
echo 'with metadata ', $sync([['websiteCode' => null, 'profileAttributes' => ['tier' => true], '_metadata' => [
    'websiteCode' => 'eu', 'storeCode' => 'eu_store',
]] + $customer(3)]);
echo 'refused ', $sync([
    $customer(4, ['email' => 'n/a']), $customer(5, ['created_at' => 'never']), ['email' => 'a@example.com'],
    $customer(6, ['lastname' => ['x']]), 'no customer',
]);
echo 'dates of zeros ', $sync([$customer(31, [
    'created_at' => '2023-08-01 08:00:00', 'updated_at' => '0000-00-00 00:00:00', 'dob' => '0000-00-00',
])]);
show($cli->run(['experience:config', '--dataset-id=a b']), $cli, 'a dataset');
$cli->run(['experience:config', '--dataset-id=all']);
$cli->run(['experience:config', '--website=eu', '--dataset-id=5f67e6ad']);
echo json_encode($cli->run(['experience:config', '--json'])->json()['datasets']), "\n";
echo 'of two datasets ', $sync([$customer(21), $customer(22, ['websiteCode' => 'eu']), $customer(23)]);
$cli->run(['experience:config', '--website=eu', '--dataset-id=inherit']);
echo json_encode($cli->run(['experience:config', '--dataset-id=', '--json'])->json()['datasets']), "\n";
$cli->run(['experience:config', '--website=eu', '--back-office-events=off']);
echo 'a website that is off ', $sync([$customer(7, ['websiteCode' => 'eu'])]);
file_put_contents("$cli->dir/list", hash('sha256', 'shopper.8@example.com') . "\n");
$cli->run(['experience:config', "--suppression-list=$cli->dir/list"]);
echo 'suppressed ', $sync([$customer(8)]);
$cli->run(['experience:config', '--suppression-list=']);

echo "-- while the service is down, and after that\n";
$cli->fault(['match' => ['path' => '/ee/'], 'fault' => ['type' => 'status', 'status' => 503]]);
$result = $cli->run(['customers:sync', '-', '--json'], [], lines([$customer(9)]));
echo $result->code, "\n";
$cli->clearFaults();
echo counters($cli->run(['orders:sync', '--json'])), "\n";

echo "-- what arrived\n";
$events = json_decode(file_get_contents("{$cli->sandbox['url']}/api/events?limit=100"), true)['events'];
$shown = array_map(static fn (array $row): string => preg_replace(
    '/"_id":"[^"]*",/',
    '',
    json($row['event']['xdm']),
), $events);
sort($shown);
echo implode("\n", $shown), "\n";
check('ids differ', count(array_unique(array_column($events, 'id'))) === count($events));
$uuid = '/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/';
check('they are UUIDs', preg_grep($uuid, array_column($events, 'id'), PREG_GREP_INVERT) === []);
$log = (string) file_get_contents("$cli->state/log/aco.log");
check('nobody is logged', !str_contains($log, 'example.com') && !str_contains($log, 'Ann'));
?>
--EXPECT--
-- settings
Events of customers are off: run experience:config --customer-events=on, or --profile-dataset-id=… for profile records, first.
path [2] --customer-attribute: tier must be a path such as _tenant.name.
path [2] --customer-attribute: _id.tier must be a path such as _tenant.name.
paths [2] --customer-attribute has the path _acme.profile.tier twice, or another one in it.
paths [2] --customer-attribute has the path _acme.profile twice, or another one in it.
paths [2] --customer-attribute has the path _acme.profile.tier twice, or another one in it.
[true,{"tier":"_acme.profile.tier"}]
-- events
[0] {"read":2,"events":3,"delivered":3} []
again [0] {"read":2,"unchanged":2} []
changed [0] {"read":2,"events":2,"delivered":2} []
deleted [0] {"read":1,"events":1,"delivered":1} []
not deleted [0] {"read":1,"unchanged":1} []
perhaps deleted [1] {"read":1,"refused":1} {"customer-2 (standard input line 1)":"deleted must be true or false"}
with metadata [0] {"read":1,"events":1,"delivered":1} []
refused [1] {"read":5,"refused":4,"badLineCount":1} {"customer-4 (standard input line 1)":"email must be an e-mail address","customer-5 (standard input line 2)":"created_at must be a date and a time","customer- (standard input line 3)":"id is missing","customer-6 (standard input line 4)":"lastname must be a text"}
dates of zeros [0] {"read":1,"events":1,"delivered":1} []
a dataset [2] --dataset-id must have up to 64 letters, digits, hyphens or underscores.
{"":"all","eu":"5f67e6ad"}
of two datasets [0] {"read":3,"events":3,"delivered":3} []
[]
a website that is off [0] {"read":1,"switchedOff":1} []
suppressed [0] {"read":1,"suppressed":1} []
-- while the service is down, and after that
3
[0] {"resumed":1,"delivered":1}
-- what arrived
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"1","primary":true}],"email":[{"id":"shopper.1@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.1@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"2","primary":true}],"email":[{"id":"shopper.2@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.2@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"21","primary":true}],"email":[{"id":"shopper.21@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.21@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"22","primary":true}],"email":[{"id":"shopper.22@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.22@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"eu","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"23","primary":true}],"email":[{"id":"shopper.23@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.23@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"3","primary":true}],"email":[{"id":"shopper.3@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.3@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"eu","storeCode":"eu_store","storeViewCode":"default"}},"_acme":{"profile":{"tier":"true"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-04-01T10:00:00Z","identityMap":{"CustomerId":[{"id":"9","primary":true}],"email":[{"id":"shopper.9@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.9@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeCreateProfile","timestamp":"2023-08-01T08:00:00Z","identityMap":{"CustomerId":[{"id":"31","primary":true}],"email":[{"id":"shopper.31@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.31@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeDeleteProfile","timestamp":"2023-07-01T08:00:00Z","identityMap":{"CustomerId":[{"id":"2","primary":true}],"email":[{"id":"shopper.2@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.2@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeUpdateProfile","timestamp":"2023-05-01T08:00:00Z","identityMap":{"CustomerId":[{"id":"2","primary":true}],"email":[{"id":"shopper.2@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.2@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeUpdateProfile","timestamp":"2023-06-01T08:00:00Z","identityMap":{"CustomerId":[{"id":"1","primary":true}],"email":[{"id":"shopper.1@example.com","primary":false}]},"person":{"name":{"firstName":"Ann","lastName":"Lee"}},"personalEmail":{"address":"shopper.1@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
{"eventType":"userAccount.backofficeUpdateProfile","timestamp":"2023-06-02T08:00:00Z","identityMap":{"CustomerId":[{"id":"1","primary":true}],"email":[{"id":"shopper.1@example.com","primary":false}]},"personalEmail":{"address":"shopper.1@example.com"},"commerce":{"commerceScope":{"environmentID":"7d0b4ab5-7f4e-4f0e-9a31-33b6f6b5d7a1","websiteCode":"base","storeViewCode":"default"}},"_acme":{"profile":{"tier":"gold"}}}
ids differ: yes
they are UUIDs: yes
nobody is logged: yes
