<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;

/** The lock of a database that is a file: a locked file beside it. */
final class FileLock implements RunLock
{
    /** @param resource $handle */
    private function __construct(private $handle)
    {
    }

    /** @return self|string the lock, or its holder, "" when unknown */
    public static function acquire(string $path): self|string
    {
        $handle = OwnFile::open($path, 'c+');
        if ($handle === null) {
            $fault = OwnFile::fault($path);
            throw new CommandFailure(match (true) {
                $fault !== '' => "The lock file $path $fault: remove it.",
                is_file($path) => "The lock file $path cannot be written: remove it while nothing runs.",
                default => "The lock file $path cannot be made: grant this user write access to its folder.",
            });
        }

        if (!flock($handle, LOCK_EX | LOCK_NB)) {
            $holder = trim((string) stream_get_contents($handle, 20));

            return ctype_digit($holder) ? "process $holder" : '';
        }

        // The holder is only named in messages: a full disk must not keep the sync from sending.
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

    /** The kernel keeps the lock for as long as the process lives. */
    public function guard(): void
    {
    }

    public function renew(): void
    {
    }
}
