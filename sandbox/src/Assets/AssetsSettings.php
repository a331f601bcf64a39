<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** What the services around assets are told at the start. */
final class AssetsSettings
{
    public const DEFAULT_API_KEY = 'sandbox-api-key';
    public const DEFAULT_ENVIRONMENT = 'sandbox-environment';
    public const DEFAULT_VERSION = '1.4.4';

    /**
     * The AEM environments that exist, and their programs; the second one is that of the samples in the documentation.
     */
    public const AEM_PROGRAMS = ['67890' => '12345', '222222' => '11111'];

    /**
     * @param string|null $publicKey PEM; null: signatures of tokens are not verified
     * @param string|null $errorShape of the gateway, "flat" or "nested"; null: as each error is documented
     * @param string $version of the extension in Commerce; "": one that does not tell it
     * @param ProductList|null $products null: every SKU is one of a product
     */
    public function __construct(
        public readonly string $apiKey = self::DEFAULT_API_KEY,
        public readonly string $environmentId = self::DEFAULT_ENVIRONMENT,
        public readonly ?string $publicKey = null,
        public readonly bool $flatDialect = false,
        public readonly ?string $errorShape = null,
        public readonly CommerceKeys $keys = new CommerceKeys(),
        public readonly string $version = self::DEFAULT_VERSION,
        public readonly bool $syncAsset = true,
        public readonly ?ProductList $products = null,
    ) {
    }
}
