--TEST--
The webhook behind nginx and PHP-FPM: challenges, signatures, and events that are worked off
--EXTENSIONS--
posix
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/fpm.inc';
echo skip_reason() ?: FpmServer::skipReason();
?>
--FILE--
<?php
require __DIR__ . '/webhook.inc';
require __DIR__ . '/fpm.inc';

$cli = (new Cli())->startSandbox();
journal_shop($cli, ["--webhook-keys-url={$cli->sandbox['url']}"]);
$server = new FpmServer($cli);
$send = static fn (string $body, array $headers): string => rtrim(implode(' ', deliver($server->url, $body, $headers)));

echo $send('{"challenge":"8ec8d794"}', []), "\n";
echo deliver("$server->url?challenge=8ec8d794", '', [], 'GET')[1], "\n";
$bodies = [];
for ($i = 1; $i <= 20; $i++) {
    $bodies[] = webhook_body($cli, asset_event("a$i", $i, READY + ['commerce:skus' => ["S$i"]]));
}
$answers = array_map(static fn (string $body): string => $send($body, signed($cli, $body)), $bodies);
print_r(array_count_values($answers));
echo $send($bodies[0], signed($cli, $bodies[0])), "\n";
echo deliver($server->url, "$bodies[0] ", signed($cli, $bodies[0]))[0], "\n";
echo deliver($server->url, str_repeat('x', 5 << 20), [])[0], "\n";
echo count(spooled($cli)), " in the spool\n";

$cli->run(['cron', '--once']);
$media = json_decode(file_get_contents("{$cli->sandbox['url']}/api/assets/media?limit=100"), true)['media'];
echo count(array_unique(array_column($media, 'sku'))), " products show theirs\n";
$server->end();
?>
--EXPECT--
200 {"challenge":"8ec8d794"}
8ec8d794
Array
(
    [200 {"received":1,"repeated":0}] => 20
)
200 {"received":0,"repeated":1}
401
413
20 in the spool
20 products show theirs
