<?php

/**
 * Compares the rate with several requests in flight to that with one, to a service that takes its time.
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Bench\Process;
use Aco\Bench\Server;
use Aco\Bench\Servers\LatencyServer;
use Aco\Bench\TemporaryFolder;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: bench/latency [--delay-ms N] [--concurrency N] [--requests N] [--json]

      --delay-ms N     time the service takes to respond (default 200)
      --concurrency N  requests in flight (default 8)
      --requests N     requests to send, first concurrently, then one by one (default 40)
      --json           print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['delay-ms' => 200, 'concurrency' => 8, 'requests' => 40, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $folder = new TemporaryFolder();
    $figures = [];
    foreach (array_unique([1, $options['concurrency']]) as $concurrency) {
        $server = new Server(LatencyServer::class, ['delay' => $options['delay-ms'] / 1000]);
        $worker = Process::php(__DIR__ . '/workers/latency.php', [
            'url' => $server->url,
            'concurrency' => $concurrency,
            'requests' => $options['requests'],
        ], $folder->folder("state-$concurrency"));
        $result = $worker->result();
        $seen = $server->report();
        if ($result['status'] !== 200 || $seen['requests'] !== $options['requests']) {
            throw new RuntimeException("$seen[requests] of $options[requests] requests arrived, status $result[status]. $result[reason]");
        }
        $figures[$concurrency] =
            ['seconds' => $result['seconds'], 'rate' => $options['requests'] / $result['seconds']] + $seen;
    }

    if (!$options['json']) {
        printf("%d requests to a service that answers after %d ms\n\n", $options['requests'], $options['delay-ms']);
        printf("%10s %10s %12s %16s\n", 'in flight', 'seconds', 'requests/s', 'most at once');
        foreach ($figures as $concurrency => $row) {
            printf("%10d %10.2f %12.2f %16d\n", $concurrency, $row['seconds'], $row['rate'], $row['mostInFlight']);
        }
        echo "\n";
    }
    $goals = new Goals();
    // The connections have to be opened and the token has to be fetched in this time, too.
    $goals->atLeast(
        'rate compared to one by one',
        7 / 8 * $options['concurrency'],
        $figures[$options['concurrency']]['rate'] / $figures[1]['rate'],
    );
    $goals->conclude($options + ['figures' => $figures], $options['json']);
});
