<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Where shoppers get assets from: Dynamic Media with OpenAPI of an AEM environment, or a domain of the merchant in
 * front of it. URLs have neither rendition nor query, which the storefront adds.
 *
 * @strict-properties
 * @not-serializable
 */
final class Delivery
{
    /** E.g. `https://delivery-p12345-e67890.adobeaemcloud.com`. */
    public readonly string $origin;

    /**
     * @param string|null $customDomain host that replaces the environment's, with or without `https://`
     * @throws \Aco\Exception\InvalidArgumentException when it holds more than a host and a port
     */
    public function __construct(AemEnvironment $environment, ?string $customDomain = null) {}

    /** The URL of an image, or of the thumbnail of a video. */
    public function imageUrl(string $assetId): string {}

    /** The URL of the player of a video. */
    public function videoUrl(string $assetId): string {}

    /**
     * Replaces the origin of the URL of an asset, and keeps path and query. Any other URL is returned unchanged.
     */
    public function rewrite(string $url): string {}
}
