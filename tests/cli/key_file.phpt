--TEST--
The key file: generated or named, missing, wrong
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = (new Cli())->startSandbox();
$cli->init();
$source = $cli->write('products.jsonl', [product('A')]);
$key = file_get_contents("$cli->state/aco.key");

unlink("$cli->state/aco.key");
show($cli->run(['sync', $source]), $cli, 'missing');
$secret = $cli->run(['config:show', '--json'])->json()['client_secret'];
check(
    'config:show says it',
    $secret['stored'] && !$secret['decryptable'] && str_contains($secret['error'], 'is missing'),
    $secret,
);

file_put_contents("$cli->state/aco.key", str_repeat('ab', 32));
show($cli->run(['sync', $source]), $cli, 'another');
file_put_contents("$cli->state/aco.key", 'short');
show($cli->run(['sync', $source]), $cli, 'no key');
file_put_contents("$cli->state/aco.key", $key);
show($cli->run(['sync', $source]), $cli, 'put back');

$pdo = $cli->pdo();
$pdo->exec("UPDATE core_config_data SET value = 'aes-256-gcm:' || substr(value, 14, 20) WHERE path LIKE '%/client_secret'");
show($cli->run(['sync', $source]), $cli, 'damaged secret');
$pdo->exec("DELETE FROM core_config_data WHERE path LIKE '%/client_secret'");
show($cli->run(['sync', $source]), $cli, 'no secret');

echo "-- named\n";
$cli->env['ACO_KEY_FILE'] = "$cli->dir/own.key";
show($cli->init(), $cli, 'missing');
file_put_contents("$cli->dir/own.key", str_repeat('0f', 32) . "\n");
unlink("$cli->state/aco.key");
show($cli->init(), $cli, 'there');
check('no other key is made', !file_exists("$cli->state/aco.key"));
show($cli->run(['sync', $source]), $cli, 'sync');
?>
--EXPECT--
missing [2] The key file DIR/state/aco.key is missing: restore it, or run config:init with the client secret again.
config:show says it: yes
another [2] The stored client secret cannot be decrypted with the key file DIR/state/aco.key: restore the key it was stored with, or run config:init with the client secret again.
no key [2] The key file DIR/state/aco.key must contain 64 hexadecimal digits and nothing else: restore it, or remove it and run config:init with the client secret again.
put back [0] 
damaged secret [2] The stored client secret cannot be decrypted with the key file DIR/state/aco.key: restore the key it was stored with, or run config:init with the client secret again.
no secret [2] No client secret is stored: run config:init with ACO_CLIENT_SECRET set.
-- named
missing [2] The key file DIR/own.key is missing: create it with (umask 077; openssl rand -hex 32 > DIR/own.key) or correct ACO_KEY_FILE.
there [0] 
no other key is made: yes
sync [0]
