<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

/** A file that this user alone made: no link to one that is somebody else's, or meant for something else. */
final class OwnFile
{
    private const TYPE = 0170000;
    private const REGULAR = 0100000;
    /** Other processes of this user may replace a file while it is opened. */
    private const ATTEMPTS = 10;

    /** What is wrong with what has that name, as the rest of a sentence; "" when nothing is, or nothing is there. */
    public static function fault(string $path): string
    {
        clearstatcache(true, $path);
        $stat = @lstat($path);

        return match (true) {
            $stat === false => '',
            is_link($path) => 'is a symbolic link',
            ($stat['mode'] & self::TYPE) !== self::REGULAR => 'is not a regular file',
            !Owners::isTrusted($stat['uid']) => 'belongs to another user',
            $stat['nlink'] > 1 => 'has a second name (a hard link)',
            default => '',
        };
    }

    /** The file itself, for a link that this user made; else what was given. */
    public static function target(string $path): string
    {
        clearstatcache(true, $path);

        return is_link($path) && Owners::isTrusted(lstat($path)['uid']) ? (realpath($path) ?: $path) : $path;
    }

    /** Whether another user put something there, if only a link. */
    public static function isForeign(string $path): bool
    {
        clearstatcache(true, $path);
        $stat = @lstat($path);

        return $stat !== false && !Owners::isTrusted($stat['uid']);
    }

    /**
     * Opens it for this user alone, and makes it where it is missing. Never waits, as for the other end of a pipe.
     *
     * @param string $mode of fopen() that cuts nothing off
     * @return resource|null null when it cannot be opened, or is not ours
     */
    public static function open(string $path, string $mode)
    {
        for ($attempt = 0; $attempt < self::ATTEMPTS && self::fault($path) === ''; $attempt++) {
            $umask = umask(0077);
            $handle = @fopen($path, "{$mode}n");
            umask($umask);

            if ($handle === false) {
                return null;
            }

            clearstatcache(true, $path);
            $opened = fstat($handle);
            $named = @lstat($path);
            if ($named !== false && [$named['dev'], $named['ino']] === [$opened['dev'], $opened['ino']]) {
                return $handle;
            }
        }

        return null;
    }

    /**
     * Writes it in one step, so that nobody ever reads half of it: what had that name is not opened, but replaced.
     *
     * @param ?int $umask null: that of the process
     */
    public static function replace(string $path, string $bytes, ?int $umask = 0077): bool
    {
        $temporary = "$path." . bin2hex(random_bytes(8)) . '.tmp';
        $before = umask();
        umask($umask ?? $before);
        $handle = @fopen($temporary, 'xb');
        umask($before);

        if ($handle === false) {
            return false;
        }

        $written = @fwrite($handle, $bytes) === strlen($bytes);
        $written = @fclose($handle) && $written && @rename($temporary, $path);
        if (!$written) {
            @unlink($temporary);
        }

        return $written;
    }
}
