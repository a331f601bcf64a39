--TEST--
assets:import where the search finds too little, where metadata cannot be used, and where nothing may be written
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
exec('script -qec true /dev/null 2>&1', $printed, $code);
echo skip_reason() ?: ($code === 0 ? '' : 'skip script(1) is missing or finds no pseudo-terminal');
?>
--FILE--
<?php
require __DIR__ . '/library.inc';

function shown(Cli $cli): int
{
    return (int) $cli->pdo()->query('SELECT COUNT(*) FROM aem_assignment WHERE wanted = 1')->fetchColumn();
}

/** @param list<string> $options */
function import(Cli $cli, array $options = []): void
{
    $result = $cli->run(['assets:import', ...$options]);
    echo "  $result->code ", strtok($result->out, "\n"), ' ', shown($cli), " shown\n";

    foreach (array_filter(explode("\n", $result->err)) as $line) {
        echo "    $line\n";
    }
}

function sla(Cli $cli): void
{
    $sla = $cli->run(['assets:status', '--json'])->json()['sla'];
    $misses = substr_count((string) file_get_contents("$cli->state/log/aco.log"), '"event":"sla.miss"');
    echo "  $sla[applied] applied, $sla[waiting] waiting, $misses sla.miss\n";
}

$cli = (new Cli())->startSandbox();
library_shop($cli);
$assets = [];
for ($i = 0; $i < 10; $i++) {
    $assets[] = library_asset("a$i", ["S$i"], $i);
}
library($cli, $assets);

echo "-- options that do not go together\n";
foreach ([
    ['--resend'], ['--force'], ['--max-delete=5'],
    ['--repair', '--max-delete=x'], ['--repair', '--max-delete=5', '--force'],
] as $options) {
    echo '  ', trim($cli->run(['assets:import', ...$options])->err), "\n";
}

echo "-- assets that were changed long ago are no updates\n";
import($cli);
sla($cli);

echo "-- the search finds less\n";
$ids = array_column($assets, 'assetId');
library($cli, [], array_slice($ids, 0, 3));
import($cli, ['--repair']);
$result = $cli->run(['assets:import', '--repair', '--json']);
echo "  $result->code ", $result->json()['import']['extra'], ' ', $result->json()['import']['removalHeld'], "\n";
import($cli, ['--repair', '--max-delete=30']);
echo "-- the search finds nothing\n";
library($cli, [], $ids);
import($cli, ['--repair']);
import($cli);
import($cli, ['--repair', '--force']);

echo "-- the search finds them again, as they were\n";
library($cli, $assets);
import($cli);
import($cli, ['--repair']);
import($cli);
$stored = $cli->pdo()->query("SELECT COUNT(*) FROM aem_asset WHERE state LIKE '%not listed%'")->fetchColumn();
echo "  $stored are not listed\n";

echo "-- --force asks on a terminal\n";
library($cli, [], array_slice($ids, 0, 3));
$terminal = clone $cli;
foreach (["n\n" => '', "y\n" => '', '' => '--no-interaction'] as $answer => $option) {
    $terminal->command = ['script', '-qec', ROOT . "/bin/aco assets:import --repair --force $option", '/dev/null'];
    $result = $terminal->run([], [], $answer);
    // What the terminal echoes of the answer comes at any moment.
    preg_match('/(\d+ of \d+ items .*?source\.(?:.*?\[y\/N\])?).*?(\d+ extra ones mended)/s', $result->out, $match);
    printf("  %d %s | %s, %d shown\n", $result->code, $match[1] ?? $result->out, $match[2] ?? '', shown($cli));
    $answer === "y\n" && library($cli, array_slice($assets, 0, 3), array_slice($ids, 3));
}

echo "-- hits without a usable id\n";
library($cli, [], $ids);
library($cli, [['assetId' => "\u{1}"] + $assets[0]]);
foreach ([[], ['--repair']] as $options) {
    import($cli, $options);
    echo '  ', json_encode($cli->run(['assets:import', ...$options, '--json'])->json()['events']['refusals']), "\n";
}
library($cli, [], ["\u{1}"]);
$cli->run(['assets:import', '--repair', '--force']);

echo "-- metadata that cannot be used\n";
library($cli, [library_asset('a0', ['S0'], 100), library_asset('bad', [['a' => 1]], 100)]);
import($cli);
import($cli, ['--repair']);
import($cli, ['--repair']);
import($cli);
foreach ($cli->run(['assets:status', '--status=failed', '--json'])->json()['list'] as $asset) {
    echo "  $asset[assetId]: $asset[error]\n";
}
$time = gmdate('Y-m-d\TH:i:s\Z', time() - 3600);
foreach ([['a' => 1], 'S1'] as $sku) {
    $event = json_encode(['time' => $time] + library_asset('bad', [$sku], 200)) . "\nnonsense\n";
    $result = $cli->run(['assets:sync', '-'], [], $event);
    echo "  $result->code ", str_replace("\n", "\n    ", trim($result->err)), "\n";
    sla($cli);
    $time = gmdate('Y-m-d\TH:i:s\Z');
}

echo "-- to compare writes nothing\n";
library($cli, [library_asset('new', ['S1'], 300)]);
$cli->run(['assets:import', '--repair', '--defer']);
$cli->run(['assets:config', '--attribute=my:skus']);
$before = kept($cli);
$result = $cli->run(['assets:import', '--json']);
echo "  $result->code ", json_encode(array_filter($result->json()['changes'])), ' ',
    json_encode($cli->run(['assets:status', '--json'])->json()['assets']), ' ',
    kept($cli) === $before ? 'the same' : 'changed', "\n";

echo "-- cursors that go round in a circle\n";
foreach (['a', 'b', 'a'] as $cursor) {
    $body = json_encode(['hits' => ['results' => [library_asset("of $cursor", ['S1'], 1)]], 'cursor' => $cursor]);
    $cli->fault([
        'match' => ['path' => '^/adobe/assets/search'], 'times' => 1,
        'fault' => ['type' => 'status', 'status' => 200, 'body' => $body],
    ]);
}
echo '  ', trim($cli->run(['assets:import', '--restart'])->err), "\n";
?>
--EXPECT--
-- options that do not go together
  --resend requires --repair: without it, nothing is written.
  --max-delete and --force require --repair: without it, nothing is deleted.
  --max-delete and --force require --repair: without it, nothing is deleted.
  --max-delete must be a percentage from 0 to 100, such as 20.
  Give either --max-delete or --force.
-- assets that were changed long ago are no updates
  0 Imported: 10 assets of AEM. 10 shown
  0 applied, 0 waiting, 0 sla.miss
-- the search finds less
  1 Compared: 7 assets of AEM, 0 missing, 0 changed and 0 extra ones mended. 10 shown
    No assets were taken off their products: 3 of 10 items are no longer in the source, which is more than --max-delete=20 %. Look whether the search of AEM finds all approved assets, or take them off with --force.
  1 0 3 of 10 items are no longer in the source, which is more than --max-delete=20 %
  0 Compared: 7 assets of AEM, 0 missing, 0 changed and 3 extra ones mended. 7 shown
    Assets taken off their products, as AEM does not list them: 3. Once they are approved in AEM, assets:import --repair brings them back.
-- the search finds nothing
  1 Compared: 0 assets of AEM, 0 missing, 0 changed and 0 extra ones mended. 7 shown
    No assets were taken off their products: 7 of 7 items are no longer in the source, which is more than --max-delete=20 %. Look whether the search of AEM finds all approved assets, or take them off with --force.
  1 Compared: 0 assets of AEM, 0 missing, 0 changed, 7 extra. 7 shown
  0 Compared: 0 assets of AEM, 0 missing, 0 changed and 7 extra ones mended. 0 shown
    assets: 7 of 7 items are no longer in the source.
    Assets taken off their products, as AEM does not list them: 7. Once they are approved in AEM, assets:import --repair brings them back.
-- the search finds them again, as they were
  1 Compared: 10 assets of AEM, 10 missing, 0 changed, 0 extra. 0 shown
  0 Compared: 10 assets of AEM, 10 missing, 0 changed and 0 extra ones mended. 10 shown
  0 Compared: 10 assets of AEM, 0 missing, 0 changed, 0 extra. 10 shown
  0 are not listed
-- --force asks on a terminal
  1 3 of 10 items are no longer in the source. Take them off their products? [y/N] | 0 extra ones mended, 10 shown
  0 3 of 10 items are no longer in the source. Take them off their products? [y/N] | 3 extra ones mended, 7 shown
  0 7 of 10 items are no longer in the source. | 7 extra ones mended, 3 shown
-- hits without a usable id
  1 Compared: 1 assets of AEM, 0 missing, 0 changed, 3 extra. 3 shown
    First failure: search hit 0: assetId must have 1 to 255 bytes without control characters
  [{"place":"search hit 0","reason":"assetId must have 1 to 255 bytes without control characters"}]
  1 Compared: 1 assets of AEM, 0 missing, 0 changed and 0 extra ones mended. 3 shown
    First failure: search hit 0: assetId must have 1 to 255 bytes without control characters
    No assets were taken off their products: 3 of 3 items are no longer in the source, which is more than --max-delete=20 %. Look whether the search of AEM finds all approved assets, or take them off with --force.
  [{"place":"search hit 0","reason":"assetId must have 1 to 255 bytes without control characters"}]
-- metadata that cannot be used
  1 Compared: 2 assets of AEM, 1 missing, 0 changed, 0 extra, 1 unusable. 0 shown
    Assets whose metadata cannot be used: 1. Correct them in AEM; assets:status --status=failed says what is wrong, of new ones once assets:import --repair has run.
  1 Compared: 2 assets of AEM, 1 missing, 0 changed and 0 extra ones mended, 1 unusable. 1 shown
    Assets whose metadata cannot be used: 1. Correct them in AEM; assets:status --status=failed says what is wrong.
  1 Compared: 2 assets of AEM, 0 missing, 0 changed and 0 extra ones mended, 1 unusable. 1 shown
    Assets whose metadata cannot be used: 1. Correct them in AEM; assets:status --status=failed says what is wrong.
  1 Compared: 2 assets of AEM, 0 missing, 0 changed, 0 extra, 1 unusable. 1 shown
    Assets whose metadata cannot be used: 1. Correct them in AEM; assets:status --status=failed says what is wrong, of new ones once assets:import --repair has run.
  urn:aaid:aem:bad: asset (urn:aaid:aem:bad): assetMetadata.commerce:skus.0 must be a string, array given
  1 First failure: standard input line 2: not JSON (syntax error)
    Assets whose metadata cannot be used: 1. Correct them in AEM; assets:status --status=failed says what is wrong.
  0 applied, 0 waiting, 0 sla.miss
  1 First failure: standard input line 2: not JSON (syntax error)
  1 applied, 0 waiting, 0 sla.miss
-- to compare writes nothing
  1 [] {"Success":11,"Failed":0,"Waiting":1} the same
-- cursors that go round in a circle
  The search of AEM answers with the same cursor again: report it to Adobe.
