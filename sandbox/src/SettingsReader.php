<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Access\TenantSettings;
use Aco\Sandbox\Assets\AssetsSettings;
use Aco\Sandbox\Assets\CommerceKeys;
use Aco\Sandbox\Assets\ProductList;
use Aco\Sandbox\Assets\RegistrySettings;
use Aco\Sandbox\Catalog\CatalogSettings;
use Aco\Sandbox\Experience\EdgeSettings;
use Aco\Sandbox\Server\ServerSettings;
use Aco\Sandbox\Storefront\StorefrontSettings;
use Symfony\Component\Console\Input\InputInterface;

/** Makes settings of the options of the command line and refuses what cannot be meant. */
final class SettingsReader
{
    public const SECRET_VARIABLE = 'ACO_SANDBOX_CLIENT_SECRET';

    /** First path segments of the sandbox's own, which a tenant must not take. */
    private const RESERVED_TENANTS = [
        'adobe', 'api', 'assets-integration', 'browse', 'collection', 'ee', 'events', 'ims', 'matcher', 'prod', 'rest',
    ];
    private const MAX_RATE = 1_000_000_000;

    public function __construct(private readonly InputInterface $input)
    {
    }

    /** @throws InvalidSetting */
    public function read(): Settings
    {
        return new Settings(
            server: $this->server(),
            tenant: $this->tenant(),
            catalog: new CatalogSettings(
                requestsPerSecond: $this->decimal('requests-per-second', 0.0),
                productsPerMinute: $this->number('products-per-minute', 0, self::MAX_RATE),
                pricesPerMinute: $this->number('prices-per-minute', 0, self::MAX_RATE),
                strictPrices: (bool) $this->input->getOption('strict-prices'),
            ),
            storefront: $this->storefront(),
            edge: new EdgeSettings(
                datastreams: $this->datastreams(),
                authenticated: (bool) $this->input->getOption('authenticated-edge'),
                collectUnits: $this->number('collect-units-per-second', 0, self::MAX_RATE),
                interactUnits: $this->number('interact-units-per-second', 0, self::MAX_RATE),
            ),
            assets: $this->assets(),
            seed: $this->number('seed', PHP_INT_MIN, PHP_INT_MAX),
            faults: $this->faults(),
        );
    }

    private function storefront(): StorefrontSettings
    {
        $text = $this->text('indexing-delay');
        if (preg_match('/^(\d{1,5}(?:\.\d{1,3})?)(?:-(\d{1,5}(?:\.\d{1,3})?))?$/D', $text, $match) !== 1) {
            throw new InvalidSetting('--indexing-delay must be seconds or a range of them, such as 2-90.');
        }

        $longest = (float) ($match[2] ?? $match[1]);

        return (float) $match[1] <= $longest
            ? new StorefrontSettings((float) $match[1], $longest)
            : throw new InvalidSetting('--indexing-delay must begin with the shorter of its two times.');
    }

    private function server(): ServerSettings
    {
        return new ServerSettings(
            host: $this->host(),
            port: $this->number('port', 0, 65_535),
            dataFile: $this->text('data'),
            maxBodyBytes: $this->number('max-body-bytes', 1, 1024 * 1024 * 1024),
            idleTimeout: $this->decimal('idle-timeout', 0.1),
        );
    }

    private function tenant(): TenantSettings
    {
        return new TenantSettings(
            id: $this->tenantId(),
            orgId: $this->text('org'),
            clientId: $this->text('client-id'),
            clientSecret: $this->secret(),
            tokenTtl: $this->number('token-ttl', 1, 31_536_000),
        );
    }

    private function host(): string
    {
        $host = $this->text('host');
        $address = $host === 'localhost' ? ServerSettings::DEFAULT_HOST : trim($host, '[]');
        $isLoopback = $address === '::1'
            || (filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4) !== false
                && str_starts_with($address, '127.'));

        return $isLoopback ? $address : throw new InvalidSetting(
            '--host must be a loopback address, such as 127.0.0.1 or ::1: '
            . 'the sandbox has no protection against other machines.'
        );
    }

    private function tenantId(): string
    {
        $tenant = $this->text('tenant');
        if (
            preg_match('/^[A-Za-z0-9_-]{1,64}$/D', $tenant) !== 1
            || in_array($tenant, self::RESERVED_TENANTS, true)
        ) {
            throw new InvalidSetting(
                '--tenant must be 1 to 64 letters, digits, hyphens or underscores, and none of '
                . implode(', ', self::RESERVED_TENANTS) . '.'
            );
        }

        return $tenant;
    }

    private function secret(): string
    {
        $secret = $this->input->getOption('client-secret') ?? (getenv(self::SECRET_VARIABLE) ?: null);

        return $secret === '' ? throw new InvalidSetting('--client-secret must not be empty.')
            : $secret ?? TenantSettings::DEFAULT_CLIENT_SECRET;
    }

    /** @return list<array<mixed>> */
    private function faults(): array
    {
        return array_map(
            static function (string $json): array {
                $fault = json_decode($json, true, 16);

                return is_array($fault) ? $fault : throw new InvalidSetting('--fault must be a JSON object.');
            },
            $this->input->getOption('fault'),
        );
    }

    /** @return array<string, string> */
    private function datastreams(): array
    {
        $datastreams = [];
        foreach ($this->input->getOption('datastream') as $text) {
            if (preg_match('/^([!-9;-~]{1,64})(:disabled)?$/D', $text, $match) !== 1) {
                throw new InvalidSetting('--datastream must be an ID or ID:disabled.');
            }
            $datastreams[$match[1]] = isset($match[2]) ? 'disabled' : 'enabled';
        }

        return $datastreams;
    }

    private function assets(): AssetsSettings
    {
        $dialect = $this->oneOf('assets-dialect', ['nested', 'flat']);
        $products = $this->text('products');
        $shape = $this->oneOf('assets-errors', ['documented', 'flat', 'nested']);

        return new AssetsSettings(
            registry: new RegistrySettings(
                apiKey: $this->text('assets-api-key'),
                environmentId: $this->text('assets-environment'),
                publicKey: $this->publicKey(),
                flatDialect: $dialect === 'flat',
                errorShape: $shape === 'documented' ? null : $shape,
            ),
            keys: new CommerceKeys(
                $this->text('commerce-consumer-key'),
                $this->text('commerce-consumer-secret'),
                $this->text('commerce-access-token'),
                $this->text('commerce-access-token-secret'),
            ),
            version: (string) $this->input->getOption('assets-version'),
            syncAsset: !$this->input->getOption('without-sync-asset'),
            products: $products === 'any' ? null : ProductList::ofFile($products),
        );
    }

    private function publicKey(): ?string
    {
        $file = $this->input->getOption('assets-public-key');
        if ($file === null) {
            return null;
        }
        if (!extension_loaded('openssl')) {
            throw new InvalidSetting('--assets-public-key needs the openssl extension of PHP.');
        }

        $key = (string) @file_get_contents($file, false, null, 0, 65_536);

        return openssl_pkey_get_public($key) === false
            ? throw new InvalidSetting('--assets-public-key must be a file with a public key in PEM.')
            : $key;
    }

    /** @param non-empty-list<string> $names */
    private function oneOf(string $option, array $names): string
    {
        $value = $this->text($option);

        return in_array($value, $names, true)
            ? $value
            : throw new InvalidSetting("--$option must be one of " . implode(', ', $names) . '.');
    }

    private function text(string $option): string
    {
        $value = (string) $this->input->getOption($option);

        return $value === '' ? throw new InvalidSetting("--$option must not be empty.") : $value;
    }

    private function number(string $option, int $min, int $max): int
    {
        $value = filter_var($this->input->getOption($option), FILTER_VALIDATE_INT);
        if ($value === false || $value < $min || $value > $max) {
            throw new InvalidSetting(
                $min === PHP_INT_MIN
                    ? "--$option must be a whole number."
                    : "--$option must be a whole number from $min to $max."
            );
        }

        return $value;
    }

    private function decimal(string $option, float $min): float
    {
        $value = filter_var($this->input->getOption($option), FILTER_VALIDATE_FLOAT);
        if ($value === false || $value < $min || $value > self::MAX_RATE) {
            throw new InvalidSetting("--$option must be a number that is not below $min.");
        }

        return $value;
    }
}
