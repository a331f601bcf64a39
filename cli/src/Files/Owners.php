<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

/** Whose files this process may work with: nobody else could have put a file, folder or link of theirs in our way. */
final class Owners
{
    /** The user that this process works as; null where PHP cannot tell. */
    public static function self(): ?int
    {
        $user = function_exists('posix_geteuid') ? posix_geteuid() : @fileowner('/proc/self');

        return $user === false ? null : $user;
    }

    /** Besides this user the system, and who has the program itself, as they may change it anyway. */
    public static function isTrusted(int $owner): bool
    {
        $self = self::self();

        return $self === null || in_array($owner, [$self, 0, @fileowner('/'), fileowner(__FILE__)], true);
    }

    /**
     * The group of a user alone has the user's number, by convention.
     *
     * @param array<int|string, int> $stat of a folder
     */
    public static function mayOthersWrite(array $stat): bool
    {
        return self::self() !== null
            && (($stat['mode'] & 0002) !== 0 || (($stat['mode'] & 0020) !== 0 && $stat['gid'] !== $stat['uid']));
    }
}
