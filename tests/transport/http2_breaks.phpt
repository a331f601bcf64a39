--TEST--
HTTP/2: streams and connections that end too early are tried again, and every item is delivered or reported
--EXTENSIONS--
aco
--SKIPIF--
<?php require __DIR__ . '/skipif_http2.inc'; ?>
--FILE--
<?php
require __DIR__ . '/http2.inc';

$seen = submit_over_http2('nothing special', ['plan' => [['hold' => 6, 'do' => 'ok']]]);
check('  on one connection', $seen['connections'] === 1 && $seen['streams'] === 6 && $seen['requests'] === 6, $seen);
$breaks = [
    'GOAWAY below the running streams' => ['do' => 'goaway', 'keep' => 2],
    'REFUSED_STREAM' => ['do' => 'reset', 'code' => 7],
    'INTERNAL_ERROR' => ['do' => 'reset', 'code' => 2],
    'CANCEL' => ['do' => 'reset', 'code' => 8],
    'NO_ERROR without a response' => ['do' => 'reset', 'code' => 0],
    'closed' => ['do' => 'close'],
    'closed in mid answer' => ['do' => 'half'],
    'GOAWAY for all' => ['do' => 'calm'],
];
foreach ($breaks as $label => $break) {
    $seen = submit_over_http2($label, ['plan' => [['hold' => 6] + $break]]);
    check('  tried again', $seen['requests'] > 6, $seen['requests']);
}
?>
--EXPECT--
nothing special: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  on one connection: ok
GOAWAY below the running streams: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
REFUSED_STREAM: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
INTERNAL_ERROR: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
CANCEL: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
NO_ERROR without a response: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
closed: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
closed in mid answer: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
GOAWAY for all: 200 all accepted
  accepted by the server, too: ok
  each position is reported once: ok
  no wait for a time limit: ok
  tried again: ok
