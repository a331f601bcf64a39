--TEST--
Tests of mapping and sending pass with opcache and its tracing JIT
--EXTENSIONS--
aco
--SKIPIF--
<?php
if (!function_exists('proc_open')) die('skip proc_open() is disabled');
require __DIR__ . '/jit.inc';
if (trim((string) shell_exec(jit_command() . ' -r "echo opcache_get_status()[\'jit\'][\'on\'] ?? false ? 1 : 0;" 2>/dev/null')) !== '1') {
    die('skip opcache with JIT is not there');
}
?>
--FILE--
<?php
require __DIR__ . '/child.inc';
require __DIR__ . '/jit.inc';

$tests = [
    'client/exceptions_come_through', 'client/fibers', 'client/iterables', 'client/nested', 'client/references',
    'client/stream_drain', 'client/streams',
    'client/submit_batches', 'client/submit_positions', 'map/categories', 'map/prices', 'map/products',
    'map/references', 'map/wrong_types',
];
foreach (array_chunk($tests, 2) as $pair) {
    $running = [];
    foreach ($pair as $name) {
        $path = dirname(__DIR__) . "/$name.phpt";
        if (preg_match('~^--FILE--\n(.*)^--EXPECT--\n(.*)~ms', file_get_contents($path), $sections) !== 1) {
            echo "$name: NO SUCH TEST\n";
            continue;
        }
        $file = tempnam(sys_get_temp_dir(), 'aco');
        file_put_contents($file, str_replace('__DIR__', var_export(dirname($path), true), $sections[1]));
        $process = proc_open(
            jit_command() . ' ' . escapeshellarg($file) . ' 2>&1',
            [['file', '/dev/null', 'r'], ['pipe', 'w']],
            $pipes,
        );
        $running[] = [$name, $process, $pipes[1], $file, $sections[2]];
    }
    foreach ($running as [$name, $process, $pipe, $file, $expected]) {
        $output = stream_get_contents($pipe);
        $exit = proc_close($process);
        unlink($file);
        check($name, trim($output) === trim($expected) && $exit === 0, [$exit, $output]);
    }
}
?>
--EXPECT--
client/exceptions_come_through: ok
client/fibers: ok
client/iterables: ok
client/nested: ok
client/references: ok
client/stream_drain: ok
client/streams: ok
client/submit_batches: ok
client/submit_positions: ok
map/categories: ok
map/prices: ok
map/products: ok
map/references: ok
map/wrong_types: ok
