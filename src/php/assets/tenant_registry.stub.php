<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Registers a Commerce instance at the asset rules service, which connects AEM Assets with it.
 *
 * @strict-properties
 * @not-serializable
 */
final class TenantRegistry
{
    /**
     * @param Dialect $dialect what to try first; the other one is tried when the service does not know a field of it
     * @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
     */
    public function __construct(
        RegistryConnection $connection,
        Dialect $dialect = Dialect::Nested,
        ?\Aco\Limits $limits = null
    ) {}

    /**
     * Registers, and waits for the response. A tenant that already exists is not an error, so this may be repeated.
     *
     * @param string $projectId the SaaS project id
     * @param string $commerceBaseUrl base URL of the storefront
     * @param bool $enabled whether assets are synchronised
     * @param string|null $commerceVersion e.g. `2.4.8-p1`
     * @param string|null $extensionVersion version of the Assets integration in Commerce
     * @param int|null $threshold 0 to 100; documented as not in use
     * @throws RegistrationException
     * @throws \Aco\Exception\InvalidArgumentException before anything is sent
     */
    public function register(
        string $projectId,
        AemEnvironment $aem,
        string $commerceBaseUrl,
        CommerceCredentials $credentials,
        MatchingRule $rule,
        bool $enabled = true,
        ?string $commerceVersion = null,
        ?string $extensionVersion = null,
        ?int $threshold = null
    ): Registration {}
}
