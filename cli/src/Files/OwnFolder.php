<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

use Aco\Cli\CommandFailure;

/** A folder whose files no other user can put there, change or replace. */
final class OwnFolder
{
    private const MODE = 07777;
    private const STICKY = 01000;
    private const MAX_LINKS = 40;

    /**
     * @param string $name its name in messages, such as "state folder"
     * @throws CommandFailure says what is wrong with the existing folder, and what to do
     */
    public static function check(string $path, string $name): void
    {
        $fault = self::fault($path, false);
        if ($fault !== '') {
            throw new CommandFailure("The $name $path $fault.");
        }
    }

    /** The same for a folder that others may add files to, but not remove this user's files from. */
    public static function checkShared(string $path, string $name): void
    {
        $fault = self::fault($path, true);
        if ($fault !== '') {
            throw new CommandFailure("The $name $path $fault.");
        }
    }

    /** @throws CommandFailure when this user may not enter the folder or one above it, so that it seems to be empty */
    public static function checkOpen(string $path, string $name): void
    {
        clearstatcache();
        for ($folder = $path; !is_dir($folder) && $folder !== dirname($folder);) {
            $folder = dirname($folder);
        }

        if (!is_executable($folder) || ($folder === $path && !is_readable($folder))) {
            throw new CommandFailure(
                "The $name $path is closed to this user, who may not enter $folder: run the command as the user who "
                . 'owns it, or use another folder.'
            );
        }
    }

    public static function isSafe(string $path): bool
    {
        return self::fault($path, false) === '';
    }

    /** Resolves the path component by component, as the system does. */
    private static function fault(string $path, bool $isShared): string
    {
        clearstatcache();
        $names = explode('/', $path[0] === '/' ? $path : getcwd() . "/$path");
        $here = '';
        $links = 0;
        $stat = null;

        while ($names !== []) {
            $name = array_shift($names);
            if ($name === '' || $name === '.') {
                continue;
            }

            if ($name === '..') {
                $here = rtrim(dirname($here === '' ? '/' : $here), '/');
                $stat = lstat("$here/");
                continue;
            }

            $fault = $stat === null ? '' : self::faultOfParent($here, $stat);
            $stat = @lstat("$here/$name");
            if ($fault !== '' || $stat === false) {
                return $fault ?: 'cannot be inspected: check its parent folders';
            }

            if (is_link("$here/$name")) {
                $target = (string) readlink("$here/$name");

                if (!Owners::isTrusted($stat['uid']) || ++$links > self::MAX_LINKS) {
                    return "is reached through the symbolic link $here/$name of another user: "
                        . 'give the path of the folder itself';
                }

                array_unshift($names, ...explode('/', $target));
                $here = ($target[0] ?? '') === '/' ? '' : $here;
                $stat = null;
                continue;
            }

            $here = "$here/$name";
        }

        return $stat === null ? '' : self::faultOfItself($stat, $isShared);
    }

    /** @param array<int|string, int> $stat */
    private static function faultOfParent(string $path, array $stat): string
    {
        $path = $path === '' ? '/' : $path;

        return match (true) {
            !Owners::isTrusted($stat['uid'])
                => "can be replaced by another user, who owns $path: use a folder elsewhere",
            Owners::mayOthersWrite($stat) && ($stat['mode'] & self::STICKY) === 0 => sprintf(
                'can be replaced by other users, who can write to %s (mode %04o): '
                    . 'run chmod go-w on it, or use a folder elsewhere',
                $path,
                $stat['mode'] & self::MODE,
            ),
            default => '',
        };
    }

    /** @param array<int|string, int> $stat */
    private static function faultOfItself(array $stat, bool $isShared): string
    {
        $isSticky = ($stat['mode'] & self::STICKY) !== 0;

        return match (true) {
            !Owners::isTrusted($stat['uid'])
                => 'belongs to another user: run the command as that user, or use another folder',
            Owners::mayOthersWrite($stat) && !($isShared && $isSticky) => sprintf(
                'is writable by other users (mode %04o): run chmod %s on it, or use another folder',
                $stat['mode'] & self::MODE,
                $isShared ? '+t' : 'go-w',
            ),
            default => '',
        };
    }
}
