<?php

/**
 * Runs one of the services: the first argument is JSON with its class, the parameters of its constructor, a PEM file
 * for TLS or null, and where it listens unless on a free port of 127.0.0.1. Prints the port, answers
 * "report" on standard input with a line of JSON, and ends with its standard input.
 */

declare(strict_types=1);

use Aco\Sandbox\Server\Listener;
use React\EventLoop\Loop;

require __DIR__ . '/../autoload.php';
require __DIR__ . '/../../cli/vendor/autoload.php';

const IDLE_SECONDS = 3600.0;

ini_set('memory_limit', '-1');
set_time_limit(0);
// Whoever started this process ends it; Ctrl+C is for them.
if (function_exists('pcntl_signal')) {
    pcntl_signal(SIGINT, SIG_IGN);
}

$arguments = json_decode($argv[1], true);
['class' => $class, 'settings' => $settings, 'certificate' => $certificate] = $arguments;
['address' => $address, 'port' => $port] = $arguments + ['address' => '127.0.0.1', 'port' => 0];
$service = new $class(...$settings);
$listener = new Listener($address, $port, IDLE_SECONDS, PHP_INT_MAX, Loop::get(), $certificate);
$listener->start($service);
echo $listener->port(), "\n";

stream_set_blocking(STDIN, false);
Loop::addReadStream(STDIN, static function () use ($service): void {
    while (($line = fgets(STDIN)) !== false) {
        if (trim($line) === 'report') {
            echo json_encode($service->report(), JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR), "\n";
        }
    }
    if (feof(STDIN)) {
        exit;
    }
});
Loop::run();
