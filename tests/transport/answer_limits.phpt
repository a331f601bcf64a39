--TEST--
Answers are bounded: headers, body and the depth of JSON, of the API, the token server and the tenant look-up
--EXTENSIONS--
aco
--INI--
aco.max_response_bytes=20000
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Connection;
use Aco\Feed;

$server = new TestServer();
$nested = static fn (int $levels, string $member): string => '{"deep":' . str_repeat('[', $levels - 1)
    . str_repeat(']', $levels - 1) . ",$member}";
$lines = static function (int $count, int $bytes): array {
    $headers = [];
    for ($i = 0; $i < $count; $i++) {
        $headers["X-Line-$i"] = str_repeat('h', $bytes);
    }
    return $headers;
};
$members = [
    'api' => '"acceptedCount":1',
    'token' => '"access_token":"a","expires_in":1000',
    'tenant' => '"ingestionUrl":"https://a.example"',
];
foreach ($members as $kind => $member) {
    echo "-- $kind\n";
    $answers = [
        'headers of 60 KB' => ['headers' => $lines(60, 1000), 'body' => "{{$member}}"],
        'headers of 70 KB' => ['headers' => $lines(70, 1000), 'body' => "{{$member}}"],
        'a line of 60 KB' => ['headers' => $lines(1, 60_000), 'body' => "{{$member}}"],
        'a line of 1 MB' => ['headers' => $lines(1, 1_000_000), 'body' => "{{$member}}"],
        'no end of headers' => ['how' => 'raw', 'body' => "HTTP/1.1 200 OK\r\n" . str_repeat(
            'X-More: ' . str_repeat('h', 1000) . "\r\n",
            1300,
        )],
        'no end of interim answers' => ['how' => 'raw', 'body' => str_repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 10_000)],
        'body below the limit' => ['body' => str_repeat(' ', 19_900) . "{{$member}}"],
        'body above the limit' => ['body' => str_repeat(' ', 20_000) . "{{$member}}"],
        'gzip that nobody asked for' => ['headers' => [
            'Content-Encoding' => 'gzip',
        ], 'how' => 'raw', 'raw64' => base64_encode(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" . Aco\gzip(str_repeat(' ', 10_000_000) . "{{$member}}"))],
        'JSON of 30 levels' => ['body' => $nested(30, $member)],
        'JSON of 32 levels' => ['body' => $nested(32, $member)],
        'JSON of 9000 levels' => ['body' => $nested(9000, $member)],
        'JSON twice' => ['body' => "{{$member}}{{$member}}"],
        'a list' => ['body' => "[{{$member}}]"],
    ];
    foreach ($answers as $label => $answer) {
        $answer += ['headers' => ['Content-Type' => 'application/json']];
        $server->script(['api' => [], 'token' => [], 'tenant' => [], $kind => [
            $answer + ['always' => $kind === 'tenant'],
        ]]);
        if ($kind === 'tenant') {
            try {
                $result = Connection::discover(
                    'o',
                    TENANT,
                    'c',
                    SECRET,
                    $server->url,
                    $server->url,
                    transport: new Aco\Transport(proxy: ''),
                )->ingestionUrl;
            } catch (Aco\Exception\TransportException $e) {
                $result = 'refused: ' . $e->getMessage();
            }
        } else {
            $submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(1));
            $result = $submission->status === 200 ? 'taken' : "refused: $submission->reason";
        }
        // libcurl has a limit of its own for a line, and tells it differently in each version.
        echo "$label: ", $label === 'a line of 1 MB' ? strtok($result, ':') : $result, "\n";
    }
}
?>
--EXPECT--
-- api
headers of 60 KB: taken
headers of 70 KB: refused: the headers of the response are larger than 65536 bytes
a line of 60 KB: taken
a line of 1 MB: refused
no end of headers: refused: the headers of the response are larger than 65536 bytes
no end of interim answers: refused: the headers of the response are larger than 65536 bytes
body below the limit: taken
body above the limit: refused: the response is larger than aco.max_response_bytes (20000)
gzip that nobody asked for: refused: the response is larger than aco.max_response_bytes (20000)
JSON of 30 levels: taken
JSON of 32 levels: taken
JSON of 9000 levels: refused: the API answers HTTP 200 with a body that cannot be read
JSON twice: refused: the API answers HTTP 200 with a body that cannot be read
a list: refused: the API answers HTTP 200 with a body that cannot be read
-- token
headers of 60 KB: taken
headers of 70 KB: refused: no token from IMS: the headers of the response are larger than 65536 bytes
a line of 60 KB: taken
a line of 1 MB: refused
no end of headers: refused: no token from IMS: the headers of the response are larger than 65536 bytes
no end of interim answers: refused: no token from IMS: the headers of the response are larger than 65536 bytes
body below the limit: taken
body above the limit: refused: no token from IMS: the response is larger than aco.max_response_bytes (20000)
gzip that nobody asked for: refused: no token from IMS: the response is larger than aco.max_response_bytes (20000)
JSON of 30 levels: taken
JSON of 32 levels: taken
JSON of 9000 levels: refused: the response of IMS holds no access token
JSON twice: refused: the response of IMS holds no access token
a list: refused: the response of IMS holds no access token
-- tenant
headers of 60 KB: https://a.example
headers of 70 KB: refused: no response from the Commerce Cloud Manager: the headers of the response are larger than 65536 bytes
a line of 60 KB: https://a.example
a line of 1 MB: refused
no end of headers: refused: no response from the Commerce Cloud Manager: the headers of the response are larger than 65536 bytes
no end of interim answers: refused: no response from the Commerce Cloud Manager: the headers of the response are larger than 65536 bytes
body below the limit: https://a.example
body above the limit: refused: no response from the Commerce Cloud Manager: the response is larger than aco.max_response_bytes (20000)
gzip that nobody asked for: refused: no response from the Commerce Cloud Manager: the response is larger than aco.max_response_bytes (20000)
JSON of 30 levels: https://a.example
JSON of 32 levels: https://a.example
JSON of 9000 levels: refused: the response of the Commerce Cloud Manager cannot be read
JSON twice: refused: the response of the Commerce Cloud Manager cannot be read
a list: refused: the response of the Commerce Cloud Manager cannot be read
