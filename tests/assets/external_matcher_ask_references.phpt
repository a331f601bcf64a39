--TEST--
ExternalMatcher::ask(): a signal handler that overwrites questions which are references does not change what was asked
--EXTENSIONS--
aco
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Assets\ExternalMatcher;
use Aco\Assets\MatcherConnection;
use Aco\ImsCredentials;

$name = 'sku-' . str_repeat(chr(mt_rand(97, 122)), 40);
$server = new TestServer(['api' => [['delay' => 0.5, 'body' => json_encode([
    'product_sku' => $name, 'asset_matches' => [['asset_id' => 'a1', 'asset_roles' => ['image']]],
]), 'headers' => ['Content-Type' => 'application/json']]]]);
$matcher = new ExternalMatcher(new MatcherConnection(
    "$server->url/matcher/asset",
    "$server->url/matcher/product",
    new ImsCredentials('client-1', SECRET, $server->imsUrl, orgId: 'org@AdobeOrg'),
    new Aco\Transport(proxy: ''),
));
$question = ['sku' => (string) $name];
$questions = ['one' => &$question];
unset($name);

pcntl_async_signals(true);
pcntl_signal(SIGALRM, static function () use (&$question): void {
    $question = ['sku' => str_repeat('x', 44)];
    gc_collect_cycles();
});
$parent = getmypid();
$child = pcntl_fork();
if ($child === 0) {
    usleep(200_000);
    posix_kill($parent, SIGALRM);
    posix_kill(getmypid(), SIGKILL);
}

$answer = $matcher->ask($questions)['one'];
pcntl_waitpid($child, $status);
echo $answer instanceof Throwable ? $answer->getMessage() : json_encode($answer), "\n";
var_dump($question['sku'][0]);
?>
--EXPECT--
[{"assetId":"a1","video":false,"altTexts":[],"roles":["image"],"position":null}]
string(1) "x"
