<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/** The metadata that decides which products show an asset; the rest is not kept, unless an external matcher decides. */
final class AssetProperties
{
    private const METADATA = [
        'commerce:isCommerce', 'commerce:roles', 'commerce:positions', 'commerce:position',
        'commerce:altTextStoreViews',
        'commerce:altTextValues', 'dam:status', 'dc:format',
    ];
    private const REPOSITORY = ['dc:format'];
    private const REPOSITORY_PREFIX = 'repositoryMetadata.';
    /** Beside the metadata, events hold lists of what happened to it: event:created, event:deleted and the like. */
    private const MARKER_PREFIX = 'event:';
    private const CREATED = self::MARKER_PREFIX . 'created';
    private const DELETED = self::MARKER_PREFIX . 'deleted';

    /** @var ?array<string, true> null: all */
    private readonly ?array $metadata;

    /** @param ?string $field the property with the SKUs; null: all metadata may matter */
    public function __construct(?string $field)
    {
        $this->metadata = $field === null ? null : array_fill_keys([...self::METADATA, $field], true);
    }

    /**
     * @param array<array-key, mixed> $metadata
     * @param array<array-key, mixed> $repository
     * @return array<string, mixed> by a name that is one of both
     */
    public function of(array $metadata, array $repository): array
    {
        $metadata = array_filter(
            $metadata,
            static fn (string|int $name): bool => !str_starts_with((string) $name, self::MARKER_PREFIX),
            ARRAY_FILTER_USE_KEY,
        );

        if ($this->metadata !== null) {
            $metadata = array_intersect_key($metadata, $this->metadata);
            $repository = array_intersect_key($repository, array_fill_keys(self::REPOSITORY, true));
        }

        foreach ($repository as $name => $value) {
            $metadata[self::REPOSITORY_PREFIX . $name] = $value;
        }

        return self::writable($metadata);
    }

    /**
     * The properties that an event takes away. One that was made anew in the same event stays.
     *
     * @param array<array-key, mixed> $metadata
     * @return list<string>
     */
    public function removed(array $metadata): array
    {
        $removed = array_diff(
            self::names($metadata[self::DELETED] ?? null),
            self::names($metadata[self::CREATED] ?? null),
        );

        return array_values(array_filter(
            $removed,
            fn (string $name): bool => !str_starts_with($name, self::MARKER_PREFIX)
                && ($this->metadata === null || isset($this->metadata[$name])),
        ));
    }

    /** @return list<string> a single value stands for a list of one */
    private static function names(mixed $marker): array
    {
        return array_values(array_filter(is_array($marker) ? $marker : [$marker], is_string(...)));
    }

    /**
     * The same without numbers that JSON has (1e999) and that could not be written again.
     *
     * @param array<array-key, mixed> $values
     * @return array<array-key, mixed>
     */
    public static function writable(array $values): array
    {
        array_walk_recursive($values, static function (mixed &$value): void {
            $value = is_float($value) && !is_finite($value) ? null : $value;
        });

        return $values;
    }

    /**
     * What matchers take.
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
