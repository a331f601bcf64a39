--TEST--
A child that is forked while the parent waits ends, whether it exits or returns
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/server.inc';

use Aco\Feed;

function end_of(int $pid): string
{
    pcntl_waitpid($pid, $status);
    return pcntl_wifexited($status) ? 'exit ' . pcntl_wexitstatus($status) : 'SIGNAL ' . pcntl_wtermsig($status);
}

$server = new TestServer();
$client = $server->client();
$parent = getmypid();
foreach (['exits' => true, 'returns' => false] as $label => $exits) {
    $pid = null;
    $submission = null;
    try {
        $submission = $client->submit(Feed::Prices, prices(1200), null, static function () use (&$pid, $exits): void {
            if ($pid !== null) {
                return;
            }
            $pid = pcntl_fork();
            if ($pid === 0) {
                // Ends a child that would wait for ever.
                pcntl_alarm(3);
                if ($exits) {
                    exit(7);
                }
            }
        });
    } catch (Throwable) {
    }
    if (getmypid() !== $parent) {
        // It came back: with a result that delivers nothing it did not see, or an exception.
        exit(8);
    }
    echo "$label: ", end_of($pid), ' ', $submission->accepted, "\n";
}
?>
--EXPECT--
exits: exit 7 1200
returns: exit 8 1200
