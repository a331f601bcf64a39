--TEST--
Transport: $proxy shows the address without user and password, whatever they hold
--EXTENSIONS--
aco
--FILE--
<?php
foreach ([
    null, '', 'http://proxy:3128', 'proxy:3128', 'http://user:pass@proxy:3128', 'user:pass@proxy:3128',
    'http://token@proxy', 'socks5h://a:b@[::1]:1080',
    'http://user:p@ss:w/rd@proxy:3128', 'user:http://x@proxy:3128', 'http://user:@proxy', '@'] as $proxy) {
    echo var_export($proxy, true), ' -> ', var_export((new Aco\Transport(proxy: $proxy))->proxy, true), "\n";
}
var_dump(new Aco\Transport(null, 'http://user:pass@proxy:3128', 1, 2));
?>
--EXPECTF--
NULL -> NULL
'' -> ''
'http://proxy:3128' -> 'http://proxy:3128'
'proxy:3128' -> 'proxy:3128'
'http://user:pass@proxy:3128' -> 'http://proxy:3128'
'user:pass@proxy:3128' -> 'proxy:3128'
'http://token@proxy' -> 'http://proxy'
'socks5h://a:b@[::1]:1080' -> 'socks5h://[::1]:1080'
'http://user:p@ss:w/rd@proxy:3128' -> 'http://proxy:3128'
'user:http://x@proxy:3128' -> 'proxy:3128'
'http://user:@proxy' -> 'http://proxy'
'@' -> ''
object(Aco\Transport)#%d (4) {
  ["caFile"]=>
  NULL
  ["proxy"]=>
  string(17) "http://proxy:3128"
  ["connectTimeoutMs"]=>
  int(1)
  ["timeoutMs"]=>
  int(2)
}
