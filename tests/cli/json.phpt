--TEST--
--json: one document on standard output from every command, in success and in failure, with the exit code
--SKIPIF--
<?php require __DIR__ . '/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const OTHERS = [
    'resend-failed', 'resync --feed=products', 'resync --feed=products products.jsonl', 'cleanup',
    'scope:disable --website=eu', 'scope:enable --website=eu',
];

function document(string $label, Result $result, int $code): void
{
    $document = json_decode($result->out, true);
    $exitCode = $document['error']['exitCode'] ?? $document['exitCode'] ?? 0;
    check($label, $result->code === $code && is_array($document) && $exitCode === $code
        && ($code < 2 || str_contains($result->err, $document['error']['message'])), $result);
}

$cli = new Cli();
$cli->write('products.jsonl', [...products(2), 'no JSON']);
foreach ([
    'config:init', 'config:show', 'sync products.jsonl', 'status', 'status --failed', 'estimate', 'cron --once', 'cron',
    ...OTHERS, 'nonsense', 'sync --frob',
] as $line) {
    document("$line, nothing configured", $cli->run([...explode(' ', $line), '--json']), 2);
}
$cli->startSandbox();
document(
    'config:init',
    $cli->run(['config:init', ...$cli->connectionOptions(), '--json'], ['ACO_CLIENT_SECRET' => 'sandbox-secret']),
    0,
);
document('config:show', $cli->run(['config:show', '--json']), 0);
document('sync', $cli->run(['sync', 'products.jsonl', '--json']), 1);
preg_match('/^\{"exitCode": 0, "feeds": \{"products".*?^```/ms', file_get_contents(ROOT . '/docs/command.md'), $match);
$sample = json_decode(rtrim($match[0], '`'), true);
$real = $cli->run(['sync', 'products.jsonl', '--json'])->json();
check('sync, the members of the page', array_keys($sample) === array_keys($real)
    && array_keys($sample['feeds']['products']) === array_keys($real['feeds']['products']), [$sample, $real]);
document('status', $cli->run(['status', '--json']), 0);
document('status --failed', $cli->run(['status', '--failed', '--json']), 0);
document('status --html', $cli->run(['status', '--html=page.html', '--json']), 0);
foreach (OTHERS as $line) {
    document($line, $cli->run([...explode(' ', $line), '--json']), str_ends_with($line, '.jsonl') ? 1 : 0);
}
document('estimate', $cli->run(['estimate', 'products.jsonl', '--json']), 1);
document('estimate of numbers', $cli->run(['estimate', '--products=1', '--json']), 0);
document('verbose', $cli->run(['sync', 'products.jsonl', '--json', '-vvv']), 1);
document('quiet', $cli->run(['status', '--json', '-q']), 0);
// Its exit code is the highest of all jobs.
check('cron --once', isset($cli->run(['cron', '--once', '--json'])->json()['runs']));
$cli->stopSandbox();
$cli->write('prices.jsonl', [price('A')]);
document('sync, nobody answers', $cli->run(['sync', 'prices.jsonl', '--json']), 3);
document(
    'config:init, nobody answers',
    $cli->run(['config:init', ...$cli->connectionOptions(), '--json'], ['ACO_CLIENT_SECRET' => 'sandbox-secret']),
    3,
);

echo "-- wrong key\n";
file_put_contents("$cli->dir/key", str_repeat('ab', 32));
foreach (['sync products.jsonl', 'cron --once', 'config:init --client-id=other'] as $line) {
    $result = $cli->run([...explode(' ', $line), '--json'], ['ACO_KEY_FILE' => "$cli->dir/key"]);
    document($line, $result, 2);
    show(new Result($result->code, '', $result->err), $cli, 'it says');
}
?>
--EXPECT--
config:init, nothing configured: yes
config:show, nothing configured: yes
sync products.jsonl, nothing configured: yes
status, nothing configured: yes
status --failed, nothing configured: yes
estimate, nothing configured: yes
cron --once, nothing configured: yes
cron, nothing configured: yes
resend-failed, nothing configured: yes
resync --feed=products, nothing configured: yes
resync --feed=products products.jsonl, nothing configured: yes
cleanup, nothing configured: yes
scope:disable --website=eu, nothing configured: yes
scope:enable --website=eu, nothing configured: yes
nonsense, nothing configured: yes
sync --frob, nothing configured: yes
config:init: yes
config:show: yes
sync: yes
sync, the members of the page: yes
status: yes
status --failed: yes
status --html: yes
resend-failed: yes
resync --feed=products: yes
resync --feed=products products.jsonl: yes
cleanup: yes
scope:disable --website=eu: yes
scope:enable --website=eu: yes
estimate: yes
estimate of numbers: yes
verbose: yes
quiet: yes
cron --once: yes
sync, nobody answers: yes
config:init, nobody answers: yes
-- wrong key
sync products.jsonl: yes
it says [2] The stored client secret cannot be decrypted with the key file DIR/key: restore the key it was stored with, or run config:init with the client secret again.
cron --once: yes
it says [2] The stored client secret cannot be decrypted with the key file DIR/key: restore the key it was stored with, or run config:init with the client secret again.
config:init --client-id=other: yes
it says [2] The stored client secret cannot be decrypted with the key file DIR/key: restore the key it was stored with, or run config:init with the client secret again.
