--TEST--
The XML files of the Commerce module name what is there
--EXTENSIONS--
aco
dom
--SKIPIF--
<?php
is_file(dirname(__DIR__, 2) . '/cli/vendor/autoload.php') || die('skip the libraries of bin/aco are not installed');
?>
--FILE--
<?php
require __DIR__ . '/wiring.inc';

$wiring = new Wiring(dirname(__DIR__, 2) . '/commerce');
var_dump(
    $wiring->checkClasses() > 50,
    $wiring->checkAcl() > 5,
    $wiring->checkMethods() > 2,
    $wiring->checkSchema() > 3,
);
var_dump($wiring->checkSettings() > 30);
$wiring->checkPackage();
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
