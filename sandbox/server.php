<?php

/**
 * The sandbox without the rest of the command line tool: php sandbox/server.php --port 0 --json
 */

declare(strict_types=1);

use Aco\Sandbox\SandboxCommand;
use Symfony\Component\Console\Application;

// Standard output has the ready line, which programs read.
ini_set('display_errors', 'stderr');

require __DIR__ . '/../cli/vendor/autoload.php';

$application = new Application('aco sandbox');
$application->add(new SandboxCommand());
$application->setDefaultCommand('sandbox', true);
$application->run();
