<?php

declare(strict_types=1);

require __DIR__ . '/../../bench/autoload.php';
require __DIR__ . '/../../cli/vendor/autoload.php';
