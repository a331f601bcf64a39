<?php

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $folders = [
        'Aco\\Bench\\Reference\\' => __DIR__ . '/reference/',
        'Aco\\Bench\\Servers\\' => __DIR__ . '/servers/',
        'Aco\\Bench\\' => __DIR__ . '/src/',
        'Aco\\Cluster\\' => __DIR__ . '/../tests/cluster/src/',
        'Aco\\Stress\\' => __DIR__ . '/../tests/stress/src/',
        'Aco\\Sample\\' => __DIR__ . '/../sample/src/',
    ];
    foreach ($folders as $prefix => $folder) {
        if (str_starts_with($class, $prefix)) {
            require $folder . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';

            return;
        }
    }
});
