--TEST--
submit(): a success that does not say how many, or says fewer, delivers nothing for certain
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$cases = [
    'fewer' => ['accepted' => 2], 'none' => ['accepted' => 0], 'all' => ['accepted' => 3], 'more' => ['accepted' => 4],
    'negative' => ['accepted' => -1], 'text' => ['body' => ['acceptedCount' => '3']],
    'fraction' => ['body' => ['acceptedCount' => 3.5]],
    'null' => ['body' => ['acceptedCount' => null]], 'huge' => ['body' => '{"acceptedCount":99999999999999999999999}'],
    'HTML' => ['body' => '<html>Welcome</html>'], 'empty' => ['body' => ''], 'blank' => ['body' => "  \r\n"],
    'cut off' => ['body' => '{"status":"ACCEPTED","acceptedCount":3'], 'list' => ['body' => '[{"acceptedCount":3}]'],
    'rubbish behind' => ['body' => '{"acceptedCount":3} x'],
    'blanks behind' => ['body' => "{\"acceptedCount\":3} \r\n"],
    'deep' => ['body' => str_repeat('{"a":', 5000) . '1' . str_repeat('}', 5000)],
    'NUL' => ['body' => "{\"acceptedCount\":3}\0"],
    '201' => ['status' => 201], '202' => ['status' => 202, 'accepted' => 3], '204' => ['status' => 204, 'body' => ''],
    'unknown members' => ['body' => ['acceptedCount' => 3, 'jobId' => 'x', 'more' => [1, [2]]]],
];
$server = new TestServer();
foreach ($cases as $label => $answer) {
    $server->script(['api' => [$answer]]);
    $submission = $server->client(limits(maxAttempts: 1))->submit(Feed::Prices, prices(3));
    echo str_pad($label, 16), "$submission->status accepted $submission->accepted retryable $submission->retryable | $submission->reason\n";
    if (array_keys($submission->failedItems) !== ($submission->retryable ? [0, 1, 2] : [])) {
        echo "    WRONG POSITIONS\n";
    }
}
?>
--EXPECT--
fewer           2 accepted 0 retryable 3 | the API accepted 2 of 3 items without saying which
none            2 accepted 0 retryable 3 | the API accepted 0 of 3 items without saying which
all             200 accepted 3 retryable 0 | 
more            200 accepted 3 retryable 0 | 
negative        2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
text            2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
fraction        2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
null            2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
huge            200 accepted 3 retryable 0 | 
HTML            2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
empty           2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
blank           2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
cut off         2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
list            2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
rubbish behind  2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
blanks behind   200 accepted 3 retryable 0 | 
deep            2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
NUL             2 accepted 0 retryable 3 | the API answers HTTP 200 with a body that cannot be read
201             200 accepted 3 retryable 0 | 
202             200 accepted 3 retryable 0 | 
204             2 accepted 0 retryable 3 | the API answers HTTP 204 with a body that cannot be read
unknown members 200 accepted 3 retryable 0 |
