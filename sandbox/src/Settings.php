<?php

declare(strict_types=1);

namespace Aco\Sandbox;

use Aco\Sandbox\Access\TenantSettings;
use Aco\Sandbox\Assets\AssetsSettings;
use Aco\Sandbox\Catalog\CatalogSettings;
use Aco\Sandbox\Experience\EdgeSettings;
use Aco\Sandbox\Server\ServerSettings;
use Aco\Sandbox\Storefront\StorefrontSettings;

/** What a sandbox is told at its start. */
final class Settings
{
    /** @param list<array<mixed>> $faults as accepted by POST /api/faults */
    public function __construct(
        public readonly ServerSettings $server,
        public readonly TenantSettings $tenant,
        public readonly CatalogSettings $catalog,
        public readonly StorefrontSettings $storefront,
        public readonly EdgeSettings $edge,
        public readonly AssetsSettings $assets,
        public readonly int $seed,
        public readonly array $faults,
    ) {
    }
}
