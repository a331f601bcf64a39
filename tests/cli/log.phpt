--TEST--
The log: one JSON line an event, 0600, with request ids, without payloads or secrets; -v shows the events
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

function events(Cli $cli): array
{
    return array_map(
        static fn (string $line): array => json_decode($line, true, 512, JSON_THROW_ON_ERROR),
        file("$cli->state/log/aco.log"),
    );
}

$cli = (new Cli())->startSandbox();
$cli->run(['sync', 'nowhere']);
check('nothing made for a wrong call', !file_exists($cli->state));
$cli->init();
$path = $cli->write('products.jsonl', [...products(3), 'no JSON', product('BAD', ['name' => 'a payload text'])]);
$cli->fault(['fault' => ['type' => 'reject-items', 'keys' => ['BAD'], 'message' => 'no']]);
$result = $cli->run(['sync', $path, '-v']);
$cli->run(['status']);
$cli->run(['sync', 'nowhere']);

check('mode of the file', (fileperms("$cli->state/log/aco.log") & 0777) === 0600);
check('mode of the folder', (fileperms("$cli->state/log") & 0777) === 0700);
$events = events($cli);
check('time first', !array_filter($events, static fn (array $event): bool
    => !preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/', $event['time']) || array_key_first($event) !== 'time'), $events);
foreach ($events as $event) {
    if ($event['event'] === 'answer') {
        check('request id', strlen($event['requestId']) > 8, $event);
        check('duration', $event['seconds'] >= 0 && $event['seconds'] < 60, $event);
    }
    echo json_encode(array_diff_key($event, array_flip(['time', 'pid', 'seconds', 'requestId']))), "\n";
}
$text = file_get_contents("$cli->state/log/aco.log");
foreach (['a payload text', 'Product 1', 'sandbox-secret', 'Bearer', 'eyJ'] as $secret) {
    check("no $secret", !str_contains($text, $secret));
}
preg_match_all('/^\{.*"event":"(\w+)".*\}$/m', $result->err, $shown);
echo 'shown with -v: ', implode(', ', $shown[1]), "\n";

echo "-- where it cannot be written\n";
remove("$cli->state/log");
touch("$cli->state/log");
show($cli->run(['sync', $path]), $cli, 'sync');
?>
--EXPECT--
nothing made for a wrong call: yes
mode of the file: yes
mode of the folder: yes
time first: yes
{"level":"info","event":"command","command":"config:init","exitCode":0}
request id: yes
duration: yes
{"level":"warning","event":"answer","feed":"products","items":1,"status":400,"httpStatus":400,"message":"products: 1 items rejected"}
request id: yes
duration: yes
{"level":"info","event":"answer","feed":"products","items":3,"status":200,"httpStatus":200,"message":"products: 3 items delivered"}
{"level":"warning","event":"feed","feed":"products","read":5,"sent":4,"accepted":3,"rejected":2,"badLines":1,"requests":2}
{"level":"warning","event":"command","command":"sync","exitCode":1}
{"level":"error","event":"command","command":"sync","exitCode":2,"message":"nowhere does not exist: give a folder with <feed>.jsonl files, one such file, or -."}
no a payload text: yes
no Product 1: yes
no sandbox-secret: yes
no Bearer: yes
no eyJ: yes
shown with -v: feed, command
-- where it cannot be written
sync [1] Correct the lines that cannot be read and run sync again; only the output above names them.
