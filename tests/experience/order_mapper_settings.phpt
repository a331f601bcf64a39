--TEST--
OrderMapper keeps the settings it was made with, whatever its properties are made to show
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/orders.inc';

use Aco\Experience\OrderMapper;

$mapper = new OrderMapper(settings());
$before = array_map(strval(...), $mapper->map(order()));
foreach ([null, 1, new stdClass(), settings(['backOfficeEvents' => false])] as $other) {
    try {
        // PHP 8.5 deprecates objects there.
        $properties = @new ArrayObject($mapper);
        $properties['settings'] = $other;
        unset($properties);
    } catch (Throwable) {
        // It is not allowed to.
    }
    gc_collect_cycles();
    echo array_map(strval(...), $mapper->map(order())) === $before ? "the same events\n" : "OTHERS\n";
}
?>
--EXPECT--
the same events
the same events
the same events
the same events
