<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/**
 * The column `feed_hash`: the hash of the body, and, where this command has read the item, a dot and the fingerprint of
 * its text. Whoever writes another hash thereby forgets the fingerprint.
 */
final class StoredHash
{
    /** In place of a hash: the item is to be sent again, whatever it is. */
    public const TO_SEND_AGAIN = '-';

    /** Characters of a fingerprint that stand for the version and the settings of the mapping. */
    private const SETTINGS = 4;
    private const FINGERPRINT = 22;

    public static function encode(string $hash, string $fingerprint): string
    {
        return $fingerprint === '' ? $hash : "$hash.$fingerprint";
    }

    public static function hash(string $stored): string
    {
        $end = strpos($stored, '.');

        return $end === false ? $stored : substr($stored, 0, $end);
    }

    /** "" when there is none. */
    public static function fingerprint(string $stored): string
    {
        return ($stored[-self::FINGERPRINT - 1] ?? '') === '.' ? substr($stored, -self::FINGERPRINT) : '';
    }

    /**
     * Whether the fingerprint of an item that has not changed is worth noting. Where the text has changed without its
     * item, as an export with the time in every line, it would be of no use next time either.
     */
    public static function isNews(string $fingerprint, string $noted): bool
    {
        return $fingerprint !== ''
            && ($noted === '' || strncmp($fingerprint, $noted, self::SETTINGS) !== 0);
    }
}
