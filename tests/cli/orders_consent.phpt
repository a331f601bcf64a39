--TEST--
Orders are withheld by what shoppers have decided in Commerce, else by website; saas:resync --feed=orders
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/orders.inc';

$cli = (new Cli())->startSandbox(['--org', ORGANIZATION]);
configure($cli);
$config = static fn (string ...$options): Result => $cli->run(['experience:config', ...$options]);
$sync = static fn (array $orders, string ...$more): string
    => counters($cli->run(['orders:sync', '-', '--json', ...$more], [], lines($orders)));
$order = static fn (int $number, string $email, string $website = 'base'): array
    => ['customerEmail' => $email] + life($number, $website)[0];

echo "-- without tables\n";
foreach (['newsletter', 'attribute:marketing', 'attribute:X', 'file'] as $source) {
    show($config("--consent-source=$source"), $cli, $source);
}
show($config('--order-consent=maybe'), $cli, 'default');

echo "-- out, and no source\n";
$config('--order-consent=out', '--website=eu');
echo implode("\n", $config('--order-consent=out', '--json')->json()['warnings']), "\n";
$config('--order-consent=inherit', '--website=eu');
$config('--order-consent=inherit');

echo "-- subscriptions\n";
$pdo = $cli->pdo();
$pdo->exec('CREATE TABLE newsletter_subscriber (subscriber_email TEXT, subscriber_status INTEGER, store_id INTEGER)');
$pdo->exec("INSERT INTO newsletter_subscriber VALUES ('in@example.com', 1, 1), ('out@example.com', 3, 1),
    ('Both@Example.com', 1, 1), ('Both@Example.com', 3, 2), ('asked@example.com', 2, 1)");
$config('--consent-source=newsletter');
$orders = static fn (int $from, string $website = 'base'): array => array_map(
    static fn (int $n, string $name): array => $order($from + $n, "$name@example.com", $website),
    range(0, 4),
    ['in', 'OUT', 'both', 'asked', 'nobody'],
);
echo 'in by default ', $sync($orders(1)), "\n";
$config('--order-consent=out', '--website=eu');
echo 'out in eu ', $sync([...$orders(11, 'eu'), ...$orders(21)]), "\n";
$config('--order-consent=out');
$config('--order-consent=in', '--website=eu');
echo 'out elsewhere ', $sync([...$orders(31, 'eu'), ...$orders(41)]), "\n";
$shown = $config('--json')->json();
echo json_encode([$shown['consent_source'], $shown['order_consent']]), "\n";
$config('--order-consent=inherit', '--website=eu');
echo json_encode($config('--json', '--order-consent=in')->json()['order_consent']), "\n";

echo "-- a refusal while the service is down\n";
$cli->fault(['match' => ['path' => '/ee/'], 'fault' => ['type' => 'status', 'status' => 503]]);
$cli->run(['orders:sync', '-'], [], lines([$order(51, 'late@example.com')]));
$cli->clearFaults();
$pdo->exec("INSERT INTO newsletter_subscriber VALUES ('late@example.com', 3, 1)");
echo $sync([]), "\n";

echo "-- an attribute\n";
$pdo->exec('CREATE TABLE customer_entity (entity_id INTEGER, email TEXT)');
$pdo->exec('CREATE TABLE eav_entity_type (entity_type_id INTEGER, entity_type_code TEXT)');
$pdo->exec('CREATE TABLE eav_attribute
    (attribute_id INTEGER, entity_type_id INTEGER, attribute_code TEXT, backend_type TEXT)');
$pdo->exec('CREATE TABLE customer_entity_int (attribute_id INTEGER, entity_id INTEGER, value INTEGER)');
$pdo->exec("INSERT INTO eav_entity_type VALUES (1, 'customer'), (4, 'catalog_product')");
$pdo->exec("INSERT INTO eav_attribute VALUES (7, 1, 'marketing', 'int'), (8, 4, 'marketing', 'varchar'),
    (9, 1, 'since', 'datetime')");
$pdo->exec("INSERT INTO customer_entity VALUES (1, 'in@example.com'), (2, 'OUT@example.com'), (3, 'asked@example.com')");
$pdo->exec('INSERT INTO customer_entity_int VALUES (7, 1, 1), (7, 2, 0), (8, 3, 0)');
show($config('--consent-source=attribute:since'), $cli, 'a date');
$config('--consent-source=attribute:marketing', '--order-consent=out');
echo $sync($orders(61)), "\n";
check('no address is logged', !str_contains((string) file_get_contents("$cli->state/log/aco.log"), 'example.com'));
$pdo->exec('DROP TABLE customer_entity');
show($cli->run(['orders:sync', '-'], [], lines($orders(71))), $cli, 'the table is gone');
$config('--consent-source=', '--order-consent=in');

echo "-- saas:resync --feed=orders\n";
$source = $cli->write('orders.jsonl', array_map(
    static fn (string $day, int $n): array => ['createdAt' => "{$day}T12:00:00+00:00"] + $order($n, "$n@example.com"),
    ['2022-05-31', '2022-06-01', '2024-01-01'],
    [81, 82, 83],
));
$resync = static fn (string ...$options): Result
    => $cli->run(['saas:resync', '--feed', 'orders', '--json', ...$options, $source]);
echo 'dry run ', counters($resync('--dry-run')), "\n";
echo 'what is new ', counters($resync('--no-reindex')), "\n";
echo 'again ', counters($resync('--batch-size=10', '--thread-count=2')), "\n";
echo 'of a time ', counters($resync('--from=2022-06-01', '--to=2022-06-30')), "\n";
echo 'of a time, dry ', counters($resync('--from=2022-06-01', '--to=2022-06-30', '--dry-run')), "\n";
foreach ([['--by-ids=1'], ['--cleanup-feed'], ['--from=x'], ['--from=2024-01-01', '--to=2023-01-01']] as $wrong) {
    show($cli->run(['resync', '--feed=orders', ...$wrong, $source]), $cli, implode(' ', $wrong));
}
show($cli->run(['resync', '--feed=products', '--from=2022-06-01']), $cli, 'another feed');
show($cli->run(['resync', '--feed=orders', '--dry-run']), $cli, 'no source');
?>
--EXPECT--
-- without tables
newsletter [2] The consent source needs Commerce's table newsletter_subscriber in DIR/state/aco.sqlite: nothing is sent without it.
attribute:marketing [2] The consent source needs Commerce's table customer_entity in DIR/state/aco.sqlite: nothing is sent without it.
attribute:X [2] --consent-source must be newsletter, or attribute:CODE with a code of customers.
file [2] --consent-source must be newsletter, or attribute:CODE with a code of customers.
default [2] --order-consent must be in, out or inherit.
-- out, and no source
All orders of the website eu are withheld: --order-consent is out, and no --consent-source says who has consented.
All orders of websites without a setting of their own are withheld: --order-consent is out, and no --consent-source says who has consented.
-- subscriptions
in by default [0] {"read":5,"withoutConsent":2,"events":3,"delivered":3}
out in eu [0] {"read":10,"withoutConsent":4,"withheldByDefault":2,"events":4,"delivered":4}
out elsewhere [0] {"read":10,"withoutConsent":4,"withheldByDefault":2,"events":4,"delivered":4}
["newsletter",{"":"out","eu":"in"}]
{"":"in"}
-- a refusal while the service is down
[0] {"forgotten":1}
-- an attribute
a date [2] The consent source attribute:since is no attribute of customers with whole numbers or texts: nothing is sent without it.
[0] {"read":5,"withoutConsent":1,"withheldByDefault":3,"events":1,"delivered":1}
no address is logged: yes
the table is gone [2] The consent source needs Commerce's table customer_entity in DIR/state/aco.sqlite: nothing is sent without it.
-- saas:resync --feed=orders
dry run [0] {"read":3,"events":3}
what is new [0] {"read":3,"events":3,"delivered":3}
again [0] {"read":3,"unchanged":3}
of a time [0] {"read":3,"outside":2,"events":1,"delivered":1}
of a time, dry [0] {"read":3,"outside":2,"events":1}
--by-ids=1 [2] --by-ids does not apply to orders: choose them with --from and --to.
--cleanup-feed [2] --cleanup-feed does not apply to orders: choose them with --from and --to.
--from=x [2] --from must be a day, such as 2024-05-31.
--from=2024-01-01 --to=2023-01-01 [2] --from must not come after --to.
another feed [2] --from and --to apply to orders only: --feed=orders.
no source [2] The database DIR/state/aco.sqlite has no Commerce feed table with orders: give a source.
