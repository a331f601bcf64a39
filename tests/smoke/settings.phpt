--TEST--
Settings: defaults, and what a script may not change
--EXTENSIONS--
aco
--INI--
aco.ca_bundle=
--FILE--
<?php
foreach (ini_get_all('aco', true) as $name => $setting) {
    if (in_array($name, ['aco.ca_bundle', 'aco.max_response_bytes', 'aco.allow_http'], true)) {
        echo $name, ' = ', var_export($setting['local_value'], true),
            $setting['access'] === INI_SYSTEM ? ' system' : ' open', "\n";
        var_dump(@ini_set($name, '1'));
    }
}
?>
--EXPECT--
aco.allow_http = '0' system
bool(false)
aco.ca_bundle = '' system
bool(false)
aco.max_response_bytes = '4194304' system
bool(false)
