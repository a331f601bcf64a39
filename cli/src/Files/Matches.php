<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

/** Paths in a folder by a pattern of glob(). */
final class Matches
{
    /**
     * The name of the folder is taken as it is, whatever characters of patterns are in it.
     *
     * @return list<string>
     */
    public static function in(string $folder, string $pattern, int $flags = 0): array
    {
        return glob(addcslashes($folder, '*?[\\') . "/$pattern", $flags) ?: [];
    }
}
