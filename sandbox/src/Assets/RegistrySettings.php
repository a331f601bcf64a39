<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** What the registry of tenants is told at the start. */
final class RegistrySettings
{
    public const DEFAULT_API_KEY = 'sandbox-api-key';
    public const DEFAULT_ENVIRONMENT = 'sandbox-environment';

    /**
     * @param string|null $publicKey PEM; null: signatures of tokens are not verified
     * @param string|null $errorShape of the gateway, "flat" or "nested"; null: as each error is documented
     */
    public function __construct(
        public readonly string $apiKey,
        public readonly string $environmentId,
        public readonly ?string $publicKey,
        public readonly bool $flatDialect,
        public readonly ?string $errorShape,
    ) {
    }
}
