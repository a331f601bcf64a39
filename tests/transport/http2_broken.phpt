--TEST--
HTTP/2: a server that never gets beyond its errors ends the submission, and every item is reported
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_http2.inc'; ?>
--FILE--
<?php
require __DIR__ . '/http2.inc';

foreach ([
    'REFUSED_STREAM' => ['do' => 'reset', 'code' => 7],
    'INTERNAL_ERROR' => ['do' => 'reset', 'code' => 2],
    'closed' => ['do' => 'close'],
    'closed in mid answer' => ['do' => 'half'],
    'GOAWAY for all' => ['do' => 'calm'],
] as $label => $break) {
    submit_over_http2($label, ['rest' => $break]);
}
?>
--EXPECT--
REFUSED_STREAM: 2 none accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  a reason: ok
INTERNAL_ERROR: 2 none accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  a reason: ok
closed: 2 none accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  a reason: ok
closed in mid answer: 2 none accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  a reason: ok
GOAWAY for all: 2 none accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  a reason: ok
