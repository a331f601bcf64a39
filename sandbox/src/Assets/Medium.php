<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Catalog\Json;

/** An asset in the gallery of a product. */
final class Medium implements \JsonSerializable
{
    /**
     * @param list<string> $roles
     * @param list<array{store_code: string, value: string}> $altTexts
     */
    public function __construct(
        public readonly string $assetId,
        public readonly string $sku,
        public readonly bool $isVideo,
        public readonly string $url,
        public readonly string $thumbnailUrl,
        public readonly array $roles,
        public readonly ?int $position,
        public readonly array $altTexts,
    ) {
    }

    /** @param array<string, mixed> $row */
    public static function ofRow(array $row): self
    {
        return new self(
            $row['asset_id'],
            $row['sku'],
            $row['kind'] === 'video',
            $row['url'],
            $row['thumbnail_url'],
            Json::decode($row['roles']),
            $row['position'] === null ? null : (int) $row['position'],
            json_decode($row['alt_texts'], true),
        );
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return [
            'assetId' => $this->assetId,
            'sku' => $this->sku,
            'kind' => $this->isVideo ? 'video' : 'image',
            'url' => $this->url,
            'thumbnailUrl' => $this->thumbnailUrl,
            'roles' => $this->roles,
            'position' => $this->position,
            'altTexts' => $this->altTexts,
        ];
    }
}
