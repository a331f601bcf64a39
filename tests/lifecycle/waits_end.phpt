--TEST--
Every wait ends at once: by a signal handler that throws or exits, by a signal without one, by the time limit
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
if (PHP_ZTS) die('skip the time limit has a timer of its own');
?>
--FILE--
<?php
require __DIR__ . '/child.inc';

$again = ['headers' => ['Retry-After' => '30'], 'body' => '{}'];
$waits = [
    'for an answer' => [['default' => ['how' => 'hang']], ''],
    'for the token' => [['token' => array_fill(0, 9, ['how' => 'hang'])], ''],
    'until the next attempt' => [['default' => ['status' => 500] + $again], ''],
    'for the end of a pause' => [['default' => ['status' => 429] + $again], ''],
    'for the rate' => [['default' => []], '$limits = limits(requestsPerSecond: 0.01); $items = prices(5000);'],
    'for a token that another process asks for' => [['token' => [['how' => 'hang']]], '$limits = limits(shared: true);'],
];
$ends = [
    'handler throws' => [SIGINT, 'pcntl_async_signals(true); pcntl_signal(SIGINT, static fn () => throw new DomainException("mine"));'],
    'handler exits' => [SIGTERM, 'pcntl_async_signals(true); pcntl_signal(SIGTERM, static fn () => exit(3));'],
    'SIGINT' => [SIGINT, ''],
    'SIGTERM' => [SIGTERM, ''],
    // On Linux the limit counts processor time, of which a wait takes none: its signal is sent by hand.
    'time limit' => [SIGPROF, 'set_time_limit(20);'],
];
$body = <<<'PHP'
    $items ??= prices(3);
    $client = $make($limits ?? null);
    echo "ready\n";
    try {
        $client->submit(Feed::Prices, $items);
        echo 'went on';
    } catch (DomainException $e) {
        echo 'caught ', $e->getMessage(), "\n";
        unset($client);
    }
    PHP;
foreach ($waits as $label => [$script, $setup]) {
    echo "$label\n";
    $server = new TestServer($script);
    $folder = sys_get_temp_dir() . '/aco-test-' . bin2hex(random_bytes(8));
    $children = [];
    $isShared = str_contains($setup, 'shared');
    $start = static fn (string $prepare): Child => new Child("$prepare $setup $body", [$server->url], ["aco.state_dir=$folder"]);
    $kind = str_contains($label, 'token') ? 'token' : 'api';
    if ($isShared) {
        $first = $start('');
        until(static fn (): bool => $server->totals()->counts->token === 1);
    }
    foreach ($ends as $name => [$signal, $prepare]) {
        $children[$name] = $start($prepare);
    }
    foreach ($children as $child) {
        $child->waitFor('ready');
    }
    if (!$isShared) {
        until(static fn (): bool => $server->totals()->counts->$kind >= count($children));
    }
    // From the request, or its answer, to the wait.
    usleep(200_000);
    foreach ($children as $name => $child) {
        $before = microtime(true);
        $child->signal($ends[$name][0]);
        [$output, $exit] = $child->finish();
        echo "  $name: $exit $output, ", duration(microtime(true) - $before), "\n";
    }
    if ($isShared) {
        echo '  asked: ', $server->totals()->counts->token, "\n";
        unset($first);
    }
    array_map(unlink(...), glob("$folder/*"));
    is_dir($folder) && rmdir($folder);
}
?>
--EXPECTF--
for an answer
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the token
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
until the next attempt
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the end of a pause
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for the rate
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
for a token that another process asks for
  handler throws: 0 ready / caught mine / shutdown, within %r(200|1000)%r ms
  handler exits: 3 ready / shutdown, within %r(200|1000)%r ms
  SIGINT: -2 ready, within %r(200|1000)%r ms
  SIGTERM: -15 ready, within %r(200|1000)%r ms
  time limit: 255 ready / Fatal error: time limit / shutdown, within %r(200|1000)%r ms
  asked: 1
