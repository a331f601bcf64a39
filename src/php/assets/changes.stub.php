<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * What is to become of one asset at a sink.
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

    /** list<Assignment>: every product that shows the asset; empty: none shall. */
    public readonly array $assignments;

    /** list<Assignment>: those of them that are new or changed. */
    public readonly array $upserts;

    /** list<string>: SKUs that no longer show the asset. */
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
 * What is to become of the media of one product at a sink.
 *
 * @strict-properties
 * @not-serializable
 */
final class ProductChange
{
    public readonly string $sku;

    /**
     * list<array{assetId: string, video: bool, altTexts: list<array{store_code: string, value: string}>,
     * roles: list<string>, position: ?int}>: everything the product shows; empty: nothing.
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
