<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

/** What the services around assets are told at the start. */
final class AssetsSettings
{
    public const DEFAULT_VERSION = '1.4.4';

    /**
     * The AEM environments that exist, and their programs; the second one is that of the samples in the documentation.
     */
    public const AEM_PROGRAMS = ['67890' => '12345', '222222' => '11111'];

    /**
     * @param string $version of the extension in Commerce; "": one that does not tell it
     * @param ProductList|null $products null: every SKU is one of a product
     */
    public function __construct(
        public readonly RegistrySettings $registry,
        public readonly CommerceKeys $keys,
        public readonly string $version,
        public readonly bool $syncAsset,
        public readonly ?ProductList $products,
    ) {
    }
}
