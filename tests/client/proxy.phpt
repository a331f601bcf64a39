--TEST--
Connection: $proxy, none, and none of the environment for plain http
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

$server = new TestServer();
$proxy = new TestServer();
putenv('no_proxy=');
putenv('NO_PROXY=');
foreach ([
    'none' => ['', null],
    'given' => [$proxy->url, null],
    'of the environment' => [null, $proxy->url],
] as $label => [
    $setting,
    $environment,
]) {
    putenv('http_proxy' . ($environment === null ? '' : "=$environment"));
    $before = [count($server->requests()), count($proxy->requests())];
    $accepted = $server->client(null, null, proxy: $setting)->submit(Feed::Prices, prices(1))->accepted;
    putenv('http_proxy');
    echo "$label: $accepted, direct ", count($server->requests()) - $before[0], ', proxy ',
        count($proxy->requests()) - $before[1], "\n";
}
putenv('no_proxy=127.0.0.1');
$before = count($proxy->requests());
$accepted = $server->client(null, null, proxy: $proxy->url)->submit(Feed::Prices, prices(1))->accepted;
echo "the environment's exceptions: $accepted, direct 0, proxy ", count($proxy->requests()) - $before, "\n";
check('the proxy is asked for the whole address', str_starts_with($proxy->requests()[0]->path, $server->url), $proxy->requests()[0]->path);
?>
--EXPECT--
none: 1, direct 1, proxy 0
given: 1, direct 0, proxy 1
of the environment: 1, direct 1, proxy 0
the environment's exceptions: 1, direct 0, proxy 1
the proxy is asked for the whole address: ok
