<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * Looks for a program that is to be run.
 */
final class Program
{
    /** Its path. System folders are looked through, too, which are in the PATH of root only. */
    public static function find(string $name, string $purpose): string
    {
        foreach ([...explode(':', (string) getenv('PATH')), '/usr/sbin', '/usr/local/sbin'] as $folder) {
            if (is_file("$folder/$name") && is_executable("$folder/$name")) {
                return "$folder/$name";
            }
        }
        throw new CannotRun("$name is not installed; $purpose");
    }
}
