--TEST--
MariaDB: tables of an older Commerce (utf8mb3, latin1) take every item; one that a table does not take is that item's failure
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
require __DIR__ . '/orders.inc';
require ROOT . '/cli/vendor/autoload.php';

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Dsn;
use Aco\Cli\Store\FeedStore;

const TABLE = 'cde_products_feed';

/** A feed table as Commerce makes it, in a database of that character set. */
function feed_table(PDO $pdo, string $table, string $charset): void
{
    $pdo->exec("CREATE TABLE $table (id int unsigned NOT NULL AUTO_INCREMENT, source_entity_id int unsigned NOT NULL, feed_id varchar(64) NOT NULL,
        modified_at timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(), is_deleted tinyint NOT NULL DEFAULT 0,
        status smallint NOT NULL DEFAULT 0, feed_data mediumtext, feed_hash varchar(64), errors text, metadata text, PRIMARY KEY (id),
        UNIQUE KEY u (feed_id), KEY a (source_entity_id, modified_at), KEY b (status)) ENGINE=InnoDB DEFAULT CHARSET=$charset");
}

/** Rows as they are, with every character. */
function raw_rows(Cli $cli): array
{
    $pdo = $cli->pdo();
    $pdo->exec('SET NAMES utf8mb4');

    return $pdo->query('SELECT * FROM ' . TABLE)->fetchAll();
}

$server = new MariaDb();
$path = null;
foreach (['utf8mb3', 'latin1', 'utf8mb4'] as $charset) {
    echo "-- $charset\n";
    $cli = (new Cli())->useDatabase($server->database($charset))->startSandbox();
    $pdo = $cli->pdo();
    feed_table($pdo, TABLE, $charset);
    $cli->init();
    $items = [
        product('ONE'), product('PARTY', ['name' => 'Party 😀 mug, café \ud83d']), product('TWO'),
        product('😀', ['name' => 'SKU of an emoji', 'urlKey' => 'emoji']),
    ];
    $path = $cli->write('products.jsonl', $items);
    $mapper = new Aco\Mapper(Aco\Feed::Products);
    $bodies = [];
    foreach ($items as $item) {
        $document = $mapper->map($item);
        $bodies[$document->id] = [(string) $document, $document->hash];
    }

    // Bodies wait in the table, with a message that holds more than the column does.
    $cli->fault(['match' => ['path' => '/v1/catalog/products$'], 'fault' => ['type' => 'status', 'status' => 403]]);
    check('waiting', $cli->run(['sync', $path])->code === 3);
    $cli->clearFaults();
    $stored = array_column(raw_rows($cli), null, 'feed_id');
    check('every item is stored', array_keys($stored) == array_keys($bodies), $stored);
    foreach ($bodies as $id => [$json, $hash]) {
        $data = $stored[$id]['feed_data'];
        if (substr($stored[$id]['feed_hash'], 0, 40) !== $hash || json_decode($data) != json_decode($json)
            || ($charset === 'utf8mb4' ? $data !== $json : preg_match('/[^\x00-\x7f]/', $data) !== 0)) {
            echo "stored otherwise: $data\n";
        }
    }
    $env = $cli->env;
    $store = new FeedStore(Database::open(
        Dsn::dialect(
            $env['ACO_DSN'],
            static fn (string $path): string => $path,
            $env['ACO_DB_USER'],
            $env['ACO_DB_PASSWORD'],
        )
    ));
    $read = [];
    foreach ($store->all(Aco\Feed::Products) as $row) {
        $read[$row->feedId] = [$row->data, $row->hash];
    }
    check('read byte by byte', $read == $bodies, $read);
    check('sent from the table', $cli->run(['resend-failed'])->code === 0);
    $held = array_column($cli->held('products'), null, 'sku');
    $same = true;
    foreach ($bodies as [$json]) {
        $body = json_decode($json, true);
        $same = $same && $held[$body['sku']] == $body;
    }
    check('as they were', $same && count($held) === 4, $held);
    $result = $cli->run(['sync', $path, '--json']);
    check('unchanged', $result->code === 0 && $result->feed('products')['unchanged'] === 4, $result);

    $cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['PARTY', '😀'], 'message' => 'é 中 😀 is not wanted']]);
    check('rejected', $cli->run(['resync', '--feed=products', '--force', $path])->code === 1);
    $cli->clearFaults();
    echo implode(', ', array_unique(array_filter(array_column(raw_rows($cli), 'errors')))), "\n";
    check(
        'shown',
        str_contains($cli->run(['status', '--failed'])->out, '😀 / default'),
        $cli->run(['status', '--failed'])->out,
    );
    check(
        'deleted with its key',
        $cli->run([
            'sync', '--full', '--force', $cli->write('less.products.jsonl', [product('ONE')]), '--feed=products',
        ])->code === 0
        && array_column($cli->held('products'), 'sku') === ['ONE'], $cli->held('products'));
}

echo "-- what a table does not take\n";
$cli = (new Cli())->useDatabase($server->database('refusing'))->startSandbox();
$pdo = $cli->pdo();
feed_table($pdo, TABLE, 'utf8mb4');
$pdo->exec('ALTER TABLE ' . TABLE . ' MODIFY feed_data text, ADD CONSTRAINT no_gift CHECK (feed_data NOT LIKE \'%"GIFT"%\')');
foreach (['INSERT', 'UPDATE'] as $event) {
    $pdo->exec("CREATE TRIGGER no_card_$event BEFORE $event ON " . TABLE . " FOR EACH ROW
        IF NEW.feed_data LIKE '%\"CARD\"%' AND NEW.status = 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no cards here'; END IF");
}
$cli->init();
$items = [
    ...products(3), product('LONG', ['description' => str_repeat('x', 70000)]), product('GIFT'), product('CARD'),
    ...array_slice(products(6), 3),
];
$path = $cli->write('shop/products.jsonl', $items);
$cli->write('shop/prices.jsonl', [price('LONG'), price('SKU-00001')]);
foreach (['first', 'again'] as $time) {
    $result = $cli->run(['sync', "$cli->dir/shop", '--json']);
    echo "$time [$result->code] ", json_encode($result->feed('products')), ' prices ',
        json_encode($result->feed('prices')), "\n";
    foreach ($result->json()['feeds']['products']['failures'] as $failure) {
        echo "  $failure[item]: ", preg_replace('/`\w+`\./', '', $failure['message']), "\n";
    }
}
check(
    'all others are there',
    array_column($cli->held('products'), 'sku') === array_column(products(6), 'sku'),
    $cli->held('products'),
);
check(
    'shown',
    preg_match_all('~(LONG|CARD) / default~', $cli->run(['status', '--failed'])->out) === 2,
    $cli->run(['status', '--failed'])->out,
);
$pdo->exec('ALTER TABLE ' . TABLE . ' MODIFY feed_data mediumtext');
$result = $cli->run(['sync', $path, '--json']);
check('sent when there is room', array_diff(['LONG'], array_column($cli->held('products'), 'sku')) === [], $result);

echo "-- larger than a packet\n";
$server->root()->exec('SET GLOBAL max_allowed_packet = 1048576');
$result = $cli->run(['sync', '--feed=products', '-', '--json'], [], lines(
    [product('A'), product('HUGE', ['description' => str_repeat('x', 1100000)]), product('B')],
));
echo json_encode($result->feed('products')), ' ', $result->json()['feeds']['products']['failures'][0]['message'], "\n";
check(
    'the row says so',
    array_column(
        array_filter(raw_rows($cli), static fn (array $row): bool => $row['feed_id'] === sha1("HUGE\0default")),
        'status',
    ) === [400],
);

echo "-- orders\n";
$cli = (new Cli())->useDatabase($server->database('orders'))->startSandbox();
configure($cli);
$long = str_repeat('w', 80);
$cli->run(['experience:config', "--website=$long", '--datastream-id=' . DATASTREAM, '--back-office-events=on']);
$orders = [life(1)[0], life(2, $long)[0], life(3)[0]];
$result = $cli->run(['orders:sync', '-', '--json'], [], lines($orders));
echo counters($result), "\n", $result->json()['feeds']['orders']['failures'][0]['message'], "\n";
check('the others went', count(held_events($cli)) === 2);
?>
--EXPECTF--
-- utf8mb3
waiting: yes
every item is stored: yes
read byte by byte: yes
sent from the table: yes
as they were: yes
unchanged: yes
rejected: yes
é 中 � is not wanted
shown: yes
deleted with its key: yes
-- latin1
waiting: yes
every item is stored: yes
read byte by byte: yes
sent from the table: yes
as they were: yes
unchanged: yes
rejected: yes
? ? ? is not wanted
shown: yes
deleted with its key: yes
-- utf8mb4
waiting: yes
every item is stored: yes
read byte by byte: yes
sent from the table: yes
as they were: yes
unchanged: yes
rejected: yes
é 中 😀 is not wanted
shown: yes
deleted with its key: yes
-- what a table does not take
first [1] {"read":9,"sent":6,"accepted":6,"rejected":3} prices {"read":2,"sent":2,"accepted":2}
  LONG / default: the database rejects it: Data too long for column 'feed_data' at row 1
  GIFT / default: the database rejects it: %sno_gift%s
  CARD / default: the database rejects it: no cards here
again [1] {"read":9,"unchanged":6,"rejected":3} prices {"read":2,"unchanged":2}
  LONG / default: the database rejects it: Data too long for column 'feed_data' at row 1
  GIFT / default: the database rejects it: %sno_gift%s
  CARD / default: the database rejects it: no cards here
all others are there: yes
shown: yes
sent when there is room: yes
-- larger than a packet
{"read":3,"sent":2,"accepted":2,"rejected":1} the database rejects it: 1100497 bytes, which is more than max_allowed_packet
the row says so: yes
-- orders
[1] {"read":3,"refused":1,"events":2,"delivered":2}
the database rejects it: Data too long for column 'website' at row 1
the others went: yes
