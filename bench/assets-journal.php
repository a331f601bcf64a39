<?php

/**
 * Events of assets reach a shop through the journal and through the webhook of Adobe I/O, while requests fail and
 * processes are killed. Does the store show exactly what a simple model says?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';
require __DIR__ . '/../tests/assets/arrivals.inc';

const USAGE = <<<'TEXT'
    Usage: bench/assets-journal [--events N] [--kills N] [--faults SHARE] [--way journal|webhook] [--seed N] [--json]

      --events N      events through each of them (default 20000)
      --kills N       kill -9 of a command or of the receiver (default 50)
      --faults SHARE  share of the requests that fail, and of the deliveries that are forged, broken off or repeated
                      (default 0.2)
      --way WAY       only this one
      --seed N        the same events as in an earlier run (default: random)
      --json          print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    [
        'events' => 20_000, 'kills' => 50, 'faults' => 0.2, 'way' => null, 'seed' => random_int(1, 999_999),
        'json' => false,
    ],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $goals = new Goals();
    $report = [];
    foreach ($options['way'] === null ? ['journal', 'webhook'] : [$options['way']] as $way) {
        $cli = (new Cli())->startSandbox();
        journal_shop($cli, ["--webhook-keys-url={$cli->sandbox['url']}"]);
        $events = arriving($options['events'], $options['seed']);
        mt_srand($options['seed']);
        $start = microtime(true);
        $counts = $way === 'journal'
            ? through_journal($cli, $events, $options['kills'], $options['faults'], $options['events'] * 0.0001)
            : through_webhook($cli, $events, $options['kills'], $options['faults']);
        $counts['seconds'] = round(microtime(true) - $start);
        $report[$way] = $counts + ['wrong' => unlike_the_model($cli, $events)];
        $cli->stopSandbox();
        $goals->atMost("$way: SKUs unlike the model", 0, count($report[$way]['wrong']));
        $goals->atLeast("$way: kills", $options['kills'], $counts['kills']);
        $goals->atMost("$way: forgeries accepted", 0, $counts['acceptedForgeries'] ?? 0);
        if (!$options['json']) {
            printf("%s, seed %d: %s\n", $way, $options['seed'], json_encode($report[$way]));
        }
    }
    $goals->conclude(['options' => $options] + $report, $options['json']);
});
