<?php

/**
 * Sends items to a server that fails at random until all are settled. Is each one there exactly as it was given last?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Bench\Process;
use Aco\Bench\Server;
use Aco\Bench\TemporaryFolder;
use Aco\Stress\Servers\CatalogServer;
use Aco\Stress\Soak\Verdict;

require __DIR__ . '/../../bench/autoload.php';

const MAX_BODY = 20_000;

const USAGE = <<<'TEXT'
    Usage: tests/stress/run soak [--items N] [--faults SHARE] [--seed N] [--processes N] [--without LIST] [--json]

      --items N       items to send, all processes together (default 50000)
      --faults SHARE  share of the requests that fail (default 0.3)
      --seed N        the same items and faults as in an earlier run (default: random)
      --processes N   processes that send at the same time (default 1)
      --without LIST  faults and items to leave out, separated by commas: cases of
                      src/Servers/Fault.php and src/Soak/Nature.php, such as Silence,Poison
      --json          print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    [
        'items' => 50_000, 'faults' => 0.3, 'seed' => random_int(1, 999_999), 'processes' => 1, 'without' => null,
        'json' => false,
    ],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $without = $options['without'] === null ? [] : explode(',', $options['without']);
    $folder = new TemporaryFolder();
    $server = new Server(CatalogServer::class, [
        'faults' => $options['faults'],
        'seed' => $options['seed'],
        'without' => $without,
        'maxBytes' => in_array('Giant', $without, true) ? PHP_INT_MAX : MAX_BODY,
    ]);
    $start = hrtime(true);
    $workers = [];
    for ($process = 0; $process < $options['processes']; $process++) {
        $workers[] = Process::php(__DIR__ . '/workers/soak.php', [
            'url' => $server->url,
            'process' => $process,
            'seed' => $options['seed'],
            'items' => intdiv($options['items'], $options['processes']),
            'without' => $without,
        ], $folder->folder('state'));
    }
    $results = array_map(static fn (Process $worker): array => $worker->result(), $workers);
    $seconds = (hrtime(true) - $start) / 1e9;
    $seen = $server->report();
    $verdict = new Verdict($seen, $results);

    $report = [
        'seconds' => round($seconds, 2),
        'runs' => array_column($results, 'runs'),
        'given' => array_sum(array_column($results, 'given')),
        'held' => $verdict->delivered,
        'absent' => $verdict->absent,
        'requests' => $seen['requests'],
        'tokens' => $seen['tokens'],
        'counts' => $seen['counts'],
        'disagreements' => $verdict->texts(),
    ];
    if (!$options['json']) {
        $runs = implode(', ', $report['runs']);
        printf("%d items given, seed %d, %.1f seconds, runs: %s\n", $report['given'], $options['seed'], $seconds, $runs);
        printf("%d requests, %d tokens; the server holds %d items as it should, ", $seen['requests'], $seen['tokens'], $verdict->delivered);
        printf("%d are absent as they should\n\n", $verdict->absent);
        foreach ($seen['counts'] as $what => $count) {
            printf("  %-30s %6d\n", $what, $count);
        }
        echo "\n", implode("\n", $verdict->texts()), $verdict->texts() === [] ? '' : "\n";
    }
    $goals = new Goals();
    $goals->atMost('disagreements', 0, $verdict->disagreements());
    $goals->conclude($options + $report, $options['json']);
});
