--TEST--
HTTP/2: all is delivered to a server that allows one stream at a time
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_http2.inc'; ?>
--FILE--
<?php
require __DIR__ . '/http2.inc';

$seen = submit_over_http2('one stream', ['streams' => 1]);
check('  each batch once', $seen['streams'] === 1 && $seen['requests'] === 6, [$seen['streams'], $seen['requests']]);
?>
--EXPECT--
one stream: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  each batch once: ok
