<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Verify\StorefrontConfig;
use Aco\Connection;
use Aco\Exception\ApiException;
use Aco\Exception\AuthenticationException;
use Aco\Exception\TransportException;

/** Settings that are checked but not yet stored. */
final class Setup
{
    /** Settings that do not affect the connection. */
    private const ASIDE = [
        Setting::REQUESTS_PER_SECOND, Setting::PRODUCTS_PER_MINUTE, Setting::PRICES_PER_MINUTE, Setting::CONCURRENCY,
        Setting::SHARED_STORE, Setting::SHARED_STORE_USER, Setting::SHARED_HOSTS,
        Setting::GRAPHQL_URL, Setting::VIEW_IDS, Setting::PRICE_BOOKS, Setting::POLICIES, Setting::LOCALE_HEADER,
        Setting::CHANGES, Setting::METADATA_HEADER, Setting::RESEND_PRICES, Setting::MENU_PARENTS,
    ];

    /** @param array<string, ?string> $changes to what is stored; null removes */
    private function __construct(
        public readonly Connection $connection,
        public readonly array $changes,
        /** Null when the connection stays as it was. */
        public readonly ?bool $credentialsChecked,
        /** Whether items went to another address or tenant before. */
        public readonly bool $hasOtherReceiver = false,
    ) {
    }

    /**
     * @param array<string, string> $stored
     * @param array<string, ?string> $given null removes
     */
    public static function prepare(
        array $stored,
        array $given,
        bool $isNewSecret,
        #[\SensitiveParameter] string $clientSecret,
    ): self {
        $changes = $given;
        $changes[Setting::ADDRESS_FROM] = self::addressFrom($stored, $given);
        $values = self::merge($stored, $changes);
        self::validate($values);
        ConnectionFactory::limits($values);

        $isTouched = $isNewSecret || array_diff_key($given, array_flip(self::ASIDE)) !== [];
        $looksUp = $changes[Setting::ADDRESS_FROM] === Setting::FROM_LOOK_UP;
        if ($looksUp && !$isTouched && isset($values[Setting::INGESTION_URL])) {
            StorefrontConfig::of($values);

            return new self(ConnectionFactory::connection($values, $clientSecret), $changes, null);
        }

        $checksCredentials = $looksUp || isset($given[Setting::CCM_URL]);
        $found = $checksCredentials ? self::discover($values, $clientSecret) : null;
        $changes += match ($changes[Setting::ADDRESS_FROM]) {
            Setting::FROM_LOOK_UP => [Setting::INGESTION_URL => $found->ingestionUrl, Setting::REGION => null],
            Setting::FROM_REGION => [Setting::INGESTION_URL => ConnectionFactory::ingestionUrl($values)],
            default => [Setting::REGION => null],
        };

        $changes[Setting::STUDIO_URL] = $found?->studioUrl;
        $connection = $looksUp ? $found : ConnectionFactory::connection(self::merge($values, $changes), $clientSecret);
        $changes[Setting::INGESTION_URL] = $connection->ingestionUrl;
        TenantType::check(
            $stored,
            $given[Setting::TYPE] ?? null,
            $connection->tenantId,
            $connection->ingestionUrl,
        );
        $type = TenantType::ofAddress($connection->ingestionUrl);
        if ($type !== null) {
            $changes[Setting::TYPE] = $type;
        }

        StorefrontConfig::of(self::merge($values, $changes));

        return new self(
            $connection,
            $changes,
            $isTouched ? $checksCredentials : null,
            self::isOther($stored, $connection),
        );
    }

    /** @param array<string, string> $stored */
    private static function isOther(array $stored, Connection $connection): bool
    {
        return isset($stored[Setting::INGESTION_URL], $stored[Setting::TENANT_ID])
            && [$stored[Setting::INGESTION_URL], $stored[Setting::TENANT_ID]]
                !== [$connection->ingestionUrl, $connection->tenantId];
    }

    /**
     * @param array<string, string> $stored
     * @param array<string, ?string> $given
     */
    private static function addressFrom(array $stored, array $given): string
    {
        if (isset($given[Setting::INGESTION_URL], $given[Setting::REGION])) {
            throw new CommandFailure('Give either --ingestion-url or --region with --type.');
        }

        return match (true) {
            isset($given[Setting::INGESTION_URL]) => Setting::FROM_OPTION,
            isset($given[Setting::REGION]) => Setting::FROM_REGION,
            isset($given[Setting::CCM_URL]) => Setting::FROM_LOOK_UP,
            default => $stored[Setting::ADDRESS_FROM] ?? Setting::FROM_LOOK_UP,
        };
    }

    /**
     * The settings that are needed and neither stored nor given.
     *
     * @param array<string, string> $stored
     * @param array<string, ?string> $given null removes
     * @return list<string>
     */
    public static function missing(array $stored, array $given): array
    {
        $values = self::merge($stored, [Setting::ADDRESS_FROM => self::addressFrom($stored, $given)] + $given);
        $required = [Setting::TENANT_ID, Setting::CLIENT_ID];

        if ($values[Setting::ADDRESS_FROM] === Setting::FROM_LOOK_UP) {
            $required[] = Setting::ORG_ID;
        } elseif ($values[Setting::ADDRESS_FROM] === Setting::FROM_REGION) {
            $required[] = Setting::TYPE;
        }

        return array_values(array_filter($required, static fn (string $name): bool => !isset($values[$name])));
    }

    /** @param array<string, string> $values */
    private static function validate(array $values): void
    {
        $changes = [Setting::CHANGES_WHOLE, Setting::CHANGES_PATCH];
        if (!in_array($values[Setting::CHANGES] ?? Setting::CHANGES_WHOLE, $changes, true)) {
            throw new CommandFailure('--changes must be whole or patch.');
        }

        foreach (Setting::SWITCHES as $name) {
            if (!in_array($values[$name] ?? Setting::ON, [Setting::ON, Setting::OFF], true)) {
                throw new CommandFailure('--' . Setting::option($name) . ' must be on or off.');
            }
        }

        if (!in_array($values[Setting::TYPE] ?? 'sandbox', ['sandbox', 'production'], true)) {
            throw new CommandFailure('--type must be sandbox or production.');
        }

        foreach ([Setting::PRODUCTS_PER_MINUTE, Setting::PRICES_PER_MINUTE, Setting::CONCURRENCY] as $name) {
            if (!preg_match('/^\d{1,9}$/D', $values[$name] ?? '0')) {
                throw new CommandFailure('--' . Setting::option($name) . ' must be a whole number.');
            }
        }

        if (!preg_match('/^\d{1,9}(\.\d{1,9})?$/D', $values[Setting::REQUESTS_PER_SECOND] ?? '0')) {
            throw new CommandFailure('--requests-per-second must be a number such as 2 or 0.5.');
        }
    }

    /** @param array<string, string> $values */
    private static function discover(array $values, #[\SensitiveParameter] string $clientSecret): Connection
    {
        try {
            return ConnectionFactory::discover($values, $clientSecret);
        } catch (AuthenticationException | ApiException | TransportException $e) {
            // The messages of the first two already say what to check.
            throw new CommandFailure(
                ucfirst(rtrim($e->getMessage(), '.')) . '. Nothing was stored' . ($e instanceof TransportException
                    ? ': check the network and the addresses, and whether --proxy or --ca-file is needed.'
                    : '.'),
                $e->isRetryable() ? ExitCode::NOTHING_DELIVERED : ExitCode::USAGE,
                $e,
            );
        }
    }

    /**
     * @param array<string, string> $values
     * @param array<string, ?string> $changes
     * @return array<string, string>
     */
    private static function merge(array $values, array $changes): array
    {
        return array_filter(array_replace($values, $changes), static fn (?string $value): bool => $value !== null);
    }
}
