<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Journal;

/** Links of the header Link (RFC 8288), as far as they lead to the server that gave them. */
final class Link
{
    private const MAX_LENGTH = 4000;

    /**
     * The address of the link with that relation; null when there is none, or when it leads elsewhere.
     *
     * @param string $links values of the header, joined by commas
     * @param string $base absolute address that they are relative to
     */
    public static function find(string $links, string $relation, string $base): ?string
    {
        preg_match_all('/<([^<>\s]{1,' . self::MAX_LENGTH . '})>((?:\s*;[^,<]*)*)/', $links, $found, PREG_SET_ORDER);

        foreach ($found as [, $target, $parameters]) {
            if (preg_match('/;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i', $parameters, $rel) === 1
                && in_array($relation, preg_split('/\s+/', strtolower($rel[1] !== '' ? $rel[1] : $rel[2])), true)) {
                return self::resolve($target, $base);
            }
        }

        return null;
    }

    /** Scheme, host and port in lower case; "" for an address with a user, behind whom another host may stand. */
    public static function origin(string $address): string
    {
        return preg_match('#^(https?)://([^/?\#@]+)(?:[/?\#]|$)#Di', $address, $part) === 1
            ? strtolower("$part[1]://$part[2]")
            : '';
    }

    private static function resolve(string $target, string $base): ?string
    {
        $origin = self::origin($base);
        // Whoever reads the path as that of another server would get the token.
        if (preg_match('#^/(?![/\\\\])[!-\[\]-~]*$#D', $target) === 1) {
            return $origin . $target;
        }

        $isSame = $origin !== '' && self::origin($target) === $origin;

        return $isSame && preg_match('#^[!-\[\]-~]+$#D', $target) === 1 ? $target : null;
    }
}
