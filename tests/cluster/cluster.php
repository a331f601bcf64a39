<?php

/**
 * Three hosts that share a tenant, and what may happen to them: see README.md. Started by run, in namespaces of its
 * own.
 */

declare(strict_types=1);

use Aco\Bench\CannotRun;
use Aco\Bench\Command;
use Aco\Cluster\Faults\FaultCommand;
use Aco\Cluster\Network;
use Aco\Cluster\Quota\GrantsCommand;
use Aco\Cluster\Quota\QuotaCommand;

require __DIR__ . '/autoload.php';

const USAGE = <<<'TEXT'
    Usage: tests/cluster/run TEST [OPTION]...

      quota    three hosts with two processes each send at a rate that they share
      grants   what a store adds to a request
      faults   nodes die, freeze and are cut off at random moments while they sync

    tests/cluster/run TEST --help lists the options of a test; tests/cluster/README.md says what it checks.
    Exit code 0: passed, 1: failed, 2: wrong usage, 77: the test cannot run here.

    TEXT;

$test = match ($argv[1] ?? '') {
    'quota' => QuotaCommand::run(...),
    'grants' => GrantsCommand::run(...),
    'faults' => FaultCommand::run(...),
    default => null,
};

if ($test === null) {
    $isHelp = in_array($argv[1] ?? '', ['-h', '--help'], true);
    fwrite($isHelp ? STDOUT : STDERR, USAGE);
    exit($isHelp ? 0 : 2);
}

if (Network::skipReason() !== '') {
    fwrite(STDERR, 'tests/cluster: ' . Network::skipReason() . "\n");
    exit(77);
}

$folder = getenv('ACO_CLUSTER_FOLDER') ?: throw new CannotRun('Start this with tests/cluster/run');
chmod($folder, 0755);
Command::run(static fn () => $test($folder, array_slice($argv, 2)));
