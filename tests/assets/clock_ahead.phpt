--TEST--
assets:sync --due: what a clock that was ahead had put off for longer than any backoff is due; what waits for its backoff is not
--SKIPIF--
<?php require __DIR__ . '/../cli/cli.inc'; echo skip_reason(); ?>
--FILE--
<?php
require __DIR__ . '/external_rule.inc';

const MATCHER = '/asset-to-product$';
const COMMERCE = '/V1/';

$cli = (new Cli())->startSandbox();
matched_shop($cli);
mkdir("$cli->state/assets-spool", 0700, true);
$due = static fn (): string => summary(sync($cli, '', ['--due']));
$scheduled = static fn (): string => json_encode(array_column(
    $cli->run(['cron', '--once', '--json'])->json()['runs'],
    'exitCode',
    'job',
)['assets:sync'] ?? null) . "\n";
/** Everything that waits was noted by a clock that was so many seconds ahead. */
$put = static fn (int $seconds) => array_map(
    static fn (string $table) => $cli->pdo()->exec(
        "UPDATE $table SET due_at = due_at + 1000 * $seconds WHERE status NOT IN (0, 200)"
    ),
    ['aem_question', 'aem_asset', 'aem_product'],
);
$waits = static fn () => print(json_encode(array_map(
    static fn (string $table): int => $cli->pdo()->query(
        "SELECT COUNT(*) FROM $table WHERE due_at > 1000 * (strftime('%s', 'now') + 60)"
    )->fetchColumn(),
    ['aem_question', 'aem_asset', 'aem_product'],
)) . "\n");

foreach (['a question' => [MATCHER, 1], 'a change' => [COMMERCE, 2]] as $label => [$path, $second]) {
    echo "-- $label\n";
    answer_asset($cli, 'a', ["S-$label" => 'image']);
    $cli->fault(['match' => ['path' => $path], 'fault' => ['type' => 'status', 'status' => 500]]);
    sync($cli, event('a', $second));
    sync($cli, '');
    $waits();
    $cli->clearFaults();
    echo 'due before its time: ', $due();
    $put(365 * 86400);
    $waits();
    echo 'due: ', $label === 'a change' ? $scheduled() : $due();
    $waits();
    show_media($cli);
}
?>
--EXPECT--
-- a question
[1,0,0]
due before its time: 0 {} {} {}
[1,0,0]
due: 0 {} {"answered":1} {"delivered":1}
[0,0,0]
  S-a question urn:a [image] 1
-- a change
[0,1,0]
due before its time: 0 {} {} {}
[0,1,0]
due: 0
[0,0,0]
  S-a change urn:a [image] 1
