--TEST--
submit(): a token is asked for again after a passing trouble of IMS, for retryBudgetMs at most; refused credentials end it at once
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';
in_state_dir(__FILE__);

use Aco\Feed;

$troubles = [
    '500' => ['status' => 500], '429' => ['status' => 429],
    'as told' => ['status' => 429, 'headers' => ['Retry-After' => '1']],
    'silence' => ['how' => 'hang'], 'garbage' => ['body' => '<html>'], 'cut' => ['how' => 'cut'], 'no HTTP' => [
        'how' => 'raw',
        'body' => 'x',
    ]];
foreach ($troubles as $label => $answer) {
    foreach ([false, true] as $shared) {
        $server = new TestServer(['token' => [$answer]]);
        $client = $server->client(limits(shared: $shared), null, timeoutMs: $label === 'silence' ? 1000 : 20_000);
        $submission = $client->submit(Feed::Prices, prices(2));
        $tokens = $server->requests('token');
        check(
            $label . ($shared ? ', shared' : ''),
            $submission->accepted === 2
                && count($tokens) === 2
                && ($label !== 'as told' || $tokens[1]->at - $tokens[0]->at >= 0.99)
                && count($server->requests()) === 1 && $client->stats()['tokenRequests'] === 2,
            [$submission, count($tokens), $client->stats()],
        );
        $server->stop();
    }
}

echo "never: the circuit opens\n";
foreach (['down' => ['status' => 500], 'garbage' => ['body' => '<html>']] as $label => $answer) {
    $server = new TestServer(['token' => array_fill(0, 10, $answer)]);
    $seen = [];
    $client = $server->client(limits(shared: true, concurrency: 4, retryBudgetMs: 0));
    $submission = $client->submit(Feed::Prices, prices(2000), null, static function (
        Aco\Batch $batch,
    ) use (&$seen): void {
        array_push($seen, ...array_column($batch->results, 'status'));
    });
    echo "$label: $submission->status $submission->retryable ", count($submission->failedItems), ' ', count($server->requests('token')), ' ',
        count($server->requests()), " $submission->reason\n";
    check('  all told alike', array_unique($seen) === [2], array_unique($seen));
}

echo "refused: at once\n";
foreach ([400, 401, 403] as $status) {
    $server = new TestServer([
        'token' => array_fill(0, 10, ['status' => $status, 'body' => ['error' => 'invalid_client']]),
    ]);
    $submission = $server->client(limits(shared: true))->submit(Feed::Prices, prices(2000));
    echo "$submission->status $submission->retryable ", count($server->requests('token')), ' ', count($server->requests()), " $submission->reason\n";
}
?>
--EXPECT--
500: ok
500, shared: ok
429: ok
429, shared: ok
as told: ok
as told, shared: ok
silence: ok
silence, shared: ok
garbage: ok
garbage, shared: ok
cut: ok
cut, shared: ok
no HTTP: ok
no HTTP, shared: ok
never: the circuit opens
down: 2 2000 2000 3 0 no token from IMS (HTTP 500)
  all told alike: ok
garbage: 2 2000 2000 3 0 the response of IMS holds no access token
  all told alike: ok
refused: at once
2 2000 1 0 IMS refuses the credentials (HTTP 400: invalid_client); check client id, client secret and scope
2 2000 1 0 IMS refuses the credentials (HTTP 401: invalid_client); check client id, client secret and scope
2 2000 1 0 IMS refuses the credentials (HTTP 403: invalid_client); check client id, client secret and scope
