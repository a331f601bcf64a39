--TEST--
Connection: a caFile outside open_basedir is refused with an exception
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

ini_set('open_basedir', __DIR__);
$calls = [
    static fn () => new Aco\Connection('t', 'c', SECRET, 'https://a.example', transport: new Aco\Transport(
        caFile: '/etc/hostname',
    )),
    static fn () => Aco\Connection::discover(
        'o',
        't',
        'c',
        SECRET,
        'http://127.0.0.1:1',
        'http://127.0.0.1:1',
        transport: new Aco\Transport(caFile: '/etc/hostname'),
    ),
];
foreach ($calls as $call) {
    try {
        $made = @$call();
        echo 'NO EXCEPTION, but ', get_debug_type($made), "\n";
    } catch (Aco\Exception\InvalidArgumentException $e) {
        check('names the parameter', str_contains($e->getMessage(), '$caFile'), $e->getMessage());
    }
}
?>
--EXPECT--
names the parameter: ok
names the parameter: ok
