--TEST--
--ri tells version, TLS and HTTP/2 support, libraries and settings
--EXTENSIONS--
aco
--FILE--
<?php
$extension = new ReflectionExtension('aco');
var_dump($extension->getVersion() === Aco\VERSION, preg_match('~^\d+\.\d+\.\d+~', Aco\VERSION));
$extension->info();
?>
--EXPECTF--
bool(true)
int(1)

aco

aco support => enabled
aco version => %d.%d.%s
TLS backend => %s
State folder => %s
Sources are parsed by => %r(simdjson|PHP)%r
HTTP/2 => %r(yes|no)%r

Library => Compiled => Linked
libcurl => %d.%d.%s => %d.%d.%s
json-c => %d.%d%S => %d.%d%S
OpenSSL => %s => %s
%r(ISA-L|libdeflate|zlib)%r => %s => %s

Directive => Local Value => Master Value
%A
