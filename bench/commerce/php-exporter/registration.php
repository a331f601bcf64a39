<?php

declare(strict_types=1);

use Magento\Framework\Component\ComponentRegistrar;

ComponentRegistrar::register(ComponentRegistrar::MODULE, 'Aco_PhpExporter', __DIR__);

// The mapping in PHP that the benchmarks of the project compare with.
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Aco\Bench\Reference\\')) {
        $file = substr($class, strlen('Aco\Bench\Reference\\')) . '.php';
        require get_cfg_var('bench.project') . "/bench/reference/$file";
    }
});
