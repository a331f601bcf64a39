--TEST--
OrderMapper: orders with random histories give every event exactly once, and what a model of their histories says
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';
require __DIR__ . '/histories.inc';
require __DIR__ . '/../map/reference.inc';

use Aco\Bench\Reference\OrderMapper as Reference;
use Aco\Experience\OrderMapper;

$orders = (int) (getenv('ACO_HISTORIES') ?: 300);
$mapper = new OrderMapper(settings());
$reference = new Reference(ENVIRONMENT);
$byType = [];
$wrong = $snapshots = 0;
$report = function (int $number, string $text) use (&$wrong): void {
    if ($wrong++ < 10) {
        echo "order $number: $text\n";
    }
};
for ($number = 1; $number <= $orders; $number++) {
    $history = new History($number);
    $last = count($history->snapshots) - 1;
    // Some snapshots are skipped, some come again, some come late; the last one comes.
    $way = array_filter(range(0, $last), fn (int $step) => $step === $last || mt_rand(0, 2) > 0);
    $way = array_merge($way, array_filter($way, fn () => mt_rand(0, 3) === 0), [$last]);
    $sent = [];
    foreach ($way as $step) {
        $snapshots++;
        $expected = $history->events($step);
        $all = $mapper->map($history->snapshots[$step]);
        if (array_map(strval(...), $all) !== array_map(strval(...), $reference->map($history->snapshots[$step]))) {
            $report($number, "step $step: the reference in PHP has other events");
        }
        if (array_diff(array_keys($expected), array_map(fn ($event) => $event->id, $all)) !== []) {
            $report($number, "step $step: an event is missing");
        }
        foreach ($mapper->map($history->snapshots[$step], $sent) as $event) {
            if (in_array($event->id, $sent, true)) {
                $report($number, "$event->type comes twice");
            }
            $sent[] = $event->id;
            $difference = isset($expected[$event->id])
                ? History::difference($event->jsonSerialize()['xdm'], $expected[$event->id])
                : 'is not expected';
            if ($difference !== '') {
                $report($number, "step $step: $event->type: $difference");
            }
            $byType[$event->type] = ($byType[$event->type] ?? 0) + 1;
        }
    }
    $ids = array_keys($history->events($last));
    sort($ids);
    sort($sent);
    if ($ids !== $sent) {
        $report($number, 'events are ' . json_encode($sent) . ' instead of ' . json_encode($ids));
    }
}
echo "$wrong wrong\n";
foreach ([
    'OrderPlaced' => 1, 'OrderInvoiced' => 0.5, 'OrderItemsShipped' => 0.7, 'OrderShipmentCompleted' => 0.2,
    'CreditMemoIssued' => 0.1, 'OrderCancelled' => 0.03,
] as $type => $share) {
    if (($byType["commerce.backoffice$type"] ?? 0) < $orders * $share) {
        echo "too few of $type: ", json_encode($byType), "\n";
    }
}
?>
--EXPECT--
0 wrong
