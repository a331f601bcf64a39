<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Where shoppers get assets from: Dynamic Media with OpenAPI of an AEM environment, or a domain of the merchant's own
 * before it. Addresses are the bare ones, without rendition and query: the storefront adds these.
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

    /** The image, or a video's thumbnail. */
    public function imageUrl(string $assetId): string {}

    /** The player of a video. */
    public function videoUrl(string $assetId): string {}

    /**
     * An address of an asset with this origin in place of its own; any other address as it is. Path and query stay.
     */
    public function rewrite(string $url): string {}
}
