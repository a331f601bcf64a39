<?php

/**
 * Works off events in bursts with bin/aco against a sandbox that takes its time and fails now and then. How long does
 * it take from the time of an event until the store has acknowledged what follows from it?
 */

declare(strict_types=1);

use Aco\Bench\Assets\Events;
use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';
require __DIR__ . '/../tests/cli/cli.inc';

const USAGE = <<<'TEXT'
    Usage: bench/assets-sla [--events N] [--burst N] [--delay MS] [--faults SHARE] [--rate N] [--seed N] [--json]

      --events N      events (default 3000: if none is late, 99.9 % are in time with 95 % confidence)
      --burst N       events that arrive together (default 100)
      --delay MS      time the sandbox takes to respond (default 50)
      --faults SHARE  share of the requests that fail (default 0.05)
      --rate N        limit of requests per second; 0: none (default 10, the sink's own)
      --seed N        the same events as in an earlier run (default: random)
      --json          print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    [
        'events' => 3000, 'burst' => 100, 'delay' => 50, 'faults' => 0.05, 'rate' => 10.0,
        'seed' => random_int(1, 999_999), 'json' => false,
    ],
    array_slice($argv, 1),
);

/** @throws CannotRun */
function succeed(Result $result): Result
{
    return $result->code <= 1 ? $result : throw new CannotRun("bench/assets-sla: $result->err");
}

Command::run(static function () use ($options): void {
    $paths = ['path' => '/external-media/', 'method' => 'POST'];
    $cli = (new Cli())->startSandbox([
        '--fault', json_encode(
            ['match' => $paths, 'probability' => $options['faults'], 'fault' => ['type' => 'status', 'status' => 503]],
        ),
        '--fault', json_encode(['match' => $paths, 'fault' => ['type' => 'delay', 'ms' => $options['delay']]]),
        '--seed', (string) $options['seed'],
    ]);
    succeed($cli->init());
    succeed($cli->run(['assets:config', "--commerce-url={$cli->sandbox['url']}", '--consumer-key=sandbox-consumer-key',
        '--program-id=100', '--environment-id=200', "--requests-per-second={$options['rate']}"], [
            'ACO_ASSETS_CONSUMER_SECRET' => 'sandbox-consumer-secret',
            'ACO_ASSETS_ACCESS_TOKEN' => 'sandbox-access-token',
            'ACO_ASSETS_ACCESS_TOKEN_SECRET' => 'sandbox-access-token-secret',
        ]));
    $start = microtime(true);
    $events = (new Events(
        $options['events'],
        $options['seed'],
        intdiv($options['events'], 3),
        intdiv($options['events'], 4),
    ))->all();
    $writes = 0;
    foreach (array_chunk($events, $options['burst']) as $burst) {
        $lines = '';
        foreach ($burst as $event) {
            $event['time'] = (new DateTimeImmutable())->format('Y-m-d\TH:i:s.uP');
            $lines .= json_encode($event) . "\n";
        }
        $writes += succeed($cli->run(['assets:sync', '-', '--json'], [], $lines))->json()['changes']['delivered'];
    }
    for ($try = 0; $try < 10 && succeed($cli->run(['assets:status', '--json']))->json()['sla']['waiting'] > 0; $try++) {
        $writes += succeed($cli->run(['assets:sync', '/dev/null', '--json']))->json()['changes']['delivered'];
    }
    $sla = succeed($cli->run(['assets:status', '--json']))->json()['sla'];
    $goals = new Goals();
    foreach ($sla['targets'] as $target) {
        $goals->atLeast("share within {$target['withinSeconds']} s", $target['target'], $target['share'] ?? 0.0);
    }
    $goals->atMost('events not applied', 0, $sla['waiting']);
    if (!$options['json']) {
        printf(
            "seed %d: %d events in bursts of %d, %d ms an answer, %.0f %% faults; %d applied, %d writes, %.0f s\n",
            $options['seed'],
            $options['events'],
            $options['burst'],
            $options['delay'],
            100 * $options['faults'],
            $sla['applied'],
            $writes,
            microtime(true) - $start,
        );
        foreach ($sla['seconds'] as $name => $seconds) {
            printf("%-6s %8.3f s\n", $name, $seconds);
        }
    }
    $goals->conclude(['options' => $options, 'writes' => $writes, 'sla' => $sla], $options['json']);
});
