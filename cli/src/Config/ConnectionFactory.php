<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Connection;
use Aco\Exception\InvalidArgumentException;
use Aco\Limits;
use Aco\Transport;

/** Creates the sending objects from stored settings. */
final class ConnectionFactory
{
    /** @param array<string, string> $values */
    public static function connection(array $values, #[\SensitiveParameter] string $clientSecret): Connection
    {
        return self::named(static fn (): Connection => new Connection(
            ...self::addresses($values),
            tenantId: $values[Setting::TENANT_ID] ?? '',
            clientId: $values[Setting::CLIENT_ID] ?? '',
            clientSecret: $clientSecret,
            ingestionUrl: $values[Setting::INGESTION_URL] ?? '',
            orgId: $values[Setting::ORG_ID] ?? '',
            metadata: ($values[Setting::METADATA_HEADER] ?? Setting::OFF) === Setting::ON
                ? json_encode(['acoVersion' => \Aco\VERSION, 'phpVersion' => PHP_VERSION], JSON_THROW_ON_ERROR)
                : null,
        ));
    }

    /** @param array<string, string> $values */
    public static function discover(array $values, #[\SensitiveParameter] string $clientSecret): Connection
    {
        $options = self::addresses($values);

        if (isset($values[Setting::CCM_URL])) {
            $options['ccmUrl'] = $values[Setting::CCM_URL];
        }

        return self::named(static fn (): Connection => Connection::discover(
            ...$options,
            orgId: $values[Setting::ORG_ID] ?? '',
            tenantId: $values[Setting::TENANT_ID] ?? '',
            clientId: $values[Setting::CLIENT_ID] ?? '',
            clientSecret: $clientSecret,
        ));
    }

    /** @param array<string, string> $values */
    public static function ingestionUrl(array $values): string
    {
        return self::named(static fn (): string => Connection::ingestionUrl(
            $values[Setting::TENANT_ID] ?? '',
            $values[Setting::REGION] ?? '',
            $values[Setting::TYPE] ?? '',
        ));
    }

    /**
     * @param array<string, string> $values
     * @param ?int $concurrency when not as configured
     */
    public static function limits(array $values, ?int $concurrency = null): Limits
    {
        $options = [];

        if (isset($values[Setting::REQUESTS_PER_SECOND])) {
            $options['requestsPerSecond'] = (float) $values[Setting::REQUESTS_PER_SECOND];
        }
        if (isset($values[Setting::PRODUCTS_PER_MINUTE])) {
            $options['productsPerMinute'] = (int) $values[Setting::PRODUCTS_PER_MINUTE];
        }
        if (isset($values[Setting::PRICES_PER_MINUTE])) {
            $options['pricesPerMinute'] = (int) $values[Setting::PRICES_PER_MINUTE];
        }
        if ($concurrency !== null || isset($values[Setting::CONCURRENCY])) {
            $options['concurrency'] = $concurrency ?? (int) $values[Setting::CONCURRENCY];
        }

        return self::named(static fn (): Limits => new Limits(...$options, ...SharedQuota::options($values)));
    }

    /** @param array<string, string> $values */
    public static function transport(array $values): Transport
    {
        return self::named(static fn (): Transport => new Transport(
            $values[Setting::CA_FILE] ?? null,
            $values[Setting::PROXY] ?? null,
        ));
    }

    /**
     * @param array<string, string> $values
     * @return array<string, string|Transport> what the constructor and discover() both take
     */
    private static function addresses(array $values): array
    {
        return ['transport' => self::transport($values)]
            + (isset($values[Setting::IMS_URL]) ? ['imsUrl' => $values[Setting::IMS_URL]] : []);
    }

    /**
     * Says `--tenant-id …` where the extension says `$tenantId …`.
     *
     * @template T
     * @param callable(): T $make
     * @return T
     */
    private static function named(callable $make): mixed
    {
        try {
            return $make();
        } catch (InvalidArgumentException $e) {
            $sentence = preg_replace_callback(
                '/^\$(\w+)/',
                static fn (array $name): string => '--' . strtolower(preg_replace('/(?=[A-Z])/', '-', $name[1])),
                $e->getMessage(),
            );
            throw new CommandFailure(rtrim($sentence, '.') . '.', previous: $e);
        }
    }
}
