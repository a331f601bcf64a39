--TEST--
Versions, questions, registrations: a second call while one waits is refused, in the process and in a forked child
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
    'CommerceSink::version()' => '$sink = $commerce(); $wait = static fn () => $sink->version();',
    'CommerceSink::apply(), version unknown' => '$sink = new CommerceSink(CommerceConnection::paas($url, new CommerceCredentials("k", SECRET, "t", "u"), transport: new Aco\Transport(proxy: "")), $delivery, limits());
        $wait = static fn () => $sink->apply([$change(1)]);',
    'ExternalMatcher::productToAssets()' => '$wait = static fn () => $matcher->productToAssets("a");',
    'ExternalMatcher::assetToProduct()' => '$wait = static fn () => $matcher->assetToProduct(["assetId" => "1", "repositoryMetadata" => ["dc:format" => "image/jpeg"],
        "assetMetadata" => ["commerce:isCommerce" => "yes", "dam:status" => "approved"]]);',
    'ExternalMatcher::ask()' => '$wait = static fn () => $matcher->ask([["sku" => "a"], ["sku" => "b"]]);',
    'ServiceReader::request()' => '$reader = new Aco\ServiceReader(null, new Aco\Transport(proxy: ""), limits()); $wait = static fn () => $reader->request($url);',
    'TenantRegistry::register()' => '$registry = new TenantRegistry(new RegistryConnection("key", "environment", $argv[2], $url, transport: new Aco\Transport(proxy: "")), limits: limits());
        $wait = static fn () => $registry->register("project", new AemEnvironment("p1", "e1"), $url, new CommerceCredentials("k", SECRET, "t", "u"), MatchingRule::bySku());',
];
[$key] = make_keys();
foreach ($waits as $wait => $code) {
    $server = new TestServer(['default' => ['how' => 'hang']]);
    // The parent ends the child, should that not come back by itself.
    $child = new Child(INTEGRATIONS . <<<PHP
        $code
        \$again = static function (string \$who) use (&\$wait): void {
            try {
                \$wait();
                echo "\$who went on\\n";
            } catch (Throwable \$e) {
                echo "\$who: ", get_class(\$e), ' ', \$e->getMessage(), "\\n";
            }
        };
        pcntl_async_signals(true);
        \$pid = null;
        pcntl_signal(SIGUSR1, static function () use (&\$pid, \$again): void {
            \$again('handler');
            \$pid = pcntl_fork();
            if (\$pid === 0) {
                \$again('child');
                return;
            }
            for (\$i = 0; \$i < 500 && pcntl_waitpid(\$pid, \$status, WNOHANG) === 0; \$i++) {
                usleep(10_000);
            }
            \$i === 500 && posix_kill(\$pid, SIGKILL);
            throw new DomainException(\$i === 500 ? 'THE CHILD HANGS' : 'mine');
        });
        echo "ready\\n";
        try {
            \$wait();
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
CommerceSink::version()
  ready
  handler: Error Aco\Assets\CommerceSink is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\CommerceSink is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
CommerceSink::apply(), version unknown
  ready
  handler: Error Aco\Assets\CommerceSink is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\CommerceSink is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
ExternalMatcher::productToAssets()
  ready
  handler: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
ExternalMatcher::assetToProduct()
  ready
  handler: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
ExternalMatcher::ask()
  ready
  handler: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\ExternalMatcher is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
ServiceReader::request()
  ready
  handler: Error Aco\ServiceReader is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\ServiceReader is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
TenantRegistry::register()
  ready
  handler: Error Aco\Assets\TenantRegistry is already waiting for a response; use another object to ask meanwhile
  child: Error Aco\Assets\TenantRegistry is already waiting for a response; use another object to ask meanwhile
  child: the request belongs to the parent process: a forked child starts its own
  shutdown
  parent: mine
  shutdown
  0
