--TEST--
Limits::$shared: a token file that is damaged, or of another secret, is told to the logger once and replaced; wrong secrets disturb nobody
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip forks');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';
in_state_dir(__FILE__);

use Aco\Feed;

$folder = ini_get('aco.state_dir');
$server = new TestServer();
$log = [];
$logger = static function (string $level, string $message) use (&$log): void {
    if ($level === 'warning') {
        $log[] = $message;
    }
};
$submit = static fn (): int => $server
    ->client(limits(shared: true), $logger)
    ->submit(Feed::Prices, prices(2))->accepted;
echo $submit(), ' ', count($server->requests('token')), "\n";
$file = glob("$folder/token-*[0-9a-f]")[0];
$sealed = file_get_contents($file);
$flip = static fn (int $at): string => substr_replace($sealed, chr(ord($sealed[$at]) ^ 1), $at, 1);
$damages = [
    'first byte' => $flip(0), 'a byte in the middle' => $flip(intdiv(strlen($sealed), 2)),
    'last byte' => $flip(strlen($sealed) - 1), 'cut' => substr($sealed, 0, -1),
    'longer' => $sealed . 'x', 'empty' => '', 'huge' => str_repeat('x', 1_000_000),
    'plain text' => '9999999999999 token',
];
foreach ($damages as $label => $bytes) {
    file_put_contents($file, $bytes);
    $log = [];
    $before = count($server->requests('token'));
    echo "$label: ", $submit(), ' ', count($server->requests('token')) - $before, ' ', count($log), "\n";
    // The next one finds it whole.
    check(
        '  replaced',
        $submit() === 2 && count($server->requests('token')) - $before === 1 && count($log) === 1,
        $log,
    );
}
echo $log[0], "\n";
echo "open to others\n";
chmod($file, 0644);
$log = [];
echo $submit(), ' ', count($log), "\n";
clearstatcache();
printf("%o\n", fileperms($file) & 07777);

echo "told once while another process asks\n";
file_put_contents($file, 'rubbish');
$server->script(['token' => [['delay' => 1.0]]]);
$counts = in_processes(3, static function () use ($submit, &$log): int {
    $log = [];
    return $submit() === 2 ? count($log) : -1;
});
check('once each', max($counts) === 1 && min($counts) >= 0, $counts);

echo "a client with a wrong secret\n";
$server->script(['token' => [['status' => 400, 'body' => ['error' => 'invalid_client']]]]);
$before = count($server->requests('token'));
$wrong = $server->client(limits(shared: true), $logger, clientSecret: 'wrong');
$submission = $wrong->submit(Feed::Prices, prices(2));
echo $submission->status, ' ', $submission->reason, "\n";
echo $submit(), ' ', count($server->requests('token')) - $before, "\n";
?>
--EXPECT--
2 1
first byte: 2 1 1
  replaced: ok
a byte in the middle: 2 1 1
  replaced: ok
last byte: 2 1 1
  replaced: ok
cut: 2 1 1
  replaced: ok
longer: 2 1 1
  replaced: ok
empty: 2 1 1
  replaced: ok
huge: 2 1 1
  replaced: ok
plain text: 2 1 1
  replaced: ok
the token in the state folder does not open with this client secret; it will be replaced
open to others
2 1
600
told once while another process asks
once each: ok
a client with a wrong secret
2 IMS refuses the credentials (HTTP 400: invalid_client); check client id, client secret and scope
2 1
