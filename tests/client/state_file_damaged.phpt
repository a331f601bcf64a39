--TEST--
Limits::$shared: a state file that is cut, overwritten or replaced is told to the logger, mended, and sending goes on
--EXTENSIONS--
aco
posix
--FILE--
<?php
require __DIR__ . '/server.inc';
in_state_dir(__FILE__);

use Aco\Feed;

$folder = ini_get('aco.state_dir');
$file = static fn (): string => glob("$folder/quota-*")[0];
$log = [];
$logger = static function (string $level, string $message, array $context) use (&$log): void {
    if ($level === 'warning') {
        $log[] = $message;
    }
};
$server = new TestServer();
// Each mended state begins as if all were spent.
$clients = [$server->client(limits(shared: true, requestsPerSecond: 10.0), $logger), $server->client(
    limits(shared: true, requestsPerSecond: 10.0),
    $logger,
)];
$clients[0]->submit(Feed::Prices, prices(1));
$clients[1]->submit(Feed::Prices, prices(1));
check('nothing to tell yet', $log === [], $log);
$size = filesize($file());
$whole = file_get_contents($file());

$damages = [
    'cut to nothing' => static fn () => file_put_contents($file(), ''),
    'cut' => static fn () => file_put_contents($file(), substr($whole, 0, 20)),
    'longer' => static fn () => file_put_contents($file(), str_repeat($whole, 3)),
    'something else' => static fn () => file_put_contents($file(), str_repeat('x', $size)),
    'zeros' => static fn () => file_put_contents($file(), str_repeat("\0", $size)),
    'of another start of the host' => static fn () => file_put_contents(
        $file(),
        substr_replace($whole, 'ffffffff-', 16, 9),
    ),
    'open to others' => static function () use ($file): void {
        chmod($file(), 0666);
        // Seen when it is opened.
        touch($copy = $file() . '.new');
        chmod($copy, 0666);
        rename($copy, $file());
    },
    'a link' => static function () use ($file): void {
        $name = $file();
        unlink($name);
        symlink('/dev/null', $name);
    },
    'a pipe' => static function () use ($file): void {
        $name = $file();
        unlink($name);
        posix_mkfifo($name, 0600);
    },
    'removed' => static fn () => unlink($file()),
    'garbage in the numbers' => static fn () => file_put_contents(
        $file(),
        substr($whole, 0, $size - 32) . str_repeat("\xff\x7f", 16),
    ),
];
foreach ($damages as $label => $damage) {
    $log = [];
    $damage();
    $delivered = 0;
    foreach ([0, 1, 0, 1] as $n) {
        $delivered += $clients[$n]->submit(Feed::Prices, prices(2))->accepted;
    }
    $fresh = $server->client(limits(shared: true, requestsPerSecond: 10.0), $logger);
    $delivered += $fresh->submit(Feed::Prices, prices(2))->accepted;
    clearstatcache();
    echo "$label: $delivered ", filesize($file()) === $size ? '' : 'NOT MENDED ',
        sprintf('%o', fileperms($file()) & 07777), "\n";
    foreach ($log as $message) {
        echo '  ', str_replace($file(), 'FILE', $message), "\n";
    }
}

echo "a folder of that name\n";
$name = $file();
unlink($name);
mkdir($name);
$log = [];
$submission = $clients[0]->submit(Feed::Prices, prices(2));
echo $submission->status, ' ', $submission->retryable, ' ', str_replace($name, 'FILE', $submission->reason), "\n";
try {
    $server->client(limits(shared: true));
} catch (Aco\Exception\InvalidArgumentException $thrown) {
    echo 'a new client: ', str_replace($name, 'FILE', $thrown->getMessage()), "\n";
}
rmdir($name);
echo $clients[0]->submit(Feed::Prices, prices(2))->accepted, "\n";
?>
--EXPECT--
nothing to tell yet: ok
cut to nothing: 10 600
cut: 10 600
  FILE was replaced: it has another size
longer: 10 600
  FILE was replaced: it has another size
something else: 10 600
  FILE was replaced: it holds something else
zeros: 10 600
  FILE was replaced: it holds something else
of another start of the host: 10 600
  FILE was replaced: it is from before the last start of the host
open to others: 10 600
  FILE was replaced: it was no file of this user alone
a link: 10 600
  FILE was replaced: it was no file of this user alone
a pipe: 10 600
  FILE was replaced: it was no file of this user alone
removed: 10 600
garbage in the numbers: 10 600
a folder of that name
2 2 FILE cannot be used: Is a directory; remove it
a new client: FILE cannot be used: Is a directory; remove it
2
