--TEST--
Connection::ingestionUrl(): the documented address of a tenant
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;

foreach (['na1', 'eu1', 'uk1', 'au1', 'in1', 'sg1'] as $region) {
    echo Connection::ingestionUrl('T1', $region, 'production'), ' ', Connection::ingestionUrl('T1', $region, 'sandbox'),
        "\n";
}
echo Connection::ingestionUrl('a b/../c?d#é', 'na1', 'sandbox'), "\n";
foreach ([
    ['', 'na1', 'sandbox'], ["a\n", 'na1', 'sandbox'], ['T1', '', 'sandbox'], ['T1', 'evil.example/', 'sandbox'],
    ['T1', 'NA1', 'sandbox'],
    [
        'T1',
        "na1\0",
        'sandbox',
    ], ['T1', 'na1', ''], ['T1', 'na1', 'Sandbox'], ['T1', 'na1', 'stage'], ['T1', 'na1', "sandbox\0"]] as $arguments) {
    attempt(static function () use ($arguments): void {
        $url = Connection::ingestionUrl(...$arguments);
        echo "TAKEN $url\n";
    });
}
// What it makes is taken by the constructor and not extended.
echo (new Connection('T1', 'c', 's', Connection::ingestionUrl('T1', 'eu1', 'production')))->ingestionUrl, "\n";
?>
--EXPECT--
https://na1.api.commerce.adobe.com/T1 https://na1-sandbox.api.commerce.adobe.com/T1
https://eu1.api.commerce.adobe.com/T1 https://eu1-sandbox.api.commerce.adobe.com/T1
https://uk1.api.commerce.adobe.com/T1 https://uk1-sandbox.api.commerce.adobe.com/T1
https://au1.api.commerce.adobe.com/T1 https://au1-sandbox.api.commerce.adobe.com/T1
https://in1.api.commerce.adobe.com/T1 https://in1-sandbox.api.commerce.adobe.com/T1
https://sg1.api.commerce.adobe.com/T1 https://sg1-sandbox.api.commerce.adobe.com/T1
https://na1-sandbox.api.commerce.adobe.com/a%20b%2F..%2Fc%3Fd%23%C3%A9
Aco\Exception\InvalidArgumentException 0 final: $tenantId must not be empty
Aco\Exception\InvalidArgumentException 0 final: $tenantId must not hold control characters
Aco\Exception\InvalidArgumentException 0 final: $region must be a region such as na1 or eu1
Aco\Exception\InvalidArgumentException 0 final: $region must be a region such as na1 or eu1
Aco\Exception\InvalidArgumentException 0 final: $region must be a region such as na1 or eu1
Aco\Exception\InvalidArgumentException 0 final: $region must be a region such as na1 or eu1
Aco\Exception\InvalidArgumentException 0 final: $type must be sandbox or production
Aco\Exception\InvalidArgumentException 0 final: $type must be sandbox or production
Aco\Exception\InvalidArgumentException 0 final: $type must be sandbox or production
Aco\Exception\InvalidArgumentException 0 final: $type must be sandbox or production
https://eu1.api.commerce.adobe.com/T1
