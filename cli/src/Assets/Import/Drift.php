<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetEvent;
use Aco\Cli\Assets\AssetProperties;
use Aco\Cli\Assets\AssetState;
use Aco\Cli\Assets\AssetStore;
use Aco\Cli\Assets\AssignmentStore;
use Aco\Cli\Assets\UnusableEvent;
use Aco\Cli\Assets\Visibility;
use Aco\Cli\Store\Database;
use Aco\Exception\MappingException;

/** Compares assets of AEM with those of the index. An event that is later than the asset in AEM counts more than it. */
final class Drift
{
    private const UNUSABLE = 'unusable';

    private readonly AssetStore $assets;
    private readonly AssignmentStore $assignments;
    private readonly AssetProperties $properties;
    private readonly ?SkuMatcher $matcher;
    private readonly Visibility $visibility;

    public function __construct(Database $database, AssetConfig $config)
    {
        $this->assets = new AssetStore($database);
        $this->assignments = new AssignmentStore($database);
        $this->properties = $config->properties();
        $this->visibility = $config->visibility();
        $this->matcher = $config->isExternal() ? null : $config->matcher();
    }

    /**
     * Call it within Database::read().
     *
     * @param array<array-key, mixed> $asset
     * @throws UnusableEvent nothing can be compared
     */
    public function of(array $asset): ?Difference
    {
        $event = AssetEvent::of($asset, $this->properties, microtime(true));
        $row = $this->assets->find($event->assetId);
        $before = $this->shown($event->assetId, $row->state);
        $row->state->listed($event);
        $row->state->merge($event);
        $after = $this->shown($event->assetId, $row->state);
        $isShown = $row->id !== null && $this->isShown($row->id);

        return match (true) {
            $after === self::UNUSABLE => Difference::Unusable,
            $after !== null && !$isShown && ($this->matcher !== null || $row->id === null) => Difference::Missing,
            $after === null && $isShown => Difference::Extra,
            $after !== $before => Difference::Changed,
            default => null,
        };
    }

    public function isShown(int $assetRow): bool
    {
        foreach ($this->assignments->ofAsset($assetRow) as $assignment) {
            if ($assignment['wanted']) {
                return true;
            }
        }

        return false;
    }

    /** What follows from the metadata, as text; null: no product is to show it. JSON, but for UNUSABLE. */
    private function shown(string $assetId, AssetState $state): ?string
    {
        if ($state->isTooLarge()) {
            return self::UNUSABLE;
        }

        $item = $this->visibility->asset($assetId, $state->properties());

        try {
            $asset = $this->matcher === null ? ExternalMatcher::withoutAsking($item) : $this->matcher->match($item);
        } catch (MappingException) {
            return self::UNUSABLE;
        }

        if ($asset === null) {
            // The matcher decides, by all of the metadata.
            $properties = $state->properties();
            ksort($properties);

            return (string) json_encode($properties, JSON_PARTIAL_OUTPUT_ON_ERROR);
        }

        $assignments = [];

        foreach ($asset->assignments as $assignment) {
            $assignments[$assignment->sku] = [$assignment->roles, $assignment->position];
        }

        ksort($assignments);

        return $assignments === []
            ? null
            : (string) json_encode([$assignments, $asset->video, $asset->altTexts], JSON_PARTIAL_OUTPUT_ON_ERROR);
    }
}
