--TEST--
Sandbox: its organization id has the documented form, so that the settings of orders take it as well
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../../sandbox/src/Access/TenantSettings.php';

echo (new Aco\Experience\Settings(Aco\Sandbox\Access\TenantSettings::DEFAULT_ORG))->organizationId, "\n";
?>
--EXPECT--
ACOSANDBOX00000000000000@AdobeOrg
