--TEST--
sync: a first sync that is killed while its table has no index of the ids is completed by the next
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (function_exists('posix_kill') ? '' : 'skip posix_kill() is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

const ROUNDS = 6;

$cli = (new Cli())->startSandbox();
$cli->init();
$pdo = $cli->pdo();
$pdo->exec('PRAGMA busy_timeout=10000');
$hasIndex = static fn (): bool => (bool) $pdo
    ->query("SELECT COUNT(*) FROM sqlite_master WHERE name = 'cde_products_feed_feed_id'")->fetchColumn();

/** Several chunks; every tenth item comes twice, the second time in another chunk. */
$source = static function (int $round) use ($cli): array {
    $text = str_repeat("long text $round ", 400);
    $items = [];
    for ($i = 0; $i < 1500; $i++) {
        $items[] = product("P-$i", ['description' => $text]);
        if ($i >= 700 && $i % 10 === 0) {
            $items[] = product('P-' . ($i - 700), ['name' => "again in $round", 'description' => $text]);
        }
    }

    return [$cli->write('products.jsonl', $items), array_column($items, 'name', 'sku')];
};

/** Starts a first sync and kills it when $isTime(seconds since the start). */
$kill = static function (string $path, callable $isTime) use ($cli): void {
    $null = fopen('/dev/null', 'r+');
    $start = microtime(true);
    $process = $cli->start(['sync', $path], [], [$null, $null, $null]);
    while (!$isTime(microtime(true) - $start) && proc_get_status($process)['running']) {
        usleep(500);
    }
    posix_kill(proc_get_status($process)['pid'], 9);
    proc_close($process);
};

$withoutIndex = 0;
$longest = 2.0;
for ($round = 0; $round < ROUNDS; $round++) {
    $pdo->exec('DELETE FROM cde_products_feed');
    [$path, $names] = $source($round);
    $moment = random_int(100, (int) ($longest * 1000)) / 1000;
    // The first two are killed as soon as the index is gone, and when there are rows without it.
    $kill($path, match ($round) {
        0 => static fn (): bool => !$hasIndex(),
        1 => static fn (): bool => !$hasIndex()
            && $pdo->query('SELECT COUNT(*) FROM cde_products_feed')->fetchColumn() > 1000,
        default => static fn (float $seconds): bool => $seconds >= $moment,
    });
    $withoutIndex += $hasIndex() ? 0 : 1;

    if ($round === 1) {
        $waiting = $cli->run(['status', '--json'])->json()['feeds']['products'];
        check('status counts', $waiting['waiting'] + $waiting['delivered'] > 1000, $waiting);
        check('an item is found', $cli->run(['item', 'P-1'])->code === 0);
        $dry = $cli->run(['resync', '--feed=products', $path, '--dry-run', '--json']);
        check('a dry run compares', $dry->code === 0 && $dry->feed('products')['read'] === 1580, $dry);
        check('and makes the index', $hasIndex());
    }

    $start = microtime(true);
    $result = $cli->run(['sync', $path, '--json']);
    $longest = max($longest, microtime(true) - $start);
    $result->code === 0 || check("round $round", false, $result);

    $held = array_column($cli->held('products'), 'name', 'sku');
    ksort($held);
    ksort($names);
    $rows = $cli->rows('cde_products_feed');
    check("round $round", $held === $names && $hasIndex()
        && count($rows) === 1500 && count(array_unique(array_column($rows, 'feed_id'))) === 1500
        && array_unique(array_column($rows, 'status')) === [200]);
}
check('killed without the index', $withoutIndex >= 2, $withoutIndex);
?>
--EXPECT--
round 0: yes
status counts: yes
an item is found: yes
a dry run compares: yes
and makes the index: yes
round 1: yes
round 2: yes
round 3: yes
round 4: yes
round 5: yes
killed without the index: yes
