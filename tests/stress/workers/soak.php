<?php

/**
 * Sends its items until all of them are settled, and prints what the server has to hold then.
 */

declare(strict_types=1);

use Aco\Stress\Soak\Assortment;
use Aco\Stress\Soak\Backlog;
use Aco\Stress\Soak\Findings;
use Aco\Stress\Soak\Run;

require __DIR__ . '/../../../bench/autoload.php';

const MAX_RUNS = 1000;
const MAX_RUNS_WITHOUT_PROGRESS = 25;

ini_set('memory_limit', '-1');
ini_set('serialize_precision', '-1');

[
    'url' => $url, 'process' => $process, 'seed' => $seed, 'items' => $items, 'without' => $without,
] = json_decode($argv[1], true);
mt_srand($seed + $process);

$entries = [];
foreach (['products', 'prices'] as $feed) {
    $entries[$feed] = (new Assortment($feed, $process, $without))->make(intdiv($items, 2));
}
$findings = new Findings();
// In ten runs at least, so that what failed meets what is new.
$backlog = new Backlog($entries, max(100, intdiv($items, 20)));
$idle = 0;
for ($runs = 0; $runs < MAX_RUNS && $idle < MAX_RUNS_WITHOUT_PROGRESS && ($next = $backlog->next()) !== []; $runs++) {
    (new Run($url, $findings))->send($next);
    $idle = $backlog->settle($next) > 0 ? 0 : $idle + 1;
}
foreach ($backlog->unsettled() as $key) {
    $findings->add("$key is not settled after $runs runs, $idle of them without any progress");
}

echo json_encode([
    'runs' => $runs,
    'given' => array_sum(array_map('count', $entries)),
    'findings' => $findings->texts,
    'findingsCount' => $findings->count,
    'expectations' => $backlog->expectations(),
], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
