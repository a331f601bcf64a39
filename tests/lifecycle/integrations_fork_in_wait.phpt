--TEST--
Events, versions, questions to a matcher, registrations: a signal handler that forks leaves the wait to the parent, and the child is told so
--EXTENSIONS--
aco
pcntl
posix
--SKIPIF--
<?php
require __DIR__ . '/skipif_keys.inc';
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/integrations.inc';
require __DIR__ . '/../assets/keys.inc';

$waits = [
    'EdgeClient::submit()' => '$edge()->submit("datastream", [$event(1)]);',
    'EventStream::finish()' => '$stream = $edge()->open("datastream"); $stream->push($event(1)); $stream->finish();',
    'CommerceSink::version()' => '$commerce()->version();',
    'ExternalMatcher::productToAssets()' => '$matcher->productToAssets("a");',
    'TenantRegistry::register()' => '$register();',
];
[$key] = make_keys();
foreach ($waits as $wait => $code) {
    $server = new TestServer(['default' => ['how' => 'hang']]);
    // The parent ends the child, should that not come back by itself.
    $child = new Child(INTEGRATIONS . <<<PHP
        pcntl_async_signals(true);
        \$pid = null;
        pcntl_signal(SIGUSR1, static function () use (&\$pid): void {
            \$pid = pcntl_fork();
            for (\$i = 0; \$pid > 0 && \$i < 500 && pcntl_waitpid(\$pid, \$status, WNOHANG) === 0; \$i++) {
                usleep(10_000);
            }
            if (\$pid > 0) {
                \$i === 500 && posix_kill(\$pid, SIGKILL);
                throw new DomainException(\$i === 500 ? 'THE CHILD HANGS' : 'mine');
            }
        });
        echo "ready\\n";
        try {
            $code
            echo 'went on';
        } catch (Aco\Exception\AcoException | DomainException \$e) {
            echo \$pid === 0 ? 'child: ' : 'parent: ', \$e->getMessage(), "\\n";
        }
        PHP, [$server->url, $key]);
    $child->waitFor('ready');
    until(static fn (): bool => $server->totals()->counts->api + $server->totals()->counts->token >= 1);
    $child->signal(SIGUSR1);
    [$output, $exit] = $child->finish();
    echo "$wait\n  ", str_replace(' / ', "\n  ", $output), "\n  $exit\n";
}
?>
--EXPECT--
EdgeClient::submit()
  ready
  child: the submission belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
EventStream::finish()
  ready
  child: the submission belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
CommerceSink::version()
  ready
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
ExternalMatcher::productToAssets()
  ready
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
TenantRegistry::register()
  ready
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
