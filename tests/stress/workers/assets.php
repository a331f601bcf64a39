<?php

/**
 * Takes in events of assets and writes what follows from them, until it has done all or is killed.
 */

declare(strict_types=1);

use Aco\Cli\Assets\Unit;
use Aco\Stress\Assets\IndexRun;

require __DIR__ . '/../../../cli/vendor/autoload.php';
require __DIR__ . '/../../../bench/autoload.php';

$arguments = json_decode($argv[1], true, 8, JSON_THROW_ON_ERROR);
mt_srand(getmypid());
echo "begins\n";
$run = new IndexRun(
    $arguments['dsn'],
    $arguments['sink'],
    $arguments['unit'] === 'product' ? Unit::Product : Unit::Asset,
    $arguments['stepwise'],
    $arguments['faults'],
);
echo json_encode($run->run($arguments['events']), JSON_THROW_ON_ERROR), "\n";
