<?php

/**
 * Processes send as fast as they may to servers that count strictly: do they use the whole quota together, and never
 * more?
 */

declare(strict_types=1);

use Aco\Bench\CannotRun;
use Aco\Bench\Certificate;
use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;
use Aco\Bench\Process;
use Aco\Bench\TemporaryFolder;
use Aco\Stress\Quota\Scenario;
use Aco\Stress\Quota\Trial;

require __DIR__ . '/../../bench/autoload.php';

const PROCESSES = [1, 4];
const PURPOSE = 'this needs openssl';

const USAGE = <<<'TEXT'
    Usage: tests/stress/run quota [--only NAME] [--processes N] [--seconds N] [--kill] [--busy N] [--json]

      --only NAME    one quota, such as "2 requests/s" (default: all at the same time)
      --processes N  processes that share a quota (default: 1, and 4 at the same time)
      --seconds N    how long to measure, from the first request on (default 120)
      --kill         kill -9 one of the processes each second, and start another
      --busy N       keep the processors busy with N endless loops
      --json         print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['only' => null, 'processes' => null, 'seconds' => 120, 'kill' => false, 'busy' => null, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $scenarios = Scenario::all();
    if ($options['only'] !== null) {
        $scenarios = [$scenarios[$options['only']] ?? throw new CannotRun(
            '--only is one of: ' . implode(', ', array_keys($scenarios)),
        )];
    }
    $folder = new TemporaryFolder();
    $certificate = "$folder->path/certificate.pem";
    Certificate::make($certificate, "$folder->path/key.pem", PURPOSE);
    file_put_contents($certificate, file_get_contents("$folder->path/key.pem"), FILE_APPEND);
    $loops = [];
    for ($n = (int) $options['busy']; $n > 0; $n--) {
        $loops[] = new Process([PHP_BINARY, '-n', '-r', 'while (true);']);
    }
    $trials = [];
    foreach ($scenarios as $scenario) {
        foreach ($options['processes'] === null ? PROCESSES : [max(1, (int) $options['processes'])] as $processes) {
            $trials[] = new Trial($scenario, $processes, $certificate, $folder->folder('state-' . count($trials)));
        }
    }
    array_map(static fn (Trial $trial) => $trial->waitForTheFirst(), $trials);
    for ($second = 0; $second < $options['seconds']; $second++) {
        sleep(1);
        foreach ($trials as $trial) {
            $trial->crew->check();
            if ($options['kill'] && $trial->crew->size > 1) {
                $trial->crew->replaceOne();
            }
        }
    }
    array_map(static fn (Trial $trial) => $trial->crew->dismiss(), $trials);
    $rows = array_merge(...array_map(static fn (Trial $trial): array => $trial->rows($options['seconds']), $trials));

    $line = "%-20s %-9s %9s %8s %6s   %s\n";
    $options['json'] || printf($line, 'quota', '', 'processes', 'used, %', '429', 'most in a bucket, a fixed window, any window; the limit');
    $goals = new Goals();
    foreach ($rows as $row) {
        $most = "$row[bucket], $row[fixed], $row[rolling]; $row[limit]";
        $options['json'] || printf(
            $line,
            $row['scenario'],
            $row['quota'],
            $row['processes'],
            number_format($row['used'], 1),
            $row['refused'],
            $most,
        );
        $label = "$row[scenario], $row[processes]: ";
        if ($row['toBeUsed'] && !$options['kill']) {
            $goals->atLeast("{$label}used", 97, $row['used']);
        }
        if ($row['quota'] !== ($row['toBeUsed'] ? $row['quota'] : 'requests')) {
            continue;
        }
        $goals->atMost("{$label}answers 429", 0, $row['refused']);
        // One may be killed right after it got the token, before the others can see it.
        $goals->atMost("{$label}tokens", $row['killed'] > 0 ? 2 : 1, $row['tokens']);
    }
    echo $options['json'] ? '' : "\n";
    $goals->conclude(['options' => $options, 'rows' => $rows], $options['json']);
});
