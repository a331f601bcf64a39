<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\ExternalMatcher;
use Aco\Cli\Store\Database;
use Aco\Exception\MappingException;

/** Turns what the matcher has found for a product into assignments. Call its methods in a transaction. */
final class ProductMapping
{
    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssignmentStore $assignments;

    public function __construct(
        Database $database,
        private readonly Unit $unit,
        private readonly Visibility $visibility,
    ) {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->assignments = new AssignmentStore($database);
    }

    /**
     * @param list<array{assetId: string, video: bool, altTexts: list<array<string, string>>, roles: list<string>,
     *        position: ?int}> $media all that the product is to show
     * @return int how many of them it may not show
     */
    public function apply(int $productRow, array $media, int $dispatchedAt, int $now): int
    {
        $present = array_column($this->assignments->ofProduct($productRow), null, 'asset');
        $shown = [];
        $refused = 0;
        $isChanged = false;

        foreach ($media as $medium) {
            $asset = $this->assetRow($medium['assetId'], $medium['video'], $dispatchedAt, $now);
            if ($asset === null) {
                $refused++;
                continue;
            }

            $shown[$asset] = true;
            $before = $present[$asset] ?? null;
            if ($before === null || !$before['wanted'] || $before['roles'] !== $medium['roles']
                || $before['position'] !== $medium['position']) {
                $this->assignments->want($asset, $productRow, $medium['roles'], $medium['position'], $before !== null);
                $isChanged = true;
            }
        }

        foreach ($present as $asset => $before) {
            if ($before['wanted'] && !isset($shown[$asset])) {
                $this->assignments->drop($asset, $productRow);
                $isChanged = true;
            }
        }

        if ($isChanged && $this->unit === Unit::Asset) {
            // For sinks that take assets, the product's recorded state may be older than the sink's.
            $this->products->sending($productRow);
        }

        $this->products->touch([$productRow], $now);

        return $refused;
    }

    /** Null for an asset that is not approved. Assets without an event are taken from the matcher. */
    private function assetRow(string $assetId, bool $isVideo, int $dispatchedAt, int $now): ?int
    {
        $row = $this->assets->find($assetId);
        if ($row->state->latest() !== '') {
            return $this->isApproved($row) ? $row->id : null;
        }
        if ($row->id !== null) {
            return $row->id;
        }
        $row->state->assume(['dam:status' => 'approved'] + ($isVideo ? ['dc:format' => 'video/*'] : []));

        return $this->assets->note($row, $dispatchedAt, $now, $isVideo);
    }

    private function isApproved(AssetRow $row): bool
    {
        try {
            $item = $this->visibility->asset($row->assetId, $row->state->properties());

            return ExternalMatcher::withoutAsking($item) === null;
        } catch (MappingException) {
            // Only approved assets are looked at further.
            return true;
        }
    }
}
