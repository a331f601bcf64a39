--TEST--
Commands for assets say everything that is missing, list what there is, and show how far they are
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
exec('script -qec true /dev/null 2>&1', $printed, $code);
echo skip_reason() ?: ($code === 0 ? '' : 'skip script(1) is missing or finds no pseudo-terminal');
?>
--FILE--
<?php
require __DIR__ . '/library.inc';

/** @param list<string> $arguments */
function say(Cli $cli, array $arguments): void
{
    $result = $cli->run($arguments, [], '');
    $text = preg_replace('/\d{4}-\d\d-\d\dT[\d:.]+Z/', 'TIME', trim("$result->out$result->err"));
    echo implode(' ', $arguments), " [$result->code]\n  ", str_replace("\n", "\n  ", $text), "\n";
}

$cli = (new Cli())->startSandbox();
$cli->init();
echo "-- nothing is set\n";
foreach (['config', 'pull', 'import', 'register-tenant'] as $command) {
    say($cli, ["assets:$command"]);
}
say($cli, ['assets:config', '--requests-per-second=1e400']);

echo "-- status\n";
library_shop($cli);
library($cli, array_map(static fn (int $i): array => library_asset("a$i", ["S$i"], $i), range(0, 2)));
$cli->run(['assets:import']);
foreach ([['--limit=0'], ['--limit=1001'], ['--asset=nope'], ['--limit=2']] as $options) {
    say($cli, ['assets:status', ...$options]);
}
$id = library_asset('a1', ['S1'], 1)['assetId'];
say($cli, ['assets:status', "--asset=$id", '--status=failed']);
$list = $cli->run(['assets:status', '--json'])->json()['list'];
echo implode(' ', array_column($list, 'assetId')), "\n";

echo "-- spellings\n";
$url = $cli->sandbox['url'];
foreach (["$url/adobe/assets/search", "$url/adobe/assets/search/", "$url/"] as $given) {
    $cli->run(['assets:config', "--search-url=$given"]);
    echo str_replace($url, 'URL', $cli->run(['assets:config', '--json'])->json()['search_url']), "\n";
}
foreach (['on', 'OFF', '1', '0'] as $word) {
    preg_match('/\| legacy_names .*/', $cli->run(['assets:config', "--legacy-names=$word"])->out, $match);
    echo preg_replace('/ +/', ' ', $match[0]), "\n";
}

echo "-- progress\n";
foreach (['' => true, '--no-progress' => false, '--json' => false, '-q' => false] as $option => $expected) {
    $terminal = clone $cli;
    $terminal->command = ['script', '-qec', ROOT . "/bin/aco assets:import $option", '/dev/null'];
    $result = $terminal->run([]);
    $isShown = str_contains($result->out, 'assets of AEM read');
    check("with '$option'", $result->code === 0 && $isShown === $expected, $result);
}
?>
--EXPECT--
-- nothing is set
assets:config [0]
  No settings are stored yet: run assets:config --program-id=… --environment-id=… --commerce-url=… --consumer-key=… with ACO_ASSETS_CONSUMER_SECRET, ACO_ASSETS_ACCESS_TOKEN, ACO_ASSETS_ACCESS_TOKEN_SECRET in the environment.
assets:pull [2]
  Settings are missing: run assets:config --journal-url=… --events-client-id=… --events-org-id=… --program-id=… --environment-id=… --commerce-url=… --consumer-key=… with ACO_ASSETS_EVENTS_CLIENT_SECRET, ACO_ASSETS_CONSUMER_SECRET, ACO_ASSETS_ACCESS_TOKEN, ACO_ASSETS_ACCESS_TOKEN_SECRET in the environment.
assets:import [2]
  Settings are missing: run assets:config --program-id=… --environment-id=… --events-client-id=… --events-org-id=… --commerce-url=… --consumer-key=… with ACO_ASSETS_EVENTS_CLIENT_SECRET, ACO_ASSETS_CONSUMER_SECRET, ACO_ASSETS_ACCESS_TOKEN, ACO_ASSETS_ACCESS_TOKEN_SECRET in the environment.
assets:register-tenant [2]
  Settings are missing: run assets:config --project-id=… --data-space-id=… --api-key=… --program-id=… --environment-id=… --commerce-url=… --consumer-key=… with ACO_ASSETS_PRIVATE_KEY, ACO_ASSETS_CONSUMER_SECRET, ACO_ASSETS_ACCESS_TOKEN, ACO_ASSETS_ACCESS_TOKEN_SECRET in the environment.
assets:config --requests-per-second=1e400 [2]
  --requests-per-second must be a number such as 10 or 0.5, 0 for no limit.
-- status
assets:status --limit=0 [2]
  --limit must be a whole number from 1 to 1000.
assets:status --limit=1001 [2]
  --limit must be a whole number from 1 to 1000.
assets:status --asset=nope [1]
  Assets: 3 Success, 0 Failed, 0 Waiting
  Products: 3 Success, 0 Failed, 0 Waiting
  Events: 0 applied, 0 waiting
  The asset nope is not known: check the id, and whether an event or assets:import has named it.
assets:status --limit=2 [0]
  Assets: 3 Success, 0 Failed, 0 Waiting
  Products: 3 Success, 0 Failed, 0 Waiting
  Events: 0 applied, 0 waiting
  +-----------------+---------+--------------------------+--------------------------+-------+
  | Asset ID        | Status  | Processing               | Dispatched               | Error |
  +-----------------+---------+--------------------------+--------------------------+-------+
  | urn:aaid:aem:a2 | Success | TIME | TIME |       |
  | urn:aaid:aem:a1 | Success | TIME | TIME |       |
  +-----------------+---------+--------------------------+--------------------------+-------+
  2 of 3 assets are listed, the last ones: --limit lists more.
assets:status --asset=urn:aaid:aem:a1 --status=failed [1]
  Assets: 3 Success, 0 Failed, 0 Waiting
  Products: 3 Success, 0 Failed, 0 Waiting
  Events: 0 applied, 0 waiting
  No asset urn:aaid:aem:a1 has the status Failed: leave out --status to see which it has.
urn:aaid:aem:a2 urn:aaid:aem:a1 urn:aaid:aem:a0
-- spellings
URL
URL
URL
| legacy_names | on |
| legacy_names | off |
| legacy_names | on |
| legacy_names | off |
-- progress
with '': yes
with '--no-progress': yes
with '--json': yes
with '-q': yes
