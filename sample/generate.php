#!/usr/bin/env php
<?php

/**
 * Writes the sample catalog: one file of feed items a feed, and scopes.json.
 */

declare(strict_types=1);

use Aco\Sample\Catalog;
use Aco\Sample\Folder;

const USAGE = <<<'TEXT'
    Usage: php sample/generate.php DIR [--products N] [--feed F]...

      DIR           output folder, created if missing
      --products N  number of products (default 2000)
      --feed F      write only this feed: products, productAttributes, categories, prices or priceBooks

    TEXT;

function usage(string $problem): never
{
    fwrite(STDERR, "$problem\n\n" . USAGE);
    exit(2);
}

$autoload = __DIR__ . '/../cli/vendor/autoload.php';
if (!is_file($autoload)) {
    fwrite(STDERR, "Dependencies are missing. Run: composer install --working-dir=cli\n");
    exit(2);
}
require $autoload;

$directory = null;
$products = Catalog::PRODUCTS;
$feeds = [];
$arguments = array_slice($argv, 1);
while ($arguments !== []) {
    $argument = array_shift($arguments);
    if ($argument === '--help' || $argument === '-h') {
        echo USAGE;
        exit(0);
    }
    if (!str_starts_with($argument, '-')) {
        $directory === null || usage("One folder only: $argument is too much");
        $directory = $argument;
        continue;
    }
    [$option, $value] = explode('=', $argument, 2) + [1 => null];
    if ($option !== '--products' && $option !== '--feed') {
        usage("Unknown option $option");
    }
    $value ??= array_shift($arguments) ?? usage("$option needs a value");
    if ($option === '--products') {
        $products = filter_var($value, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1]])
            ?: usage("--products takes a number from 1, not $value");
    } else {
        in_array($value, Catalog::FEEDS, true) || usage("There is no feed $value");
        $feeds[] = $value;
    }
}
if ($directory === null) {
    usage('Which folder?');
}

try {
    $catalog = new Catalog($products);
    $folder = new Folder($directory);
    foreach ($feeds ?: Catalog::FEEDS as $feed) {
        [$items, $bytes] = $folder->writeLines("$feed.jsonl", $catalog->items($feed));
        printf("%-24s %9d items %12d bytes\n", "$feed.jsonl", $items, $bytes);
    }
    if ($feeds === []) {
        printf("%-24s %15s %12d bytes\n", 'scopes.json', '', $folder->writeDocument('scopes.json', $catalog->scopes()));
    }
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
