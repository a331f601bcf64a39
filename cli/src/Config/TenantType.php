<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;

/** Keeps sandbox and production apart: mixing them damages the catalogs of both. */
final class TenantType
{
    private const SANDBOX = 'sandbox';
    private const PRODUCTION = 'production';
    public const ALL = [self::SANDBOX, self::PRODUCTION];

    /** The type that an address implies; null for an address that is not Adobe's. */
    public static function ofAddress(string $ingestionUrl): ?string
    {
        $isAdobes = preg_match(
            '#^https://[a-z0-9]+(-sandbox)?\.api\.commerce\.adobe\.com(?::443)?(?:/|$)#i',
            $ingestionUrl,
            $match,
        ) === 1;

        return match (true) {
            !$isAdobes => null,
            isset($match[1]) => self::SANDBOX,
            default => self::PRODUCTION,
        };
    }

    /**
     * Refuses a silent change of the type.
     *
     * @param array<string, string> $stored
     * @param ?string $given the option --type
     */
    public static function check(array $stored, ?string $given, string $tenantId, string $ingestionUrl): void
    {
        $found = self::ofAddress($ingestionUrl) ?? $given;
        $before = $stored[Setting::TYPE] ?? self::ofAddress($stored[Setting::INGESTION_URL] ?? '');

        if ($given !== null && $found !== $given) {
            throw new CommandFailure(
                "--type $given was given, but tenant $tenantId is of type $found (its address is $ingestionUrl): "
                . 'correct --tenant-id or --type. Nothing was stored.'
            );
        }

        if ($given !== null || $found === null || $found === $before) {
            return;
        }

        if ($before !== null) {
            throw new CommandFailure(
                "The stored settings are of type $before, and tenant $tenantId is of type $found: use a state "
                . "folder of its own with --state-dir, or give --type $found to replace these settings. "
                . 'Nothing was stored.'
            );
        }

        if ($found === self::PRODUCTION) {
            throw new CommandFailure(
                "Tenant $tenantId is a production tenant (its address is $ingestionUrl): give --type production "
                . 'when that is what you want. Nothing was stored.'
            );
        }
    }
}
