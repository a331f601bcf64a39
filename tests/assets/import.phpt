--TEST--
assets:import reads all assets of AEM, goes on after kills, finds what has drifted, and mends it by few writes
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/library.inc';

/** @return int writes that Commerce has seen */
function writes(Cli $cli): int
{
    $state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true);

    return array_sum(array_filter(
        $state['requests']['byEndpoint'],
        static fn (string $name): bool => str_contains($name, 'sync-asset'),
        ARRAY_FILTER_USE_KEY,
    ));
}

function shown_of(Result $result): string
{
    $document = json_decode($result->out, true) ?? [];

    return "  $result->code " . ($document['error']['message'] ?? json_encode(array_filter(
        array_diff_key($document['import'], ['examples' => 1]),
    )) . ' ' . json_encode(array_filter($document['changes']))) . "\n";
}

function found(Result $result): void
{
    echo shown_of($result);
}

mt_srand($seed = random_int(1, 999_999));
$cli = (new Cli())->startSandbox();
library_shop($cli, ['--search-limit=40']);
$assets = [];
for ($i = 0; $i < 400; $i++) {
    $assets["a$i"] = library_asset("a$i", ["S$i", 'S' . $i % 50], $i);
}
library($cli, array_values($assets));
library($cli, [library_asset('draft', ['S1'], 1, ['dam:status' => 'draft'])]);

echo "-- an import, and one that is killed\n";
found($cli->run(['assets:import', '--json']));
$other = new Cli();
$other->sandbox = $cli->sandbox;
library_shop($other, ['--search-limit=10']);
// Forty pages, which take longer than the longest life of a process.
$cli->fault(['match' => ['path' => '^/adobe/'], 'fault' => ['type' => 'delay', 'ms' => 20]]);
$kills = killed_import($other, 5, 0.4, ['--defer']);
$cli->clearFaults();
$last = $other->run(['assets:import', '--defer', '--json']);
echo $kills > 0 ? '  killed' : '  not killed', ', ', $last->json()['import']['read'], ' read, ',
    kept($cli) === kept($other) ? 'the same' : "another index (seed $seed)", "\n";

echo "-- nothing has drifted\n";
found($cli->run(['assets:import', '--json']));

echo "-- what differs is found, and mended once\n";
$made = drift_away($cli, $assets, 60);
found($result = $cli->run(['assets:import', '--json']));
$isAsMade = array_intersect_key($result->json()['import'], $made) == $made;
echo '  as made: ', $isAsMade ? 'yes' : 'no', "\n";
$before = writes($cli);
// Others that lose a role, or get one, are written as well.
echo preg_replace('/ \{"delivered.*/', '', shown_of($cli->run(['assets:import', '--repair', '--json'])));
echo '  writes: ', writes($cli) - $before <= 120 ? 'few' : writes($cli) - $before, "\n";
found($cli->run(['assets:import', '--json']));
$fresh = new Cli();
$fresh->sandbox = $cli->sandbox;
library_shop($fresh);
found($fresh->run(['assets:import', '--defer', '--json']));
echo '  ', wanted($cli) === wanted($fresh) ? 'as a fresh import' : "unlike a fresh import (seed $seed)", "\n";

echo "-- an event that is later than the search counts more\n";
$id = array_key_first($assets);
journal($cli, ['retryAfter' => 0, 'events' => [asset_event($id, 59, ['commerce:skus' => ['LATER']])]]);
tell($cli->run(['assets:pull', '--json']));
found($cli->run(['assets:import', '--json']));

echo "-- an asset that is approved again by an event has its products again\n";
$gone = array_key_last($assets);
library($cli, [], ["urn:aaid:aem:$gone"]);
$cli->run(['assets:import', '--repair', '--json']);
$time = gmdate('Y-m-d\TH:i:s\Z', time() + 1);
journal($cli, ['events' => [['time' => $time] + asset_event($gone, 60, ['dam:status' => 'approved'])]]);
tell($cli->run(['assets:pull', '--json']));

echo "-- another sink has it only when it is sent again\n";
$cli->run(['assets:config', '--sink=optimizer']);
$all = static fn (string $of): int => (int) $cli->pdo()->query(
    "SELECT COUNT(DISTINCT $of) FROM aem_assignment WHERE wanted = 1",
)->fetchColumn();
$resend = static function (array $options, int $expected) use ($cli): void {
    $result = $cli->run(['assets:import', '--repair', ...$options, '--json']);
    $changes = $result->json()['changes'];
    echo "  $result->code ", $changes['delivered'] === $expected ? 'all' : json_encode(array_filter($changes)), "\n";
};
$resend([], $all('product_row'));
$resend(['--resend'], $all('product_row'));
$resend([], $all('product_row'));
echo '  ', json_encode($cli->run(['assets:status', '--json'])->json()['assets']), "\n";
$cli->run(['assets:config', '--sink=commerce']);
$resend(['--resend'], $all('asset_row'));

echo "-- faults and refusals\n";
foreach ([
    ['type' => 'status', 'status' => 503], ['type' => 'expire-tokens'], ['type' => 'truncate', 'bytes' => 20],
] as $fault) {
    $cli->fault(['match' => ['path' => '^/adobe/'], 'times' => 1, 'fault' => $fault]);
    echo '  ', $cli->run(['assets:import', '--json'])->json()['import']['complete'] ? 'complete' : 'not complete', "\n";
}
foreach ([
    ['type' => 'status', 'status' => 403, 'body' => 'no sandbox-secret here'], ['type' => 'status', 'status' => 404],
    ['type' => 'status', 'status' => 200, 'body' => '{"hits":[]}'], ['type' => 'status', 'status' => 500],
] as $fault) {
    $cli->fault(['match' => ['path' => '^/adobe/'], 'times' => 9, 'fault' => $fault]);
    found($cli->run(['assets:import', '--json']));
    $cli->clearFaults();
}
foreach (['--search-query=x', '--search-limit=0', '--search-url=ftp://x'] as $option) {
    echo '  ', trim($cli->run(['assets:config', $option])->err), "\n";
}
?>
--EXPECT--
-- an import, and one that is killed
  0 {"mode":"import","read":400,"complete":true} {"delivered":400}
  killed, 400 read, the same
-- nothing has drifted
  0 {"mode":"check","read":400,"complete":true} []
-- what differs is found, and mended once
  1 {"mode":"check","read":385,"missing":15,"changed":15,"extra":30,"complete":true} []
  as made: yes
  0 {"mode":"repair","read":385,"missing":15,"changed":15,"extra":30,"takenOff":30,"complete":true}
  writes: few
  0 {"mode":"check","read":385,"complete":true} []
  0 {"mode":"import","read":385,"complete":true} []
  as a fresh import
-- an event that is later than the search counts more
  0 {"read":1,"applied":1} {"delivered":1}
  0 {"mode":"check","read":385,"complete":true} []
-- an asset that is approved again by an event has its products again
  0 {"read":1,"applied":1} {"delivered":1}
-- another sink has it only when it is sent again
  0 []
  0 all
  0 []
  {"Success":415,"Failed":0,"Waiting":0}
  0 all
-- faults and refusals
  complete
  complete
  complete
  3 The search of AEM refuses the credentials: HTTP 403 (no *** here). Check --events-client-id, --search-api-key and --search-scope, and that the project may use the AEM assets of the environment.
  2 There is no search of AEM at this address: HTTP 404. Check --program-id, --environment-id and --search-url, and that Dynamic Media with OpenAPI is on.
  3 The search of AEM answers with something else than hits.results and a cursor: check --search-url.
  3 The search of AEM answers HTTP 500: run assets:import again, and it goes on from here.
  --search-query must be a JSON list of up to 4096 bytes.
  --search-limit must be a whole number from 1 to 1000.
  --search-url must use https.
