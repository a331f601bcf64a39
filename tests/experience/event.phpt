--TEST--
Event holds what was stored, shows no body, and cannot be copied
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Experience\Event;

$json = '{ "xdm": {"_id":"1","personalEmail":{"address":"secret@example.com"}} }';
$event = Event::fromJson('id-1', 'a.type', 'order', 'base', '2023-04-01T10:00:00+00:00', $json);
var_dump((string) $event === $json, $event->jsonSerialize() === json_decode($json, true));
print_r($event);
foreach (['', str_repeat('x', 65), "a\0b"] as $id) {
    try {
        Event::fromJson($id, '', '', '', '', '{}');
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach (['', '[]', '{"a":', '1', str_repeat('{"a":', 65) . '1' . str_repeat('}', 65)] as $bad) {
    try {
        Event::fromJson('i', '', '', '', '', $bad);
    } catch (Aco\Exception\InvalidArgumentException $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach ([
    fn () => clone $event, fn () => serialize($event), fn () => $event->id = 'x', fn () => $event->other = 1,
    fn () => new Event(),
] as $try) {
    try {
        $try();
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
bool(true)
bool(true)
Aco\Experience\Event Object
(
    [id] => id-1
    [type] => a.type
    [orderId] => order
    [websiteCode] => base
    [timestamp] => 2023-04-01T10:00:00+00:00
    [leftOut] => Array
        (
        )

)
$id must have 1 to 64 bytes, none of them NUL
$id must have 1 to 64 bytes, none of them NUL
$id must have 1 to 64 bytes, none of them NUL
$json must be a JSON object
$json must be a JSON object
$json is not valid JSON of at most 64 levels
$json must be a JSON object
$json is not valid JSON of at most 64 levels
Trying to clone an uncloneable object of class Aco\Experience\Event
Serialization of 'Aco\Experience\Event' is not allowed
Cannot modify readonly property Aco\Experience\Event::$id
Cannot create dynamic property Aco\Experience\Event::$other
Call to private Aco\Experience\Event::__construct() from global scope
