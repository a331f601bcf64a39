<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * The products that show an asset, by its metadata or by an external matcher.
 *
 * @strict-properties
 * @not-serializable
 */
final class Asset
{
    public readonly string $id;

    /** Whether products may show it. */
    public readonly bool $eligible;

    /** Why not: `not_commerce`, `not_approved` or `no_sku`; "" when eligible. */
    public readonly string $reason;

    public readonly bool $video;

    /** MIME type, "" when unknown. */
    public readonly string $format;

    /** list<array{store_code: string, value: string}>, empty for videos. */
    public readonly array $altTexts;

    /** list<Assignment>, one for each SKU; empty when it is not eligible. */
    public readonly array $assignments;

    private function __construct() {}

    /**
     * An asset from the response of an external matcher. Without assignments it is not eligible.
     *
     * @param string $id at most 255 bytes
     * @param array $assignments list<Assignment>
     * @param array $altTexts list<array{store_code: string, value: string}>; dropped for videos
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public static function fromMatches(
        string $id,
        array $assignments,
        bool $video = false,
        array $altTexts = [],
        string $format = ""
    ): Asset {}
}
