<?php

/**
 * Runs one of the servers: its class and the parameters of its constructor are in the first argument, as JSON.
 */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

ini_set('memory_limit', '-1');
set_time_limit(0);
// Who started this ends it; ^C is for them.
if (function_exists('pcntl_signal')) {
    pcntl_signal(SIGINT, SIG_IGN);
}
['class' => $class, 'settings' => $settings] = json_decode($argv[1], true);
(new $class(...$settings))->run();
