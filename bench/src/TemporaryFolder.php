<?php

declare(strict_types=1);

namespace Aco\Bench;

/**
 * A folder that is there as long as this object.
 */
final class TemporaryFolder
{
    public readonly string $path;

    public function __construct()
    {
        $this->path = sys_get_temp_dir() . '/aco-bench-' . bin2hex(random_bytes(6));
        if (!@mkdir($this->path, 0700)) {
            throw new \RuntimeException("Cannot create the folder $this->path");
        }
    }

    /** A folder below it. */
    public function folder(string $name): string
    {
        $path = "$this->path/$name";
        if (!is_dir($path) && !@mkdir($path, 0700)) {
            throw new \RuntimeException("Cannot create the folder $path");
        }

        return $path;
    }

    public function __destruct()
    {
        $entries = new \RecursiveIteratorIterator(
            new \RecursiveDirectoryIterator($this->path, \FilesystemIterator::SKIP_DOTS),
            \RecursiveIteratorIterator::CHILD_FIRST,
        );
        foreach ($entries as $entry) {
            $entry->isDir() && !$entry->isLink() ? rmdir($entry->getPathname()) : unlink($entry->getPathname());
        }
        rmdir($this->path);
    }
}
