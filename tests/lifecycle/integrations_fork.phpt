--TEST--
Events and changes of assets: a forked child and its parent both send afterwards, and the parent's stream stays the parent's
--EXTENSIONS--
aco
pcntl
--SKIPIF--
<?php
if (!function_exists('proc_open')) {
    die('skip proc_open() is disabled');
}
if (getenv('SKIP_ASAN')) {
    die('skip a child cannot free what is its parent\'s, which a leak checker reports');
}
?>
--FILE--
<?php
require __DIR__ . '/integrations.inc';

$server = new TestServer(['default' => ['delay' => 0.02]]);
$child = new Child(INTEGRATIONS . <<<'PHP'
    $client = $edge();
    $sink = $commerce();
    $stream = $client->open('ds');
    $sink->apply([$change(1)]);
    foreach ($many($event, 150) as $one) {
        $stream->push($one);
    }
    $send = static fn (int $from): string => $client->submit('ds', [$event($from), $event($from + 1)])->accepted
        . ' ' . $sink->apply([$change($from), $change($from + 1)])->accepted;
    $pid = pcntl_fork();
    if ($pid === 0) {
        echo 'child: ', $send(1000), "\n";
        try {
            $stream->push($event(1));
            echo "PUSHED\n";
        } catch (Aco\Exception\InvalidArgumentException $e) {
            echo $e->getMessage(), "\n";
        }
        exit(0);
    }
    pcntl_waitpid($pid, $status);
    echo 'parent: ', $send(2000), ' ', $stream->finish()->accepted, "\n";
    PHP, [$server->url]);
[$output, $exit] = $child->finish();
echo str_replace(' / ', "\n", $output), "\n$exit\n";
$connections = [];
foreach ($server->requests() as $request) {
    $who = preg_match('/(event-|aem:)(1|2)\d{3}\b/', json_encode($request->json), $found) ? $found[2] : 'before';
    $connections[$who][$request->connection] = true;
}
echo array_intersect_key($connections[1], $connections[2] + $connections['before']) === [] ? 'apart' : 'SHARED', "\n";
?>
--EXPECT--
child: 2 2
the stream belongs to the parent process; open one of your own
shutdown
parent: 2 2 150
shutdown
0
apart
