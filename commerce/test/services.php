<?php

/** What a scenario and a benchmark of a shop need beside the shop: its database and a sandbox. */

declare(strict_types=1);

/** By the default connection of app/etc/env.php. */
function openDatabase(string $shop): PDO
{
    $settings = (require "$shop/app/etc/env.php")['db']['connection']['default'];
    [$host, $port] = explode(':', (string) $settings['host']) + [1 => '3306'];
    $server = str_contains($host, '/') ? "unix_socket=$host" : "host=$host;port=$port";

    return new PDO(
        "mysql:$server;dbname=$settings[dbname];charset=utf8mb4",
        $settings['username'],
        $settings['password'],
    );
}

/** Starts a sandbox that ends with this script; returns its port once it responds. */
function startSandbox(string $project, string $work): int
{
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr((string) strrchr(stream_socket_get_name($socket, false), ':'), 1);
    fclose($socket);

    $sandbox = proc_open(
        ["$project/bin/aco", 'sandbox', '--port', (string) $port, '--log', "$work/sandbox.log"],
        [1 => ['file', "$work/sandbox.out", 'w'], 2 => ['redirect', 1]],
        $pipes,
    );
    register_shutdown_function(static function () use ($sandbox): void {
        proc_terminate($sandbox);
        proc_close($sandbox);
    });

    for ($i = 0; @file_get_contents("http://127.0.0.1:$port/api/state") === false; $i++) {
        if ($i === 600) {
            fwrite(STDERR, 'The sandbox does not start: ' . file_get_contents("$work/sandbox.out"));
            exit(2);
        }
        usleep(100_000);
    }

    return $port;
}
