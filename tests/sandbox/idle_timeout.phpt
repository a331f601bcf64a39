--TEST--
Sandbox: a silent connection is closed, a busy one is not
--SKIPIF--
<?php require __DIR__ . '/skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/sandbox.inc';

$sandbox = sandbox_start(['--idle-timeout', '1']);
$socket = stream_socket_client('tcp://' . substr($sandbox->url, 7));
$request = "GET /api/faults HTTP/1.1\r\nHost: localhost\r\n\r\n";
for ($n = 0; $n < 3; $n++) {
    fwrite($socket, $request);
    echo trim(fgets($socket)), "\n";
    stream_set_blocking($socket, false);
    usleep(450_000);
    while (fread($socket, 8192) !== '') {
        continue;
    }
    stream_set_blocking($socket, true);
}
$start = microtime(true);
stream_set_timeout($socket, 5);
echo var_export(fread($socket, 10), true), feof($socket) ? ' closed' : ' open',
    microtime(true) - $start < 3 ? '' : ' too late', "\n";

sandbox_fault($sandbox, ['match' => ['path' => 'token'], 'fault' => ['type' => 'delay', 'ms' => 2500]]);
echo 'waits longer for an answer: ', sandbox_token_request($sandbox)->status, "\n";
?>
--EXPECT--
HTTP/1.1 200 OK
HTTP/1.1 200 OK
HTTP/1.1 200 OK
'' closed
waits longer for an answer: 200
