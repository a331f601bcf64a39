<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

/**
 * Hides assets on store views: a property of the metadata, whose name is a setting, lists their codes. An asset that is
 * hidden on all store views which the sink writes for counts as not approved.
 */
final class Visibility
{
    private const HIDDEN = 'hidden';

    /**
     * @param ?string $attribute null: nothing is hidden
     * @param list<string> $storeViews codes that the sink writes for
     */
    public function __construct(private readonly ?string $attribute = null, private readonly array $storeViews = [])
    {
    }

    /**
     * What matchers take.
     *
     * @param array<string, mixed> $kept
     * @return array{assetId: string, assetMetadata: array<string, mixed>, repositoryMetadata: array<string, mixed>}
     */
    public function asset(string $assetId, array $kept): array
    {
        $asset = AssetProperties::asset($assetId, $kept);

        if ($this->attribute !== null && $this->storeViews !== []
            && array_diff($this->storeViews, self::codes($kept[$this->attribute] ?? null)) === []) {
            $asset['assetMetadata']['dam:status'] = self::HIDDEN;
        }

        return $asset;
    }

    /** @return list<string> a single value stands for a list of one */
    private static function codes(mixed $value): array
    {
        return array_map(trim(...), array_values(array_filter(is_array($value) ? $value : [$value], is_string(...))));
    }
}
