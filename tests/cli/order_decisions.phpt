--TEST--
What is done with an order, by what the table holds of it: every case of the decision
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Experience\OrderDecision;
use Aco\Cli\Experience\OrderRow;

const EARLIER = '2024-05-01 10:00:00';
const NOW = '2024-05-02 10:00:00';
const LATER = '2024-05-03 10:00:00';

$rows = [
    'unknown' => null,
    'older' => new OrderRow(EARLIER, false),
    'same' => new OrderRow(NOW, false),
    'newer' => new OrderRow(LATER, false),
    'older, refused' => new OrderRow(EARLIER, true),
    'same, refused' => new OrderRow(NOW, true),
    'newer, refused' => new OrderRow(LATER, true),
];

printf("%-15s %-10s %-10s %-10s %-10s\n", 'the row is', 'events', 'no events', 'refused', 'without id');
foreach ($rows as $name => $row) {
    printf(
        "%-15s %-10s %-10s %-10s %-10s%s\n",
        $name,
        OrderDecision::of(true, NOW, false, true, $row)->name,
        OrderDecision::of(true, NOW, false, false, $row)->name,
        OrderDecision::of(true, NOW, true, false, $row)->name,
        OrderDecision::of(false, NOW, true, false, $row)->name,
        OrderDecision::isStillRefused(NOW, $row) ? 'not mapped again' : '',
    );
}
?>
--EXPECT--
the row is      events     no events  refused    without id
unknown         Send       Renew      Reject     Skip      
older           Send       Renew      Reject     Skip      
same            Send       Unchanged  Reject     Skip      
newer           Send       Unchanged  Reject     Skip      
older, refused  Send       Renew      Reject     Skip      
same, refused   Send       Renew      Reject     Skip      not mapped again
newer, refused  Send       Renew      Reject     Skip      
