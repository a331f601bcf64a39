<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Magento\Framework\App\Config\ScopeConfigInterface;
use Magento\Store\Model\ScopeInterface;

/** The settings of the module. Paths below aco_exporter/general are those of Adobe's connector. */
class Config
{
    public const PATH_ORGANIZATION = 'aco_exporter/general/org_id';
    public const PATH_TENANT = 'aco_exporter/general/tenant_id';
    public const PATH_CLIENT = 'aco_exporter/general/client_id';
    public const PATH_SECRET = 'aco_exporter/general/client_secret';
    public const PATH_TYPE = 'aco_exporter/general/type';
    public const PATH_INGESTION_URL = 'aco_exporter/general/ingestion_url';
    public const PATH_STUDIO_URL = 'aco_exporter/general/optimizer_studio_url';
    public const PATH_IMS_URL = 'aco_exporter/general/ims_url';
    public const PATH_CCM_URL = 'aco_exporter/general/ccm_url';

    /**
     * A path for each kind of scope: a store view would inherit the setting of its website, which is about prices
     * alone.
     */
    public const PATH_SCOPE_ENABLED = [
        ScopeInterface::SCOPE_WEBSITES => 'aco_exporter/scope/website_enabled',
        ScopeInterface::SCOPE_STORES => 'aco_exporter/scope/store_view_enabled',
    ];

    private const SENDING = 'aco_exporter/sending/';

    public function __construct(private readonly ScopeConfigInterface $config)
    {
    }

    /** Whether everything is there that a connection needs. */
    public function isConfigured(): bool
    {
        foreach ([self::PATH_TENANT, self::PATH_CLIENT, self::PATH_SECRET, self::PATH_INGESTION_URL] as $path) {
            if ($this->text($path) === '') {
                return false;
            }
        }

        return true;
    }

    public function text(string $path): string
    {
        return Text::of($this->config->getValue($path));
    }

    /** Commerce decrypts it when it reads the settings: config.xml names the backend model of secrets for its path. */
    public function clientSecret(): string
    {
        return $this->text(self::PATH_SECRET);
    }

    /**
     * Whether items are mapped before Commerce compares hashes, so that only what the API receives counts as a change.
     */
    public function mapsBeforeHash(): bool
    {
        return $this->config->isSetFlag(self::SENDING . 'map_before_hash');
    }

    /** Whether Commerce goes on collecting while requests are in flight. */
    public function overlaps(): bool
    {
        return $this->config->isSetFlag(self::SENDING . 'overlap');
    }

    /** Whether feeds keep the fields that Commerce Optimizer has no use for, as somebody else's exporter may have. */
    public function exportsUnusedFields(): bool
    {
        return $this->config->isSetFlag(self::SENDING . 'unused_fields');
    }

    /** Whether descriptions and options are collected the way of Commerce, which other modules may have changed. */
    public function collectsAsFramework(): bool
    {
        return $this->config->isSetFlag(self::SENDING . 'framework_collecting');
    }

    public function requestsPerSecond(): float
    {
        return (float) $this->text(self::SENDING . 'requests_per_second');
    }

    public function productsPerMinute(): int
    {
        return (int) $this->text(self::SENDING . 'products_per_minute');
    }

    public function pricesPerMinute(): int
    {
        return (int) $this->text(self::SENDING . 'prices_per_minute');
    }

    public function concurrency(): int
    {
        return (int) $this->text(self::SENDING . 'concurrency');
    }

    /** Through what servers share rates: one of SharedQuota; "": this one is alone. */
    public function sharedStore(): string
    {
        return $this->text(self::SENDING . 'shared_store');
    }

    public function sharedAddress(): string
    {
        return $this->text(self::SENDING . 'shared_address');
    }

    public function sharedPassword(): ?string
    {
        $password = $this->text(self::SENDING . 'shared_password');

        return $password === '' ? null : $password;
    }

    /** How many servers share the rates. */
    public function sharedHosts(): int
    {
        return max(1, (int) $this->text(self::SENDING . 'shared_hosts'));
    }

    public function isWebsiteEnabled(string $code): bool
    {
        return $this->isScopeEnabled(ScopeInterface::SCOPE_WEBSITES, $code);
    }

    public function isStoreViewEnabled(string $code): bool
    {
        return $this->isScopeEnabled(ScopeInterface::SCOPE_STORES, $code);
    }

    /**
     * A scope without a setting is enabled.
     *
     * @param string $scope websites or stores
     */
    public function isScopeEnabled(string $scope, int|string $code): bool
    {
        $value = $this->config->getValue(self::PATH_SCOPE_ENABLED[$scope], $scope, $code);

        return $value === null || (bool) $value;
    }
}
