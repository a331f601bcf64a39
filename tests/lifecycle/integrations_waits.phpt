--TEST--
Events, changes of assets, questions to a matcher, registrations: a wait for an answer ends at once by a signal
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php require __DIR__ . '/skipif_keys.inc'; ?>
--FILE--
<?php
require __DIR__ . '/integrations.inc';
require __DIR__ . '/../assets/keys.inc';

$waits = [
    'EdgeClient::submit()' => '$edge()->submit("datastream", [$event(1)]);',
    'EventStream::finish()' => '$stream = $edge()->open("datastream"); $stream->push($event(1)); $stream->finish();',
    'CommerceSink::apply()' => '$commerce()->apply([$change(1)]);',
    'CommerceSink::version()' => '$commerce()->version();',
    'OptimizerSink::apply()' => '$optimizer()->apply([$product(1)]);',
    'ExternalMatcher::assetToProduct()' => '$matcher->assetToProduct(["assetId" => "a", "assetMetadata" => ["commerce:isCommerce" => "yes", "dam:status" => "approved"]]);',
    'ExternalMatcher::productToAssets()' => '$matcher->productToAssets("a");',
    'ExternalMatcher::ask()' => '$matcher->ask([["sku" => "a"], ["sku" => "b"]]);',
    'ServiceReader::request()' => '(new Aco\ServiceReader())->request("$argv[1]/tenant/read");',
    'TenantRegistry::register()' => '$register();',
];
$ends = [
    'handler throws' => [SIGINT, 'pcntl_async_signals(true); pcntl_signal(SIGINT, static fn () => throw new DomainException("mine"));', '0 ready / caught mine / shutdown'],
    'handler runs out of memory' => [SIGINT, 'ini_set("memory_limit", "32M"); pcntl_async_signals(true); pcntl_signal(SIGINT, static fn () => str_repeat("x", 1 << 28));',
        '255 ready / Fatal error: memory / shutdown'],
    'handler exits' => [SIGTERM, 'pcntl_async_signals(true); pcntl_signal(SIGTERM, static fn () => exit(3));', '3 ready / shutdown'],
    'SIGTERM' => [SIGTERM, '', '-15 ready'],
];
[$key] = make_keys();
foreach ($waits as $wait => $code) {
    $server = new TestServer(['default' => ['how' => 'hang']]);
    $children = [];
    foreach ($ends as $end => [, $prepare]) {
        $call = "$prepare echo \"ready\\n\"; try { $code echo 'went on'; } catch (DomainException \$e) { echo 'caught ', \$e->getMessage(), \"\\n\"; }";
        $children[$end] = new Child(INTEGRATIONS . $call, [$server->url, $key]);
    }
    foreach ($children as $child) {
        $child->waitFor('ready');
    }
    until(static fn (): bool => $server->totals()->counts->api >= count($children));
    echo $wait, "\n";
    foreach ($children as $end => $child) {
        $before = microtime(true);
        $child->signal($ends[$end][0]);
        [$output, $exit] = $child->finish();
        echo "  $end: ", "$exit $output" === $ends[$end][2] ? 'as it should' : "$exit $output", ', ',
            duration(microtime(true) - $before), "\n";
    }
}
?>
--EXPECTF--
EdgeClient::submit()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
EventStream::finish()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
CommerceSink::apply()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
CommerceSink::version()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
OptimizerSink::apply()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
ExternalMatcher::assetToProduct()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
ExternalMatcher::productToAssets()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
ExternalMatcher::ask()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
ServiceReader::request()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
TenantRegistry::register()
  handler throws: as it should, within %r(200|1000)%r ms
  handler runs out of memory: as it should, within %r(200|1000)%r ms
  handler exits: as it should, within %r(200|1000)%r ms
  SIGTERM: as it should, within %r(200|1000)%r ms
