<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** The metadata that decides which products show an asset; the rest is not kept. */
final class AssetProperties
{
    private const METADATA = [
        'commerce:isCommerce', 'commerce:roles', 'commerce:positions', 'commerce:position', 'commerce:altTextStoreViews',
        'commerce:altTextValues', 'dam:status', 'dc:format',
    ];
    private const REPOSITORY = ['dc:format'];
    private const REPOSITORY_PREFIX = 'repositoryMetadata.';

    /** @var array<string, true> */
    private readonly array $metadata;

    /** @param string $field the property with the SKUs */
    public function __construct(string $field)
    {
        $this->metadata = array_fill_keys([...self::METADATA, $field], true);
    }

    /**
     * @param array<array-key, mixed> $metadata
     * @param array<array-key, mixed> $repository
     * @return array<string, mixed> by a name that is one of both
     */
    public function of(array $metadata, array $repository): array
    {
        $kept = array_intersect_key($metadata, $this->metadata);
        foreach (array_intersect_key($repository, array_fill_keys(self::REPOSITORY, true)) as $name => $value) {
            $kept[self::REPOSITORY_PREFIX . $name] = $value;
        }
        array_walk_recursive($kept, static function (mixed &$value): void {
            // JSON has numbers that are none here (1e999), and could not be written again.
            $value = is_float($value) && !is_finite($value) ? null : $value;
        });

        return $kept;
    }

    /**
     * What SkuMatcher takes.
     *
     * @param array<string, mixed> $kept
     * @return array{assetId: string, assetMetadata: array<string, mixed>, repositoryMetadata: array<string, mixed>}
     */
    public static function asset(string $assetId, array $kept): array
    {
        $asset = ['assetId' => $assetId, 'assetMetadata' => [], 'repositoryMetadata' => []];
        foreach ($kept as $name => $value) {
            if (str_starts_with((string) $name, self::REPOSITORY_PREFIX)) {
                $asset['repositoryMetadata'][substr($name, strlen(self::REPOSITORY_PREFIX))] = $value;
            } else {
                $asset['assetMetadata'][$name] = $value;
            }
        }

        return $asset;
    }
}
