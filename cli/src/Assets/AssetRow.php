<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** A row of aem_asset. */
final class AssetRow
{
    public function __construct(
        public readonly ?int $id,
        public readonly string $assetId,
        public readonly AssetState $state,
        /** Key of the latest event that could be used: it decides contests. */
        public readonly string $claim,
        public readonly bool $usable,
        public readonly int $version,
    ) {
    }

    public static function none(string $assetId): self
    {
        return new self(null, $assetId, new AssetState(), '', true, 0);
    }
}
