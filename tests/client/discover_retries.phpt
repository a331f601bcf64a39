--TEST--
Connection::discover(): a passing trouble of IMS or of the look-up is tried again, four times at most; what would not change is not
--EXTENSIONS--
aco
pcntl
--INI--
aco.persistent=0
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Connection;
use Aco\Exception\AcoException;

$ok = ['body' => ['ingestionUrl' => 'https://a.example']];
$discover = static function (array $script) use (&$server): string {
    $server = new TestServer($script);
    try {
        return Connection::discover(
            'o',
            TENANT,
            'c',
            SECRET,
            $server->imsUrl,
            $server->ccmUrl,
            transport: new Aco\Transport(proxy: '', timeoutMs: 5000),
        )->ingestionUrl;
    } catch (AcoException $e) {
        return $e->getMessage();
    }
};
$attempts = static function () use (&$server): string {
    return count($server->requests('token')) . ' ' . count($server->requests('tenant'));
};

foreach ([
    '500' => ['status' => 500], '408' => ['status' => 408], '429' => ['status' => 429], 'reset' => ['how' => 'reset'],
    'cut' => ['how' => 'cut'],
    'unreadable' => ['body' => '<html>']] as $label => $trouble) {
    // The second request of a connection that was used is no attempt, so that a reset has to come twice.
    $troubles = array_fill(0, 2, $trouble);
    echo "$label: ", $discover(['token' => [$trouble], 'tenant' => [...$troubles, $ok]]), ' ',
        $label === 'reset' ? '' : $attempts(), "\n";
}

echo "as told\n";
$start = microtime(true);
echo $discover(['token' => [['status' => 429, 'headers' => ['Retry-After' => '1']]], 'tenant' => [
    ['status' => 503, 'headers' => ['Retry-After' => '1']],
    $ok,
]]),
    "\n";
check('two seconds', microtime(true) - $start >= 1.95);

echo "for ever\n";
echo $discover(['token' => array_fill(0, 9, ['status' => 500])]), ' ', $attempts(), "\n";
echo $discover(['tenant' => array_fill(0, 9, ['status' => 500])]), ' ', $attempts(), "\n";
echo "longer than it waits\n";
echo $discover(['tenant' => [['status' => 429, 'headers' => ['Retry-After' => '61']]]]), ' ', $attempts(), "\n";
echo "configuration\n";
echo $discover(['token' => [['status' => 401]]]), ' ', $attempts(), "\n";
echo $discover(['tenant' => [['status' => 404]]]), ' ', $attempts(), "\n";

echo "a signal in the wait\n";
pcntl_async_signals(true);
pcntl_signal(SIGALRM, static fn () => throw new RuntimeException('enough'));
$server = new TestServer(['tenant' => [['status' => 503, 'headers' => ['Retry-After' => '20']]]]);
$start = microtime(true);
pcntl_alarm(1);
try {
    Connection::discover('o', TENANT, 'c', SECRET, $server->imsUrl, $server->ccmUrl, transport: new Aco\Transport(
        proxy: '',
    ));
} catch (RuntimeException $e) {
    check($e->getMessage(), microtime(true) - $start < 5);
}
?>
--EXPECT--
500: https://a.example 2 3
408: https://a.example 2 3
429: https://a.example 2 3
reset: https://a.example 
cut: https://a.example 2 3
unreadable: https://a.example 2 3
as told
https://a.example
two seconds: ok
for ever
no token from IMS (HTTP 500) 4 0
the Commerce Cloud Manager responds in an unexpected way (HTTP 500) 1 4
longer than it waits
the Commerce Cloud Manager responds in an unexpected way (HTTP 429) 1 1
configuration
IMS refuses the credentials (HTTP 401); check client id, client secret and scope 1 0
the tenant is unknown; check the tenant id (HTTP 404) 1 1
a signal in the wait
enough: ok
