--TEST--
Events and changes of assets: a callback that throws or ends the script while requests are under way
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/integrations.inc';

$server = new TestServer(['default' => ['delay' => 0.05]]);
$ends = [
    'exception' => ['throw new DomainException("mine");', '0 caught mine / shutdown'],
    'TypeError' => ['strlen([]);', '255 Fatal error: Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given / shutdown'],
    'memory limit' => ['ini_set("memory_limit", "32M"); str_repeat("x", 1 << 28);', '255 Fatal error: memory / shutdown'],
    'time limit' => ['set_time_limit(1); for (;;) {}', '255 Fatal error: time limit / shutdown'],
    'exit' => ['exit(3);', '3 shutdown'],
];
foreach (INTEGRATION_PLACES as $place => $code) {
    $children = [];
    foreach ($ends as $end => [$how]) {
        $call = 'try { ' . str_replace('END', $how, $code) . ' echo "went on"; } catch (DomainException $e) { echo "caught ", $e->getMessage(), "\n"; }';
        $children[$end] = new Child(INTEGRATIONS . $call, [$server->url]);
    }
    $wrong = [];
    foreach ($children as $end => $child) {
        [$output, $exit] = $child->finish();
        if ("$exit $output" !== $ends[$end][1]) {
            $wrong[] = "$end: $exit $output";
        }
    }
    echo $place, ': ', $wrong === [] ? 'all as they should' : "\n  " . implode("\n  ", $wrong), "\n";
}
?>
--EXPECT--
EdgeClient::submit(), $onBatch: all as they should
EdgeClient::submit(), events: all as they should
EdgeClient, logger: all as they should
EventStream::push(): all as they should
EventStream, logger when it is lost: all as they should
CommerceSink::apply(), $onBatch: all as they should
CommerceSink::apply(), changes: all as they should
CommerceSink, logger: all as they should
OptimizerSink, logger: all as they should
OptimizerSink::apply(), $onBatch: all as they should
OptimizerSink::apply(), changes: all as they should
