<?php

declare(strict_types=1);

use Aco\Cli\Application;

if (PHP_VERSION_ID < 80100) {
    fwrite(STDERR, 'aco: PHP 8.1 or later is needed, this is PHP ' . PHP_VERSION . ".\n");
    exit(2);
}
require __DIR__ . '/functions.php';

if (!extension_loaded('aco')) {
    $root = dirname(__DIR__);
    fwrite(STDERR, is_file("$root/modules/aco.so")
        ? "aco: $root/modules/aco.so does not load into PHP " . PHP_VERSION . ' (' . PHP_BINARY . '): build it again '
            . "with this version's phpize, or name the right PHP in the environment variable PHP.\n"
        : "aco: the PHP extension aco is not loaded: build it (cd $root && phpize && ./configure && make) or enable an "
            . "installed one with extension=aco in php.ini.\n");
    exit(2);
}

require __DIR__ . '/vendor/autoload.php';

try {
    $exitCode = (new Application())->main($_SERVER['argv']);
} catch (Error $e) {
    // Before or beside the output of the application.
    fwrite(STDERR, 'aco: ' . (Application::sentenceOfDisabled($e) ?? "unexpected: {$e->getMessage()}.") . "\n");
    $exitCode = 3;
}

exit($exitCode);
