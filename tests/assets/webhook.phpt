--TEST--
The webhook: challenges, events with right, forged, replayed and stale signatures, and keys from one address only
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') && is_executable('/usr/bin/setsid')
    ? ''
    : 'skip posix or setsid is missing');
?>
--FILE--
<?php
require __DIR__ . '/webhook.inc';

$cli = (new Cli())->startSandbox();
$server = new WebhookServer($cli);
$tell = static function (string $what, array $answer) use ($cli): void {
    printf("%s: %d %s | %d in the spool\n", $what, $answer[0], trim($answer[1]), count(spooled($cli)));
};
$send = static fn (string $body, array $headers = []): array
    => deliver($server->url, $body, $headers + signed($cli, $body));

$tell('without settings', deliver($server->url, '', [], 'GET'));
journal_shop($cli, ["--webhook-keys-url={$cli->sandbox['url']}"]);
$keys = (string) file_get_contents("$cli->state/webhook/settings.json");
echo 'no secret for the web server: ', str_contains($keys, 'secret') ? 'no' : 'yes', "\n";

echo "-- challenges\n";
$tell('GET', deliver("$server->url?challenge=8ec8d794-e0ab-42df-9017-e3dada8e84f7", '', [], 'GET'));
$tell('GET, a script', deliver("$server->url?challenge=" . urlencode('<script>'), '', [], 'GET'));
$tell('POST', deliver($server->url, '{"challenge":"8ec8d794"}', []));
foreach (['csm.adobe.io', 'example.com'] as $host) {
    $tell("validation at $host", deliver($server->url, json_encode([
        'validationUrl' => "https://$host/csm/registrations/validate?id=1&challenge=2",
    ]), []));
}
$tell('PUT', deliver($server->url, '{}', [], 'PUT'));

echo "-- events\n";
$body = webhook_body($cli, asset_event('a', 1, READY + ['commerce:skus' => ['S1'], 'commerce:roles' => ['image']]));
$tell('right', $send($body));
$tell('replayed', $send($body));
$other = webhook_body($cli, asset_event('b', 2, READY + ['commerce:skus' => ['S2']]));
$right = signed($cli, $other);
$tell('only the second signature fits', deliver($server->url, $other, [
    'x-adobe-digital-signature-1' => base64_encode(random_bytes(256)),
] + $right));

echo "-- forged\n";
$forged = webhook_body($cli, asset_event('x', 3, READY + ['commerce:skus' => ['S3']]));
$tell('signature of another body', deliver($server->url, $forged, $right));
$tell('one byte more', deliver($server->url, "$other ", $right));
$tell('no signature', deliver($server->url, $forged, []));
$own = openssl_pkey_new(['private_key_bits' => 2048]);
openssl_sign($forged, $signature, $own, OPENSSL_ALGO_SHA256);
$tell('another key', deliver($server->url, $forged, [
    'x-adobe-digital-signature-1' => base64_encode($signature),
] + $right));
foreach ([
    'https://example.com/prod/keys/pub-key-1234567890.pem', '//example.com/prod/keys/pub-key-1234567890.pem',
    '/prod/keys/../../api/state', '@example.com/prod/keys/pub-key-1234567890.pem',
    '/prod/keys/pub-key-00000000-0000-0000-0000-000000000000.pem',
] as $path) {
    $tell("key at $path", deliver($server->url, $forged, [
        'x-adobe-digital-signature-1' => base64_encode($signature), 'x-adobe-public-key1-path' => $path,
    ]));
}
for ($i = 0; $i < 12; $i++) {
    $last = deliver($server->url, $forged, [
        'x-adobe-digital-signature-1' => base64_encode($signature),
        'x-adobe-public-key1-path' => sprintf('/prod/keys/pub-key-00000000-0000-0000-0000-%012d.pem', $i),
    ]);
}
$tell('many unknown keys', $last);
$state = json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true);
echo 'keys asked for: ', $state['requests']['byEndpoint']['GET /prod/keys'] <= 15 ? 'few' : 'many', "\n";
$third = webhook_body($cli, asset_event('c', 4, READY + ['commerce:skus' => ['S4']]));
$tell('and a right one', $send($third));

echo "-- stale, and others\n";
$event = asset_event('d', 5, READY);
$tell('two days old', $send(webhook_body($cli, ['time' => gmdate('Y-m-d\TH:i:s\Z', time() - 172800)] + $event)));
$tell('of tomorrow', $send(webhook_body($cli, ['time' => gmdate('Y-m-d\TH:i:s\Z', time() + 172800)] + $event)));
$tell('without time', $send(webhook_body($cli, array_diff_key($event, ['time' => 1]))));
$tell('without id', $send(webhook_body($cli, array_diff_key($event, ['id' => 1]))));
$tell('for others', $send(webhook_body($cli, ['recipient_client_id' => 'other'] + $event)));
$tell('no JSON', $send('nonsense'));
$tell('too large', $send(webhook_body($cli, ['x' => str_repeat('x', 4 << 20)] + $event)));
$tell('a list', $send('[' . webhook_body($cli, asset_event('e', 6, READY + ['commerce:skus' => ['S5']])) . ",$body]"));
$tell('a product', $send(webhook_body($cli, [
    'id' => 'p1', 'type' => 'com.adobe.commerce.observer.catalog_product_save_commit_after',
    'data' => ['value' => ['sku' => 'S5']],
])));

echo "-- nothing is acknowledged that cannot be written\n";
rename("$cli->state/assets-spool", "$cli->state/kept");
touch("$cli->state/assets-spool");
$late = webhook_body($cli, asset_event('f', 7, READY + ['commerce:skus' => ['S6']]));
$answer = $send($late);
echo $answer[0], "\n";
unlink("$cli->state/assets-spool");
rename("$cli->state/kept", "$cli->state/assets-spool");
$tell('again', $send($late));

echo "-- the key server is away: Adobe repeats a 503\n";
array_map(unlink(...), glob("$cli->state/webhook/keys/*"));
$cli->fault(['match' => ['path' => '^/prod/keys'], 'fault' => ['type' => 'status', 'status' => 503]]);
$more = webhook_body($cli, asset_event('g', 8, READY + ['commerce:skus' => ['S7']]));
$tell('503', $send($more));
$cli->clearFaults();
$tell('back', $send($more));

echo "-- a key that Adobe has withdrawn is forgotten\n";
foreach (glob("$cli->state/webhook/keys/*.pem") as $file) {
    touch($file, time() - 90000);
}
$cli->fault(['match' => ['path' => '^/prod/keys'], 'fault' => ['type' => 'status', 'status' => 404]]);
$tell('404', $send(webhook_body($cli, asset_event('h', 9, READY))));
$cli->clearFaults();
echo count(glob("$cli->state/webhook/keys/*.pem")), " kept\n";

echo "-- settings that are damaged\n";
$settings = file_get_contents("$cli->state/webhook/settings.json");
foreach (['', '{"clientId":"x"}', strtr($settings, ['90000' => '"x"'])] as $damaged) {
    file_put_contents("$cli->state/webhook/settings.json", $damaged);
    $tell('damaged', $send($late));
}
file_put_contents("$cli->state/webhook/settings.json", $settings);

echo "-- what was received is worked off\n";
mkdir("$cli->state/assets-spool/foreign");
foreach ($cli->run(['cron', '--once', '--json'])->json()['runs'] as $run) {
    echo str_starts_with($run['job'], 'assets:') ? "  $run[job] $run[exitCode] $run[message]\n" : '';
}
show_shop($cli);
echo 'a folder of others is left alone: ', rmdir("$cli->state/assets-spool/foreign") ? 'yes' : 'no', "\n";
echo count(spooled($cli)), ' left, ', count(glob("$cli->state/assets-spool/*/*")), " in the folders\n";
$modes = array_unique(array_map(static fn (string $file): string => decoct(fileperms($file) & 0777), [
    ...glob("$cli->state/webhook/keys/*"), ...glob("$cli->state/webhook/seen/*/*/*"),
    "$cli->state/webhook/settings.json",
]));
echo 'modes: ', implode(' ', $modes), "\n";
$log = file_get_contents("$cli->state/log/aco.log");
echo 'refusals in the log: ', substr_count($log, '"webhook.refused"') > 5 ? 'yes' : 'no', "\n";
for ($i = 0; $i < 40; $i++) {
    deliver($server->url, '', [], 'GET');
}
$log = substr(file_get_contents("$cli->state/log/aco.log"), strlen($log));
echo 'of 40 more, in one minute or two: ', substr_count($log, "\n") < 3 ? 'a line each' : $log, "\n";
// As if a minute had passed.
$noted = "$cli->state/webhook/noted";
file_put_contents($noted, json_encode(array_map(
    static fn (array $kind): array => [$kind[0] - 1, $kind[1]],
    json_decode(file_get_contents($noted), true),
)));
deliver($server->url, '', [], 'GET');
$lines = file("$cli->state/log/aco.log");
$last = json_decode(end($lines), true);
echo "$last[event] $last[reason], ", $last['others'] >= 38 ? 'with those before' : $last['others'], "\n";

foreach (['--webhook-keys-url=https://example.com', '--webhook-max-age=604801'] as $option) {
    echo trim($cli->run(['assets:config', $option])->err), "\n";
}
$server->kill(15);
?>
--EXPECT--
without settings: 503 not available now; the log says why | 0 in the spool
no secret for the web server: yes
-- challenges
GET: 200 8ec8d794-e0ab-42df-9017-e3dada8e84f7 | 0 in the spool
GET, a script: 400 challenge must have 1 to 128 letters, digits, or characters of ._~- | 0 in the spool
POST: 200 {"challenge":"8ec8d794"} | 0 in the spool
validation at csm.adobe.io: 200 [] | 0 in the spool
validation at example.com: 400 validationUrl is not one of Adobe I/O Events | 0 in the spool
PUT: 405 use GET or POST | 0 in the spool
-- events
right: 200 {"received":1,"repeated":0} | 1 in the spool
replayed: 200 {"received":0,"repeated":1} | 1 in the spool
only the second signature fits: 200 {"received":1,"repeated":0} | 2 in the spool
-- forged
signature of another body: 401 no signature is one of Adobe I/O Events | 2 in the spool
one byte more: 401 no signature is one of Adobe I/O Events | 2 in the spool
no signature: 401 a signature and the path of its key are missing | 2 in the spool
another key: 401 no signature is one of Adobe I/O Events | 2 in the spool
key at https://example.com/prod/keys/pub-key-1234567890.pem: 401 no signature is one of Adobe I/O Events | 2 in the spool
key at //example.com/prod/keys/pub-key-1234567890.pem: 401 no signature is one of Adobe I/O Events | 2 in the spool
key at /prod/keys/../../api/state: 401 no signature is one of Adobe I/O Events | 2 in the spool
key at @example.com/prod/keys/pub-key-1234567890.pem: 401 no signature is one of Adobe I/O Events | 2 in the spool
key at /prod/keys/pub-key-00000000-0000-0000-0000-000000000000.pem: 401 no signature is one of Adobe I/O Events | 2 in the spool
many unknown keys: 503 not available now; the log says why | 2 in the spool
keys asked for: few
and a right one: 200 {"received":1,"repeated":0} | 3 in the spool
-- stale, and others
two days old: 410 the event is older than 90000 s | 3 in the spool
of tomorrow: 400 time is more than a day ahead | 3 in the spool
without time: 400 time is missing or not an RFC 3339 timestamp | 3 in the spool
without id: 400 id is missing, or longer than 512 bytes | 3 in the spool
for others: 403 recipient_client_id is not that of this receiver | 3 in the spool
no JSON: 400 the body is not a JSON object or list | 3 in the spool
too large: 413 the body is larger than 4 MiB | 3 in the spool
a list: 200 {"received":1,"repeated":1} | 4 in the spool
a product: 200 {"received":1,"repeated":0} | 5 in the spool
-- nothing is acknowledged that cannot be written
503
again: 200 {"received":1,"repeated":0} | 6 in the spool
-- the key server is away: Adobe repeats a 503
503: 503 not available now; the log says why | 6 in the spool
back: 200 {"received":1,"repeated":0} | 7 in the spool
-- a key that Adobe has withdrawn is forgotten
404: 401 no signature is one of Adobe I/O Events | 7 in the spool
0 kept
-- settings that are damaged
damaged: 503 not available now; the log says why | 7 in the spool
damaged: 503 not available now; the log says why | 7 in the spool
damaged: 503 not available now; the log says why | 7 in the spool
-- what was received is worked off
  assets:pull 0 
  assets:sync 0 
  S1 a [image]
  S2 b []
  S4 c []
  S5 e []
  S6 f []
  S7 g []
a folder of others is left alone: yes
0 left, 0 in the folders
modes: 600
refusals in the log: yes
of 40 more, in one minute or two: a line each
webhook.refused challenge is missing: Adobe I/O Events asks with one, others need not, with those before
--webhook-keys-url must be https://static.adobeioevents.com, or an address of this host.
--webhook-max-age must be a whole number from 1 to 604800.
