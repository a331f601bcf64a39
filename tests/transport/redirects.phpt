--TEST--
Redirects are followed nowhere: not by submissions, the token request or discover(), whatever their Location
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../client/server.inc';

use Aco\Connection;
use Aco\Feed;

$server = new TestServer();
// Whoever connects is counted, whatever is sent then.
$other = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($other, false);
$locations = [
    'another port' => "http://$address/x",
    'without a scheme' => "//$address/x",
    'with credentials' => "http://user:pw@$address/",
    'another protocol' => "ftp://$address/x",
];
$visits = static function () use ($other): int {
    for ($count = 0; @stream_socket_accept($other, 0) !== false; $count++) {
        continue;
    }
    return $count;
};
foreach ([301, 302, 303, 307, 308] as $status) {
    foreach ($locations as $label => $location) {
        $answer = ['status' => $status, 'headers' => ['Location' => $location, 'Refresh' => "0; url=$location"]];
        $server->script(['api' => [$answer], 'token' => []]);
        $api = $server->client()->submit(Feed::Prices, prices(1));
        $server->script(['token' => [$answer]]);
        $token = $server->client()->submit(Feed::Prices, prices(1));
        $codes = [];
        foreach (['token', 'tenant'] as $kind) {
            $server->script(['token' => [], 'tenant' => [], $kind => [$answer]]);
            try {
                Connection::discover('o', TENANT, 'c', SECRET, $server->url, $server->url, transport: new Aco\Transport(
                    proxy: '',
                ));
            } catch (Aco\Exception\ApiException $e) {
                $codes[] = $e->status . ($e->isRetryable() ? ' RETRYABLE' : '');
            }
        }
        echo "$status $label: ",
            implode(' ', [$api->status, $api->retryable, $token->status, $token->retryable, ...$codes]), ', visits ',
            $visits(), "\n";
    }
}
// Counting works.
stream_socket_client("tcp://$address");
echo $visits(), "\n";
?>
--EXPECT--
301 another port: 2 1 2 1 301 301, visits 0
301 without a scheme: 2 1 2 1 301 301, visits 0
301 with credentials: 2 1 2 1 301 301, visits 0
301 another protocol: 2 1 2 1 301 301, visits 0
302 another port: 2 1 2 1 302 302, visits 0
302 without a scheme: 2 1 2 1 302 302, visits 0
302 with credentials: 2 1 2 1 302 302, visits 0
302 another protocol: 2 1 2 1 302 302, visits 0
303 another port: 2 1 2 1 303 303, visits 0
303 without a scheme: 2 1 2 1 303 303, visits 0
303 with credentials: 2 1 2 1 303 303, visits 0
303 another protocol: 2 1 2 1 303 303, visits 0
307 another port: 2 1 2 1 307 307, visits 0
307 without a scheme: 2 1 2 1 307 307, visits 0
307 with credentials: 2 1 2 1 307 307, visits 0
307 another protocol: 2 1 2 1 307 307, visits 0
308 another port: 2 1 2 1 308 308, visits 0
308 without a scheme: 2 1 2 1 308 308, visits 0
308 with credentials: 2 1 2 1 308 308, visits 0
308 another protocol: 2 1 2 1 308 308, visits 0
1
