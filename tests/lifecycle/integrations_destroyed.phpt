--TEST--
Streams of events that are destroyed drop their events, say so once, and leave nothing behind; what a callback ends says nothing
--EXTENSIONS--
aco
--SKIPIF--
<?php if (!function_exists('proc_open')) die('skip proc_open() is disabled'); ?>
--FILE--
<?php
require __DIR__ . '/integrations.inc';

$states = [
    'nothing pushed' => [['default' => []], 0],
    'in an open batch' => [['default' => []], 1],
    'in flight and in an open batch' => [['default' => ['how' => 'hang']], 300],
];
$ways = [
    'unset' => 'unset($stream); echo $client->submit("other", [])->status;',
    'client first' => 'unset($client); unset($stream);',
    'with an exception' => 'try { (static function () use (&$stream) { $mine = $stream; $stream = null; throw new DomainException("mine"); })(); } catch (DomainException $e) { echo $e->getMessage(); }',
    'at the end' => '',
    'in a static' => 'final class Keeper { static $kept; } Keeper::$kept = $stream;',
    'in a cycle with its callback' => '$stream = null; $kept->self = $kept; $kept = null; echo gc_collect_cycles() > 0 ? "collected" : "NOT COLLECTED";',
];
foreach ($states as $state => [$script, $count]) {
    echo "$state\n";
    $server = new TestServer($script);
    $children = [];
    foreach ($ways as $way => $code) {
        $isCycle = str_contains($way, 'cycle');
        $children[$way] = new Child(INTEGRATIONS . '$kept = new stdClass();
            $client = $edge(static function (string $level, string $message, array $context): void {
                if (str_contains($message, "destroyed")) { echo "[$message, $context[datastream], $context[items]] "; }
            });
            $stream = $client->open("ds", ' . ($isCycle ? 'static function () use ($kept): void {}' : 'null') . ');'
            . ($isCycle ? '$kept->stream = $stream;' : '') . "foreach (\$many(\$event, $count) as \$one) { \$stream->push(\$one); }\n" . $code, [$server->url]);
    }
    foreach ($children as $way => $child) {
        [$output, $exit] = $child->finish();
        echo "  $way: $exit $output\n";
    }
}
echo "a generator of submit() that throws\n";
$child = new Child(INTEGRATIONS . '$client = $edge(static function (string $level, string $message): void { echo "[$message] "; });
    try {
        $client->submit("ds", (static function () use ($event) { yield $event(1); throw new DomainException("mine"); })());
    } catch (DomainException $e) {
        echo $e->getMessage();
    }', [$server->url]);
[$output, $exit] = $child->finish();
echo "  $exit $output\n";
?>
--EXPECT--
nothing pushed
  unset: 0 200shutdown
  client first: 0 shutdown
  with an exception: 0 mineshutdown
  at the end: 0 shutdown
  in a static: 0 shutdown
  in a cycle with its callback: 0 collectedshutdown
in an open batch
  unset: 0 [ds: stream destroyed before finish(), 1 items without a response, ds, 1] 200shutdown
  client first: 0 [ds: stream destroyed before finish(), 1 items without a response, ds, 1] shutdown
  with an exception: 0 [ds: stream destroyed before finish(), 1 items without a response, ds, 1] mineshutdown
  at the end: 0 shutdown / [ds: stream destroyed before finish(), 1 items without a response, ds, 1]
  in a static: 0 shutdown / [ds: stream destroyed before finish(), 1 items without a response, ds, 1]
  in a cycle with its callback: 0 [ds: stream destroyed before finish(), 1 items without a response, ds, 1] collectedshutdown
in flight and in an open batch
  unset: 0 [ds: stream destroyed before finish(), 300 items without a response, ds, 300] 200shutdown
  client first: 0 [ds: stream destroyed before finish(), 300 items without a response, ds, 300] shutdown
  with an exception: 0 [ds: stream destroyed before finish(), 300 items without a response, ds, 300] mineshutdown
  at the end: 0 shutdown / [ds: stream destroyed before finish(), 300 items without a response, ds, 300]
  in a static: 0 shutdown / [ds: stream destroyed before finish(), 300 items without a response, ds, 300]
  in a cycle with its callback: 0 [ds: stream destroyed before finish(), 300 items without a response, ds, 300] collectedshutdown
a generator of submit() that throws
  0 mineshutdown
