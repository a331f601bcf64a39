<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model;

use Magento\Framework\App\State;
use Magento\Framework\Exception\LocalizedException;

/**
 * Keeps sandbox tenants away from production: both would be spoiled. Only Commerce on cloud infrastructure says for
 * certain what it is. Elsewhere production mode is a hint, because staging runs in it too.
 */
class EnvironmentGuard
{
    private const SANDBOX = 'sandbox';
    private const PRODUCTION = 'production';

    public function __construct(private readonly Config $config, private readonly State $state)
    {
    }

    /** @throws LocalizedException when the tenant must not be connected to this shop */
    public function check(string $ingestionUrl, string $type = ''): void
    {
        $tenant = self::tenantType($ingestionUrl);
        if ($tenant !== '' && $type !== '' && $type !== $tenant) {
            throw new LocalizedException(
                __('The environment type is %1, but %2 is the address of a %3 tenant.', $type, $ingestionUrl, $tenant),
            );
        }
        if (($tenant ?: $type) === self::SANDBOX && $this->cloudEnvironment() === self::PRODUCTION) {
            throw new LocalizedException(
                __('This is a production environment: connect it to a production tenant, not to a sandbox.'),
            );
        }
    }

    /** @return list<string> */
    public function warnings(): array
    {
        if (!$this->config->isConfigured()) {
            return [];
        }

        $tenant = self::tenantType(
            $this->config->text(Config::PATH_INGESTION_URL),
        ) ?: $this->config->text(Config::PATH_TYPE);
        $cloud = $this->cloudEnvironment();
        if ($tenant === self::SANDBOX && $cloud === self::PRODUCTION) {
            return [(string) __('A sandbox tenant is connected to a production environment: connect it to a production tenant.')];
        }
        if ($tenant === self::SANDBOX && $cloud === '' && $this->state->getMode() === State::MODE_PRODUCTION) {
            return [(string) __('A sandbox tenant is connected, and Commerce runs in production mode: is this a test system?')];
        }
        if ($tenant === self::PRODUCTION && ($cloud !== '' ? $cloud !== self::PRODUCTION : $this->isDeveloperMode())) {
            return [(string) __('A production tenant is connected to a system that is not production: connect it to a sandbox.')];
        }

        return [];
    }

    /** What Adobe's addresses tell: sandboxes have -sandbox in the name of the region. */
    public static function tenantType(string $ingestionUrl): string
    {
        $host = (string) parse_url($ingestionUrl, PHP_URL_HOST);
        if (!str_ends_with($host, '.api.commerce.adobe.com')) {
            return '';
        }

        return str_contains($host, '-sandbox.') ? self::SANDBOX : self::PRODUCTION;
    }

    private function isDeveloperMode(): bool
    {
        return $this->state->getMode() === State::MODE_DEVELOPER;
    }

    private function cloudEnvironment(): string
    {
        return strtolower((string) getenv('MAGENTO_CLOUD_ENVIRONMENT_TYPE')) ?: strtolower(
            (string) getenv('PLATFORM_ENVIRONMENT_TYPE'),
        );
    }
}
