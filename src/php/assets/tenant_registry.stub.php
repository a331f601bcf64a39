<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Registers a Commerce instance with the asset rules service, which connects it to AEM Assets.
 *
 * @strict-properties
 * @not-serializable
 */
final class TenantRegistry
{
    /**
     * @param Dialect $dialect tried first; the other one is tried when the service does not know a field of it
     * @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults
     */
    public function __construct(
        RegistryConnection $connection,
        Dialect $dialect = Dialect::Nested,
        ?\Aco\Limits $limits = null
    ) {}

    /**
     * Registers the instance and waits for the response. This may be repeated: a tenant that exists already is not an
     * error.
     *
     * @param string $projectId the SaaS project id
     * @param string $commerceBaseUrl base URL of the storefront
     * @param bool $enabled whether assets are synchronized
     * @param string|null $commerceVersion e.g. `2.4.8-p1`
     * @param string|null $extensionVersion version of the Assets integration in Commerce
     * @param int|null $threshold 0 to 100; the documentation says that it is not used
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
