<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

/** A file that only this user can have created: no link, and not another user's. */
final class OwnFile
{
    private const TYPE = 0170000;
    private const REGULAR = 0100000;
    private const LINK = 0120000;
    /** Other processes of this user may replace a file while it is opened. */
    private const ATTEMPTS = 10;

    /** What is wrong with the file, as the rest of a sentence; "" when it is fine or missing. */
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

    /** The target of a link that this user made; else the path itself. */
    public static function target(string $path): string
    {
        clearstatcache(true, $path);

        return is_link($path) && Owners::isTrusted(lstat($path)['uid']) ? (realpath($path) ?: $path) : $path;
    }

    /** Whether another user put something there, be it only a link. */
    public static function isForeign(string $path): bool
    {
        clearstatcache(true, $path);
        $stat = @lstat($path);

        return $stat !== false && !Owners::isTrusted($stat['uid']);
    }

    /** Whether something is there that is no file to be replaced: a device, a pipe, a folder. */
    public static function isSpecial(string $path): bool
    {
        clearstatcache(true, $path);
        $stat = @lstat($path);

        return $stat !== false && !in_array($stat['mode'] & self::TYPE, [self::REGULAR, self::LINK], true);
    }

    /**
     * Opens the file for this user alone, and creates it if missing. Never blocks, not even on a pipe.
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
     * Makes a file that is not there yet, not even as a link.
     *
     * @param string $mode of fopen(): one with x
     * @return resource|false
     */
    public static function create(string $path, string $mode, int $umask = 0077)
    {
        $before = umask($umask);
        $handle = @fopen($path, $mode);
        umask($before);

        return $handle;
    }

    /**
     * Replaces the file in one step, so that nobody ever reads half of it.
     *
     * @param ?int $umask null: the mode of the file, if this user has made it, else by the umask of the process
     */
    public static function replace(string $path, string $bytes, ?int $umask = 0077): bool
    {
        $mode = $umask === null && self::fault($path) === '' ? @fileperms($path) : false;
        $temporary = "$path." . bin2hex(random_bytes(8)) . '.tmp';
        $handle = self::create($temporary, 'xb', $umask ?? umask());
        if ($handle === false) {
            return false;
        }

        $written = @fwrite($handle, $bytes) === strlen($bytes);
        $written = @fclose($handle) && $written
            && ($mode === false || @chmod($temporary, $mode & 0777))
            && @rename($temporary, $path);
        if (!$written) {
            @unlink($temporary);
        }

        return $written;
    }
}
