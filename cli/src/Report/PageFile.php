<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\CommandFailure;

/** Writes a page in one step, so that nobody ever reads half of it. */
final class PageFile
{
    public static function write(string $path, string $html): void
    {
        $temporary = "$path." . getmypid() . '.tmp';
        $written = @file_put_contents($temporary, $html) === strlen($html) && @rename($temporary, $path);
        if (!$written) {
            @unlink($temporary);
            throw new CommandFailure("$path cannot be written: check its folder and the free space.");
        }
    }
}
