<?php

declare(strict_types=1);

namespace Aco\Cli\Files;

/** Decides which users' files, folders and links this process may use. */
final class Owners
{
    /** The effective user of this process; null when unknown. */
    public static function self(): ?int
    {
        $user = function_exists('posix_geteuid') ? posix_geteuid() : @fileowner('/proc/self');

        return $user === false ? null : $user;
    }

    /** Trusts this user, root, and the owner of the program, who could change it anyway. */
    public static function isTrusted(int $owner): bool
    {
        $self = self::self();

        return $self === null || in_array($owner, [$self, 0, @fileowner('/'), fileowner(__FILE__)], true);
    }

    /**
     * A private group has the user's number, by convention.
     *
     * @param array<int|string, int> $stat of a folder
     */
    public static function mayOthersWrite(array $stat): bool
    {
        return self::self() !== null
            && (($stat['mode'] & 0002) !== 0 || (($stat['mode'] & 0020) !== 0 && $stat['gid'] !== $stat['uid']));
    }
}
