--TEST--
Pages of the journal and of the search that are too large are asked for again in halves; one item that is, is said
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/library.inc';

$cli = (new Cli())->startSandbox();
file_put_contents("$cli->dir/ini/aco.ini", "aco.max_response_bytes=65536\n", FILE_APPEND);
library_shop($cli);
journal($cli, ['retryAfter' => 0]);
$long = str_repeat('x', 20_000);
$events = $assets = [];
for ($i = 0; $i < 20; $i++) {
    $events[] = asset_event("e$i", $i, READY + ['commerce:skus' => ["S$i"], 'dc:description' => $long]);
    $assets[] = library_asset("l$i", ["L$i"], $i, ['dc:description' => $long]);
}
journal($cli, ['events' => $events]);
library($cli, $assets);
tell($cli->run(['assets:pull', '--json']));
echo '  ', json_encode($cli->run(['assets:import', '--json'])->json()['import']), "\n";
journal($cli, ['events' => [asset_event('huge', 1, ['dc:description' => str_repeat('x', 70_000)])]]);
tell($cli->run(['assets:pull', '--json']));
?>
--EXPECT--
0 {"read":20,"applied":20} {"delivered":20}
  {"mode":"import","read":20,"missing":0,"changed":0,"extra":0,"unusable":0,"examples":[],"takenOff":0,"removalHeld":"","resumed":false,"complete":true}
  3 The journal cannot be read: the response is larger than aco.max_response_bytes (65536).
