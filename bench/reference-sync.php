<?php

/**
 * The sync of an unchanged catalog with the mapping in PHP: the same libraries, reader, store and comparison as
 * bin/aco.
 */

declare(strict_types=1);

use Aco\Bench\ReferenceSyncCommand;
use Symfony\Component\Console\Application;
use Symfony\Component\Console\Input\InputOption;

require __DIR__ . '/../cli/vendor/autoload.php';
require __DIR__ . '/autoload.php';

$application = new Application();
$application->getDefinition()->addOptions([
    new InputOption('state-dir', null, InputOption::VALUE_REQUIRED),
    new InputOption('dsn', null, InputOption::VALUE_REQUIRED),
    new InputOption('table-prefix', null, InputOption::VALUE_REQUIRED),
    new InputOption('json', null, InputOption::VALUE_NONE),
]);
$application->add(new ReferenceSyncCommand());
$application->run();
