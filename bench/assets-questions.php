<?php

/**
 * Asks the external matcher of the sandbox, which takes its time, about assets with bin/aco. How many answers are
 * recorded in an hour?
 */

declare(strict_types=1);

use Aco\Bench\Command;
use Aco\Bench\Goals;
use Aco\Bench\Options;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';
require __DIR__ . '/../tests/assets/external_rule.inc';

const USAGE = <<<'TEXT'
    Usage: bench/assets-questions [--questions N] [--delay MS] [--concurrency N] [--json]

      --questions N    assets (default 5000)
      --delay MS       time the matcher takes (default 100)
      --concurrency N  questions in flight (default 16, the command's own)
      --json           print one JSON document instead of text

    TEXT;

$options = Options::read(
    USAGE,
    ['questions' => 5000, 'delay' => 100, 'concurrency' => 16, 'json' => false],
    array_slice($argv, 1),
);

Command::run(static function () use ($options): void {
    $cli = (new Cli())->startSandbox();
    matched_shop($cli, ["--matcher-concurrency={$options['concurrency']}"]);
    $cli->fault([
        'match' => ['path' => '/asset-to-product$'], 'fault' => ['type' => 'delay', 'ms' => $options['delay']],
    ]);
    $events = '';
    for ($i = 0; $i < $options['questions']; $i++) {
        $events .= event("a$i", $i % 50);
    }
    $start = microtime(true);
    $answered = sync($cli, $events)->json()['matcher']['answered'];
    $seconds = microtime(true) - $start;
    $goals = new Goals();
    $goals->atLeast('answers', $options['questions'], $answered);
    $goals->atLeast('answers an hour', 250_000, $answered / $seconds * 3600);
    $goals->conclude(['options' => $options, 'seconds' => round($seconds, 1)], $options['json']);
});
