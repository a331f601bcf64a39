--TEST--
assets:sync with the rule externalMatcher, killed while it asks and while it writes: the end is what the matcher says
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix is missing');
?>
--FILE--
<?php
require __DIR__ . '/external_rule_kills.inc';

foreach (['commerce', 'optimizer'] as $sink) {
    $cli = (new Cli())->startSandbox();
    kill_matching($cli, $sink, 6);
    $cli->stopSandbox();
}
?>
--EXPECT--
commerce: ended well: yes
    shows what the matcher says: yes
    nothing is open: yes
    nothing new: yes
    nothing asked: yes
optimizer: ended well: yes
    shows what the matcher says: yes
    nothing is open: yes
    nothing new: yes
    nothing asked: yes
