--TEST--
Answers that are compressed without being asked for are read; what they expand to is bounded
--EXTENSIONS--
aco
zlib
pcntl
posix
--INI--
aco.max_response_bytes=100000
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Feed;

$listener = stream_socket_server('tcp://127.0.0.1:0');
$accepted = '{"status":"ACCEPTED","acceptedCount":1}';
$answers = [
    'gzip' => ['gzip', gzencode($accepted)],
    'deflate' => ['deflate', gzcompress($accepted)],
    'bomb' => ['gzip', gzencode(str_repeat(' ', 50_000_000) . $accepted)],
    'damaged' => ['gzip', substr_replace(gzencode($accepted), "\xff\xff", 12, 2)],
];
$url = 'http://' . stream_socket_get_name($listener, false);
foreach ($answers as $label => [$encoding, $body]) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        while (true) {
            $peer = stream_socket_accept($listener, 30);
            $in = '';
            while (!str_contains($in, "\r\n\r\n")) {
                $in .= fread($peer, 65536);
            }
            $isToken = str_contains($in, '/ims/token');
            $answer = $isToken ? gzencode('{"access_token":"t","expires_in":"3600"}') : $body;
            $isAsked = stripos($in, "\r\naccept-encoding:") !== false;
            fwrite(
                $peer, ($isAsked ? 'HTTP/1.1 500 Asked' : 'HTTP/1.1 200 OK') . "\r\nContent-Encoding: "
                    . ($isToken ? 'gzip' : $encoding)
                . "\r\nConnection: close\r\nContent-Length: " . strlen($answer) . "\r\n\r\n$answer");
            fclose($peer);
            if (!$isToken) {
                posix_kill(getmypid(), SIGKILL);
            }
        }
    }
    $connection = new Aco\Connection('t', 'c', SECRET, $url, imsUrl: $url);
    $submission = (new Aco\Client($connection, limits(maxAttempts: 1)))->submit(Feed::Prices, prices(1));
    echo "$label: $submission->status $submission->accepted\n";
    pcntl_waitpid($pid, $status);
    check(
        '  bounded',
        memory_get_peak_usage() < 200_000_000
            && ($label !== 'bomb' || str_contains($submission->reason, 'aco.max_response_bytes')),
        $submission->reason,
    );
}
?>
--EXPECT--
gzip: 200 1
  bounded: ok
deflate: 200 1
  bounded: ok
bomb: 2 0
  bounded: ok
damaged: 2 0
  bounded: ok
