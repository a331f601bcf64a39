<?php

/**
 * Sends snapshots of orders in runs of bin/aco, some of which are killed, to a sandbox that fails at random. Is every
 * event there, once by its id and with the body that was written first, and nothing of a website that is off?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;

require __DIR__ . '/../../bench/autoload.php';
require __DIR__ . '/../../cli/vendor/autoload.php';
require __DIR__ . '/../cli/cli.inc';
require __DIR__ . '/../cli/orders.inc';
require __DIR__ . '/../experience/histories.inc';

const USAGE = <<<'TEXT'
    Usage: tests/stress/run orders-soak [--snapshots N] [--histories] [--faults SHARE] [--kills N] [--runs N]
                                        [--seed N] [--json]

      --snapshots N   snapshots of orders, five of each order (default 50000)
      --histories     orders with random histories and as many snapshots as these have: invoiced, shipped, cancelled
                      and refunded in parts, with decimals, bundles and virtual lines; bodies are compared with a
                      model of what happened
      --faults SHARE  share of the requests that fail (default 0.2)
      --kills N       runs to end by kill -9 at a random moment (default 50)
      --runs N        files that the snapshots are spread over (default 10)
      --seed N        the same snapshots as in an earlier run (default: random)
      --json          print one JSON document instead of text

    TEXT;

const STEPS = 5;
const WEBSITES = ['base', 'base', 'base', 'base', 'base', 'base', 'eu', 'eu', '', 'off'];
const EARLIEST_KILL_US = 80_000;
const MAX_LEFTOVER_RUNS = 100;

/** The snapshots of an order that a soak has: always the last, others left out, repeated and out of order. */
function snapshots(int $number): array
{
    $website = WEBSITES[$number % count(WEBSITES)];
    $life = array_map(
        static fn (array $order): array => $website === '' ? array_diff_key($order, ['websiteCode' => 1]) : $order,
        life($number, $website),
    );
    $chosen = [$life[STEPS - 1]];
    while (count($chosen) < STEPS) {
        $chosen[] = $life[mt_rand(0, STEPS - 1)];
    }

    return $chosen;
}

function history(int $number, int $seed): History
{
    return new History($number, $seed, WEBSITES[$number % count(WEBSITES)]);
}

/** The last snapshot of a history and some of the others, some of them twice. */
function snapshots_of(History $history): array
{
    $chosen = [$history->snapshots[count($history->snapshots) - 1]];
    foreach ($history->snapshots as $snapshot) {
        array_push($chosen, ...array_fill(0, mt_rand(0, 2), $snapshot));
    }

    return $chosen;
}

/** @return list<string> files */
function write_snapshots(Cli $cli, int $orders, int $runs, ?int $seed): array
{
    $lines = [];

    for ($number = 1; $number <= $orders; $number++) {
        foreach ($seed === null ? snapshots($number) : snapshots_of(history($number, $seed)) as $order) {
            $lines[] = json_encode($order) . "\n";
        }
    }

    for ($i = count($lines) - 1; $i > 0; $i--) {
        $j = mt_rand(0, $i);
        [$lines[$i], $lines[$j]] = [$lines[$j], $lines[$i]];
    }

    $files = [];

    foreach (array_chunk($lines, (int) ceil(count($lines) / $runs)) as $n => $chunk) {
        file_put_contents($files[] = "$cli->dir/orders-$n.jsonl", implode('', $chunk));
    }

    return $files;
}

/** @return list<string> ids */
function expected_ids(int $orders): array
{
    $mapper = new Aco\Experience\OrderMapper(settings([], ['off' => ['backOfficeEvents' => false]]));
    $ids = [];
    for ($number = 1; $number <= $orders; $number++) {
        $website = WEBSITES[$number % count(WEBSITES)];
        $order = array_diff_key(life($number, $website)[STEPS - 1], $website === '' ? ['websiteCode' => 1] : []);

        foreach ($mapper->map($order) as $event) {
            $ids[] = $event->id;
        }
    }
    sort($ids);

    return $ids;
}

/** @return list<string> ids, from the model */
function ids_of_histories(int $orders, int $seed): array
{
    $ids = [];
    for ($number = 1; $number <= $orders; $number++) {
        $history = history($number, $seed);
        if ($history->website !== 'off') {
            array_push($ids, ...array_keys($history->events(count($history->snapshots) - 1)));
        }
    }
    sort($ids);

    return $ids;
}

/** How many events have a body that the model has at some step of their order; the first of the others are told. */
function events_as_modelled(Cli $cli, int $orders, int $seed): int
{
    $held = [];

    for ($offset = 0; ; $offset += 1000) {
        $page = json_decode(file_get_contents("{$cli->sandbox['url']}/api/events?limit=1000&offset=$offset"), true);
        foreach ($page['events'] as $event) {
            $held[(int) $event['event']['xdm']['commerce']['order']['purchaseID']][] = json_encode(
                $event['event']['xdm'],
            );
        }

        if ($offset + 1000 >= $page['total']) {
            break;
        }
    }

    $right = $told = 0;

    for ($number = 1; $number <= $orders; $number++) {
        $history = history($number, $seed);

        foreach ($held[$number] ?? [] as $body) {
            $xdm = json_decode($body, true);
            $difference = 'is not expected';
            for ($step = count($history->snapshots) - 1; $step >= 0 && $difference !== ''; $step--) {
                $expected = $history->events($step)[$xdm['_id']] ?? null;
                $difference = $expected === null ? $difference : History::difference($xdm, $expected);
            }

            $right += $difference === '' ? 1 : 0;

            if ($difference !== '' && $told++ < 5) {
                fwrite(STDERR, "order $number: $xdm[eventType]: $difference\n");
            }
        }
    }

    return $right;
}

/** Whether it was killed before its end. */
function run_and_kill(Cli $cli, string $file, float $seconds): bool
{
    $null = fopen('/dev/null', 'r+');
    $process = $cli->start(['orders:sync', $file], [], [$null, $null, $null]);
    usleep(random_int(EARLIEST_KILL_US, EARLIEST_KILL_US + (int) ($seconds * 1e6)));
    $status = proc_get_status($process);
    if ($status['running']) {
        posix_kill($status['pid'], 9);
    }

    while (proc_get_status($process)['running']) {
        usleep(500);
    }

    return $status['running'];
}

$options = Options::read(
    USAGE,
    [
        'snapshots' => 50_000, 'faults' => 0.2, 'kills' => 50.0, 'runs' => 10, 'seed' => random_int(1, 999_999),
        'json' => false, 'histories' => false,
    ],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    mt_srand($options['seed']);
    $orders = intdiv($options['snapshots'], STEPS);
    $cli = (new Cli())->startSandbox();
    configure($cli);
    $cli->run(['experience:config', '--website=eu', '--datastream-id=11111111-2222-3333-4444-555555555555']);
    $cli->run(['experience:config', '--website=off', '--back-office-events=off']);
    $files = write_snapshots($cli, $orders, $options['runs'], $options['histories'] ? $options['seed'] : null);
    $share = $options['faults'] / 5;
    $faults = [
        ['type' => 'status', 'status' => 503], ['type' => 'status', 'status' => 502], ['type' => 'reset'],
        ['type' => 'reset-after'],
        ['type' => 'truncate'],
    ];
    foreach ($faults as $n => $fault) {
        // At most one fault strikes a request: each gets its share of those that the ones before leave.
        $cli->fault(['match' => ['path' => '/ee/'], 'probability' => $share / (1 - $n * $share), 'fault' => $fault]);
    }

    $start = microtime(true);
    $kills = $runs = 0;
    $longest = 1.0;
    foreach ($files as $n => $file) {
        $wanted = (int) round($options['kills'] * ($n + 1) / count($files));
        for ($tries = 0; $kills < $wanted && $tries < 20 * $options['kills']; $tries++) {
            $kills += run_and_kill($cli, $file, $longest) ? 1 : 0;
        }
        $began = microtime(true);
        $code = $cli->run(['orders:sync', $file])->code;
        $longest = max(0.3, microtime(true) - $began);
        $runs++;
        if ($code === 2) {
            throw new RuntimeException('A run ended with 2');
        }
    }
    for ($left = 0; $left < MAX_LEFTOVER_RUNS; $left++) {
        $result = $cli->run(['orders:sync', '-', '--json']);
        $runs++;
        if ($result->code === 0) {
            break;
        }
    }
    $seconds = microtime(true) - $start;

    $expected = $options['histories'] ? ids_of_histories($orders, $options['seed']) : expected_ids($orders);
    $held = held_events($cli);
    $ids = array_column($held, 'id');
    $pdo = $cli->pdo();
    $log = file_get_contents("$cli->state/log/aco.log");
    $report = [
        'seconds' => round($seconds, 1),
        'kills' => $kills,
        'runs' => $runs,
        'events' => count($expected),
        'deliveries' => array_sum(array_column($held, 'deliveries')),
        'requests' => json_decode(file_get_contents("{$cli->sandbox['url']}/api/state"), true)['requests']['byStatus'],
    ];
    if (!$options['json']) {
        printf(
            "%s of %d orders, seed %d: %.1f s, %d runs to their end, %d killed\n%d events, delivered %d times; requests by status: %s\n\n",
            $options['histories'] ? 'random histories' : $orders * STEPS . ' snapshots', $orders, $options['seed'],
            $seconds, $runs, $kills, $report['events'], $report['deliveries'], json_encode($report['requests']),
        );
    }
    $goals = new Goals();
    $goals->atLeast('killed runs', $options['kills'], $kills);
    $goals->atMost('events lost', 0, count(array_diff($expected, $ids)));
    $goals->atMost('events nobody wanted', 0, count(array_diff($ids, $expected)));
    $goals->atMost('of a website that is off', 0, count(
        array_filter($held, static fn (array $event): bool => $event['website'] === 'off'),
    ));
    $goals->atMost('events with two bodies', 0, array_sum(array_column($held, 'differing')));
    if ($options['histories']) {
        $goals->atLeast(
            'events as the model has them',
            count($expected),
            events_as_modelled($cli, $orders, $options['seed']),
        );
    }
    if ($options['faults'] == 0 && $options['kills'] == 0) {
        $goals->atMost('events that came more than once', 0, $report['deliveries'] - count($held));
    }
    $goals->atMost('rows not delivered', 0, (int) $pdo->query('SELECT COUNT(*) FROM aco_order_events WHERE status <> 200 OR payload IS NOT NULL')->fetchColumn());
    $goals->atMost('rows too many or too few', 0, abs(
        count($expected) - (int) $pdo->query('SELECT COUNT(*) FROM aco_order_events')->fetchColumn(),
    ));
    $goals->atMost('shoppers in the log', 0, preg_match_all('/@example|1 Main|shopper/', $log));
    $goals->conclude($options + $report, $options['json']);
});
