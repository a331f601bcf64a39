--TEST--
The Commerce module reads and writes columns that its db_schema.xml declares
--EXTENSIONS--
aco
dom
--SKIPIF--
<?php
is_file(dirname(__DIR__, 2) . '/cli/vendor/autoload.php') || die('skip the libraries of bin/aco are not installed');
?>
--FILE--
<?php
require __DIR__ . '/columns.inc';

use Aco\CommerceOptimizer\Model\Assets\ProductEvents;
use Aco\CommerceOptimizer\Model\Experience\{EventState, EventStore, StagedOrder};
use Aco\Experience\Event;

$database = new RecordingDatabase();
$store = new EventStore($database);
$time = '2024-05-01T10:00:00+00:00';
$event = Event::fromJson('e1', 'commerce.backofficeOrderPlaced', 'o1', 'base', $time, '{"xdm":{"name":"Zoë 😀"}}');
$store->known(['o1']);
$store->stage([new StagedOrder('o1', [$event], $time, [])]);
$store->refuse('o1', 'shopper@example.com is wrong');
iterator_to_array($store->due());
$store->settle(['e1' => ['state' => EventState::Rejected, 'error' => 'no', 'requestId' => 'r', 'attempts' => 1]]);
$store->forget(['e1']);
$store->withdraw('o1');
$store->counts();
$store->isEmpty();

$files = (new ReflectionClass(Magento\Framework\Filesystem::class))->newInstanceWithoutConstructor();
$events = new ProductEvents($database, $files);
$events->record('S-1', 'created');
$events->waiting();
$events->handOver();

foreach ($database->used() as $table => $columns) {
    echo "$table: ", implode(' ', $columns), "\n";
}
echo implode("\n", $database->undeclared(dirname(__DIR__, 2) . '/commerce/etc/db_schema.xml')), "\n";
echo $database->written['payload'], "\n", $database->written['errors'], "\n";
?>
--EXPECT--
aco_assets_product_event: happened_at id kind sku
aco_experience_event: attempts due_at errors event_id happened_at id order_id order_updated_at payload request_id status type website
aco_experience_refused_order: errors order_id

{"xdm":{"name":"Zo\u00eb \ud83d\ude00"}}
[e-mail] is wrong