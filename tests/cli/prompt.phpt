--TEST--
config:init: asks for the secret on a terminal and does not show it
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/terminal.inc';
echo skip_reason() ?: terminal_skip_reason();
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';
require __DIR__ . '/terminal.inc';

$cli = (new Cli())->startSandbox();
$result = typed($cli, ['config:init', ...$cli->connectionOptions()], [['(not shown): ', 'sandbox-secret']]);
check('asked', str_contains($result->out, 'Client secret (not shown): '), $result->out);
check('not shown', !str_contains($result->out, 'sandbox-secret'), $result->out);
check('stored', $result->code === 0
    && $cli->run(['config:show', '--json'])->json()['client_secret']['decryptable'], $result->out);
check('not asked again', $cli->run(['config:init', '--concurrency=2'])->code === 0);
?>
--EXPECT--
asked: yes
not shown: yes
stored: yes
not asked again: yes
