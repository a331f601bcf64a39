--TEST--
Three hosts with clocks five minutes apart share one rate, a pause and a token through Redis with Sentinel
--EXTENSIONS--
aco
--SKIPIF--
<?php
require __DIR__ . '/../cluster/autoload.php';
exec('unshare -mnpf --kill-child --mount-proc true 2>&1', $lines, $code);
$reason = Aco\Tests\Cluster\Network::skipReason() ?: Aco\Tests\Cluster\Stores::skipReason('redis');
echo match (true) {
    getenv('SKIP_ASAN') !== false => 'skip forks',
    $reason !== '' => "skip $reason",
    !extension_loaded('redis') => 'skip the extension redis is missing (Debian: php-redis)',
    $code !== 0 => 'skip this kernel allows no network namespaces here',
    default => '',
};
?>
--FILE--
<?php
require __DIR__ . '/../client/server.inc';
exec(__DIR__ . '/../cluster/run --store=redis --seconds=12 --pause=3 2>&1', $lines, $code);
$found = preg_match('/most in any second (\d+), used ([\d.]+) %, 429 (\d+), tokens (\d+), quiet after a refusal ([\d.]+)/',
    implode("\n", $lines), $numbers) === 1;
check('it ran', $code === 0 && $found, $lines);
check('never more than the rate', $numbers[1] <= 10, $lines);
check('one refusal, which was asked for', $numbers[3] === '1', $lines);
check('which held all of them', $numbers[5] >= 2.9, $lines);
check('one token', $numbers[4] === '1', $lines);
?>
--EXPECT--
it ran: ok
never more than the rate: ok
one refusal, which was asked for: ok
which held all of them: ok
one token: ok
