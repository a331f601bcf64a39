<?php

declare(strict_types=1);

use Aco\Cli\Application;
use Aco\Cli\Start\StartCache;

if (PHP_VERSION_ID < 80100) {
    fwrite(STDERR, 'aco: PHP 8.1 or later is required; this is PHP ' . PHP_VERSION . ".\n");
    exit(2);
}
require __DIR__ . '/functions.php';
require __DIR__ . '/src/Start/StartCache.php';

$root = dirname(__DIR__);
// Else this is an installed package, or one file with everything in it.
$isCheckout = is_file("$root/config.m4");
$archive = str_starts_with($root, 'phar://') ? Phar::running(false) : null;

StartCache::leaveForeign($archive ?? "$root/bin/aco", $_SERVER['argv']);

if (!extension_loaded('aco')) {
    fwrite(STDERR, match (true) {
        is_file("$root/modules/aco.so") => "aco: $root/modules/aco.so cannot be loaded by PHP " . PHP_VERSION . ' ('
            . PHP_BINARY . "): rebuild it with this version's phpize, or set the environment variable PHP to another "
            . "PHP.\n",
        $isCheckout => "aco: the PHP extension aco is not loaded: build it (cd $root && phpize && ./configure && make) "
            . "or enable an installed one with extension=aco in php.ini.\n",
        default => 'aco: the PHP extension aco is not loaded: install it for PHP ' . PHP_VERSION . ' (' . PHP_BINARY
            . "), and enable it with extension=aco in php.ini.\n",
    });
    exit(2);
}

foreach (['json', 'openssl', 'pdo', 'zlib'] as $extension) {
    if (!extension_loaded($extension)) {
        fwrite(STDERR, "aco: the PHP extension $extension is missing: install it, or enable it in php.ini.\n");
        exit(2);
    }
}

try {
    require __DIR__ . '/vendor/autoload.php';
} catch (Error) {
    fwrite(STDERR, 'aco: the libraries in ' . __DIR__ . '/vendor cannot be loaded: run composer install -d ' . __DIR__
        . ", and let this user read its files.\n");
    exit(2);
}

StartCache::prepare();

$arguments = $_SERVER['argv'];
// Symfony's help and completion show how the command is called.
$_SERVER['PHP_SELF'] = $_SERVER['argv'][0] = $isCheckout ? 'bin/aco' : 'aco';

try {
    $exitCode = (new Application())->main($arguments);
} catch (Error $e) {
    // A failure outside of Application::main(), which reports all others.
    fwrite(STDERR, 'aco: ' . (Application::sentenceOfDisabled($e) ?? "unexpected error: {$e->getMessage()}.") . "\n");
    $exitCode = 3;
}

exit($exitCode);
