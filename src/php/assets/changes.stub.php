<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * A change of the products that show one asset.
 *
 * @strict-properties
 * @not-serializable
 */
final class AssetChange
{
    public readonly string $assetId;
    public readonly bool $video;

    /** list<array{store_code: string, value: string}>, empty for videos. */
    public readonly array $altTexts;

    /** list<Assignment>: every product that is to show the asset; empty: none. */
    public readonly array $assignments;

    /** list<Assignment>: those among them that are new or changed. */
    public readonly array $upserts;

    /** list<string>: SKUs of the products that are to stop showing the asset. */
    public readonly array $removals;

    /**
     * @param string $assetId at most 255 bytes
     * @param array $altTexts list<array{store_code: string, value: string}>
     * @param array $assignments list<Assignment>
     * @param array $upserts list<Assignment>
     * @param array $removals list<string>
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(
        string $assetId,
        bool $video,
        array $altTexts,
        array $assignments,
        array $upserts,
        array $removals
    ) {}
}

/**
 * A change of the media of one product.
 *
 * @strict-properties
 * @not-serializable
 */
final class ProductChange
{
    public readonly string $sku;

    /**
     * list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>,
     * roles: list<string>, position: ?int}>: everything that the product is to show; empty: nothing.
     */
    public readonly array $media;

    /**
     * @param string $sku at most 255 bytes
     * @param array $media list<array{assetId: string, video: bool, altTexts: array, roles: list<string>, position:
     *        ?int}>
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(string $sku, array $media) {}
}
