--TEST--
Connection: a folder is no caFile
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

attempt(static function (): void {
    new Aco\Connection('t', 'c', SECRET, 'https://a.example', transport: new Aco\Transport(caFile: __DIR__));
    echo "TAKEN\n";
});
?>
--EXPECTF--
Aco\Exception\InvalidArgumentException 0 final: $caFile %s
