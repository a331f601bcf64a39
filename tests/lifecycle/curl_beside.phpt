--TEST--
ext/curl in the same process, loaded before and after: both work, and end in any order
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
exec(escapeshellarg(PHP_BINARY) . ' -n -d extension=curl -r "exit(extension_loaded(\'curl\') ? 0 : 1);" 2>&1', $output, $code);
if ($code !== 0) die('skip ext/curl is not there as a module');
?>
--FILE--
<?php
require __DIR__ . '/child.inc';

$server = new TestServer(['api' => array_fill(0, 100, ['path' => '/hang', 'how' => 'hang'])]);
// By its name where it is installed.
$module = escapeshellarg(realpath(__DIR__ . '/../../modules/aco.so') ?: 'aco');
$setup = <<<'PHP'
    $get = static function (string $path, array $options = []) use ($url): CurlHandle {
        $handle = curl_init($url . $path);
        curl_setopt_array($handle, [CURLOPT_RETURNTRANSFER => true, CURLOPT_PROXY => '', CURLOPT_TIMEOUT => 20]);
        curl_setopt_array($handle, $options);
        return $handle;
    };
    $fetch = static fn (): string => json_decode(curl_exec($get('/_totals')), true) ? "fetched\n" : "NOTHING FETCHED\n";
    $client = $make(limits(concurrency: 3));
    $submit = static fn (): string => $client->submit(Feed::Prices, prices(1200))->accepted . "\n";

    PHP;
$cases = [
    'in turn' => 'echo $submit(), $fetch(), $submit(), $fetch();',
    'curl first, its handle open at the end' => '$open = $get("/_totals"); curl_exec($open); echo $submit();',
    'curl_multi under way at the end' => '$multi = curl_multi_init(); $open = $get("/hang"); curl_multi_add_handle($multi, $open); curl_multi_exec($multi, $running);
        echo $submit(); curl_multi_exec($multi, $running); echo "$running running\n";',
    'both under way at the end' => '$multi = curl_multi_init(); curl_multi_add_handle($multi, $get("/hang")); curl_multi_exec($multi, $running);
        $stream = $client->open(Feed::Prices); foreach (prices(1000) as $price) { $stream->push($price); } exit(5);',
    'a shared handle in a static' => 'final class Kept { static array $all; } $share = curl_share_init(); curl_share_setopt($share, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT);
        Kept::$all = [$get("/_totals", [CURLOPT_SHARE => $share]), $share, $client]; curl_exec(Kept::$all[0]); echo $submit();',
    'submit in a callback of curl' => '$handle = $get("/_totals", [CURLOPT_WRITEFUNCTION => static function ($handle, string $data) use ($submit): int { echo $submit(); return strlen($data); }]);
        curl_exec($handle);',
    'curl in onBatch' => 'echo $client->submit(Feed::Prices, prices(1200), null, static function () use ($fetch): void { echo $fetch(); })->accepted, "\n";',
    'exit in a callback of curl' => '$handle = $get("/_totals", [CURLOPT_WRITEFUNCTION => static function () use ($submit): int { echo $submit(); exit(6); }]); curl_exec($handle);',
    'fatal error in onBatch' => '$open = $get("/_totals"); curl_exec($open); $client->submit(Feed::Prices, prices(1200), null, static function (): void { strlen([]); });',
];
foreach ($cases as $label => $code) {
    $results = [];
    foreach (['curl first' => "-n -d extension=curl -d extension=$module", 'aco first' => "-n -d extension=$module -d extension=curl"] as $order => $flags) {
        $children[$order] = new Child($setup . $code, [$server->url], ['memory_limit=64M'], $flags);
    }
    foreach ($children as $order => $child) {
        [$output, $exit] = $child->finish();
        $results["$exit $output"][] = $order;
    }
    foreach ($results as $result => $orders) {
        echo "$label: ", count($orders) === 2 ? '' : "ONLY $orders[0]: ", $result, "\n";
    }
}
?>
--EXPECT--
in turn: 0 1200 / fetched / 1200 / fetched / shutdown
curl first, its handle open at the end: 0 1200 / shutdown
curl_multi under way at the end: 0 1200 / 1 running / shutdown
both under way at the end: 5 shutdown
a shared handle in a static: 0 1200 / shutdown
submit in a callback of curl: 0 1200 / shutdown
curl in onBatch: 0 fetched / fetched / fetched / 1200 / shutdown
exit in a callback of curl: 6 1200 / shutdown
fatal error in onBatch: 255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown
