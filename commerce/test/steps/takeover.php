<?php

/**
 * Feed tables that another exporter has filled: the service has what it sent, and its rows have statuses and hashes of
 * its own.
 */

declare(strict_types=1);

/** Leaves what the other exporter would: the service filled, rows that say so. */
$foreign = static function (int $from) use ($work, $port): void {
    act(['connect', $work, (string) $port], ['cron']);
    act('foreign');
    act(
        ['drop', "aco-test-$from"],
        ['products', (string) $from, '1'],
        ['set', 'aco-test-' . ($from + 1), 'name', 'Changed in between'],
        ['drop', 'aco-test-' . ($from + 2)],
    );
};
$accepted = static fn (): int => sandbox('/api/state')['requests']['acceptedItems'] ?? -1;
$all = static fn (): int => array_sum(rowCounts());

act('products', '50', '9');
$foreign(50);
$before = $accepted();
act(['connect', $work, (string) $port], ['cron']);
compare('tables of another exporter, as they are');
$sent = $accepted() - $before;
check(sprintf('... %d items sent: all %d once, deletions too', $sent, $all()), $sent >= $all(), "$sent");

$foreign(53);
[$code, $said] = run([...$php, 'bin/magento', 'aco:adopt'], $shop);
check('aco:adopt', $code === 0, $said);
$before = $accepted();
act(['connect', $work, (string) $port], ['cron']);
compare('tables of another exporter, adopted');
$sent = $accepted() - $before;
check("... $sent items sent of " . $all(), $sent > 0 && $sent < $all() / 4, "$sent");
expectRequests('unchanged reindex', 0, static fn () => act('reindex'));

$foreign(56);
act(['spoil', '2', '0'], ['spoil', '400', '1'], ['connect', $work, (string) $port], ['cron']);
compare('tables of another exporter with failed and rejected rows');
