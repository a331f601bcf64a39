--TEST--
Journal and webhook, with faults and kills: the store shows what the model says, and nothing forged is accepted
--SKIPIF--
<?php
require __DIR__ . '/../cli/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') && is_executable('/usr/bin/setsid')
    ? ''
    : 'skip posix or setsid is missing');
?>
--FILE--
<?php
require __DIR__ . '/arrivals.inc';

$seed = random_int(1, 999_999);
mt_srand($seed);
foreach (['journal', 'webhook'] as $way) {
    $cli = (new Cli())->startSandbox();
    journal_shop($cli, ['--journal-limit=40', "--webhook-keys-url={$cli->sandbox['url']}"]);
    $events = arriving($way === 'journal' ? 600 : 200, $seed);
    $counts = $way === 'journal'
        ? through_journal($cli, $events, 6, 0.2, 1.2)
        : through_webhook($cli, $events, 4, 0.2);
    $wrong = unlike_the_model($cli, $events);
    echo "$way: ", $wrong === [] ? 'as the model' : "seed $seed: " . implode(' ', $wrong), ', ',
        $counts['acceptedForgeries'] ?? 0, " forgeries accepted\n";
    $cli->stopSandbox();
}
?>
--EXPECT--
journal: as the model, 0 forgeries accepted
webhook: as the model, 0 forgeries accepted
