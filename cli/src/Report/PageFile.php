<?php

declare(strict_types=1);

namespace Aco\Cli\Report;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;

/** Writes a page in one step, so that nobody ever reads half of it. Links and modes of this user stay. */
final class PageFile
{
    public static function write(string $path, string $html): void
    {
        $file = OwnFile::target($path);
        if (OwnFile::isSpecial($file)) {
            throw new CommandFailure("$path is not a file: name another one.");
        }

        if (!OwnFile::replace($file, $html, null)) {
            throw new CommandFailure("$path cannot be written: check its folder and the free space.");
        }
    }
}
