--TEST--
Connection::discover(): an answer about the tenant that cannot be read is a TransportException
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

foreach (['<html>Welcome</html>', '', '{"ingestionUrl":"https://a.exam', '"https://a.example"', '[]'] as $body) {
    $server = new TestServer(['tenant' => [['body' => $body, 'headers' => ['Retry-After' => '100']]]]);
    try {
        Aco\Connection::discover('o', 't', 'c', SECRET, $server->url, $server->url, transport: new Aco\Transport(
            proxy: '',
            timeoutMs: 5000,
        ));
        echo "NO EXCEPTION\n";
    } catch (Aco\Exception\AcoException $e) {
        echo $body, ' ', get_class($e), $e->isRetryable() ? ' retryable' : ' final', "\n";
    }
    $server->stop();
}
?>
--EXPECT--
<html>Welcome</html> Aco\Exception\TransportException retryable
 Aco\Exception\TransportException retryable
{"ingestionUrl":"https://a.exam Aco\Exception\TransportException retryable
"https://a.example" Aco\Exception\TransportException retryable
[] Aco\Exception\TransportException retryable
