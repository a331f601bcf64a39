<?php

/** 30 % of the requests fail. */

declare(strict_types=1);

fault(['type' => 'status', 'status' => 503], 0.3);
$prices = [];
for ($i = 20; $i < 30; $i++) {
    $prices[] = ['price', "aco-test-$i", (string) (100 + $i)];
}
act(...$prices);
act('drop', 'aco-test-40');
act('invalidate');
later(4);
noFaults();
later(2);
compare('30 % of requests failed');
expectRequests('unchanged reindex', 0, static fn () => act('reindex'));
