<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** The lock of a database that is a file: a locked file beside it. */
final class FileLock implements RunLock
{
    /** @param resource $handle */
    private function __construct(private $handle)
    {
    }

    /** @return self|string who holds it, "" when that is not known, in place of the lock */
    public static function acquire(string $path): self|string
    {
        $umask = umask(0077);
        $handle = @fopen($path, 'c+');
        umask($umask);
        if ($handle === false) {
            throw new CommandFailure("The lock file $path cannot be written: let this user write its folder.");
        }
        if (!flock($handle, LOCK_EX | LOCK_NB)) {
            $holder = trim((string) stream_get_contents($handle, 20));

            return ctype_digit($holder) ? "process $holder" : '';
        }
        // Only for a message: a full disk must not keep the sync from sending.
        ftruncate($handle, 0);
        @fwrite($handle, (string) getmypid());

        return new self($handle);
    }

    public function release(): void
    {
        ftruncate($this->handle, 0);
        flock($this->handle, LOCK_UN);
        fclose($this->handle);
    }
}
