<?php

declare(strict_types=1);

namespace Aco\Cli\Log;

use Aco\Cli\Files\OwnFile;
use Aco\Cli\Files\OwnFolder;

/** A file of lines that several processes append to, bounded by rotation. A line that cannot be written is dropped. */
final class LogFile
{
    private const MAX_BYTES = 10485760;
    private const KEPT = 5;

    /** @var resource|null */
    private $handle = null;

    public function __construct(
        private readonly string $path,
        private readonly int $maxBytes = self::MAX_BYTES,
        private readonly int $kept = self::KEPT,
    ) {
    }

    /** @param string $line with its line end; goes out in one write, so lines of several processes never mix */
    public function append(string $line): bool
    {
        $handle = $this->current();
        if ($handle !== null && fstat($handle)['size'] + strlen($line) > $this->maxBytes) {
            $this->rotate(strlen($line));
            $handle = $this->current();
        }

        return $handle !== null && @fwrite($handle, $line) === strlen($line);
    }

    /** @return resource|null the file as it is now: another process may have rotated it */
    private function current()
    {
        clearstatcache(true, $this->path);
        $stat = @stat($this->path);
        if ($this->handle !== null && $stat !== false && $stat['ino'] === fstat($this->handle)['ino']) {
            return $this->handle;
        }

        $folder = dirname($this->path);
        if (!is_dir($folder)) {
            $umask = umask(0077);
            @mkdir($folder, 0700);
            umask($umask);
        }

        $this->handle = OwnFolder::isSafe($folder) ? OwnFile::open($this->path, 'ab') : null;

        return $this->handle;
    }

    private function rotate(int $bytes): void
    {
        $lock = OwnFile::open("{$this->path}.lock", 'c');
        if ($lock === null || !flock($lock, LOCK_EX)) {
            return;
        }

        clearstatcache(true, $this->path);
        // Of several processes that found the file full, the first rotates it.
        if ((@filesize($this->path) ?: 0) + $bytes > $this->maxBytes) {
            for ($number = $this->kept - 1; $number > 0; $number--) {
                @rename("{$this->path}.$number", "{$this->path}." . ($number + 1));
            }

            @rename($this->path, "{$this->path}.1");
        }

        fclose($lock);
    }
}
