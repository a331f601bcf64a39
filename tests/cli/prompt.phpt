--TEST--
config:init: asks for the secret on a terminal and does not show it
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
exec('script -qec true /dev/null 2>&1', $printed, $code);
echo skip_reason() ?: ($code === 0 ? '' : 'skip script(1) is missing or finds no pseudo-terminal');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$line = implode(' ', array_map(escapeshellarg(...), [ROOT . '/bin/aco', 'config:init', ...$cli->connectionOptions()]));
$terminal = clone $cli;
$terminal->command = ['script', '-qec', $line, '/dev/null'];
$process = $terminal->start([], [], [['pipe', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
$shown = '';
// Typed before the terminal stops echoing, it would show whatever the command does.
while (!str_contains($shown, 'Client secret') && ($byte = fread($pipes[1], 1)) !== '') {
    $shown .= $byte;
}
usleep(300000);
fwrite($pipes[0], "sandbox-secret\n");
$shown .= stream_get_contents($pipes[1]);
do {
    $status = proc_get_status($process);
    usleep(5000);
} while ($status['running']);
check('asked', str_contains($shown, 'Client secret (not shown): '), $shown);
check('not shown', !str_contains($shown, 'sandbox-secret'), $shown);
check('stored', $status['exitcode'] === 0
    && $cli->run(['config:show', '--json'])->json()['client_secret']['decryptable'], $shown);
check('not asked again', $cli->run(['config:init', '--concurrency=2'])->code === 0);
?>
--EXPECT--
asked: yes
not shown: yes
stored: yes
not asked again: yes
