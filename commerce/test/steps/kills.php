<?php

/** The indexer is killed at random moments. */

declare(strict_types=1);

fault(['type' => 'delay', 'ms' => 300]);
$longest = microtime(true);
act(['invalidate'], ['cron']);
$longest = microtime(true) - $longest;

for ($i = 0; $i < (int) $kills; $i++) {
    act(
        ['price', 'aco-test-' . (20 + $i % 20), (string) (200 + $i)],
        ['set', 'aco-test-' . (20 + ($i * 7) % 20), 'name', "Killed $i"],
        ...($i % 2 === 0 ? [['invalidate']] : []),
    );
    $process = proc_open(
        [...$php, dirname(__DIR__) . '/shop.php', 'later', ',', 'cron'],
        [1 => ['file', '/dev/null', 'w'], 2 => ['redirect', 1]],
        $pipes,
        $shop,
    );
    usleep(random_int(0, (int) ($longest * 1e6)));
    proc_terminate($process, SIGKILL);
    proc_close($process);
}
noFaults();
later(2);
compare("indexer killed $kills times");
expectRequests('unchanged reindex', 0, static fn () => act('reindex'));
