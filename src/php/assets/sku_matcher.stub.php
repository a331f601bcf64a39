<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Finds the products of an asset by the SKUs in its metadata.
 *
 * @strict-properties
 * @not-serializable
 */
final class SkuMatcher
{
    public readonly string $metadataField;
    public readonly bool $legacyNames;

    /**
     * @param string $metadataField the property that holds the SKUs
     * @param bool $legacyNames also accept the property `commerce:position` and the roles `base` and `swatch`
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public function __construct(string $metadataField = "commerce:skus", bool $legacyNames = false) {}

    /**
     * @param array $asset array{assetId: string, assetMetadata?: array<string, mixed>,
     *        repositoryMetadata?: array<string, mixed>}, as in the data of an event, with all of the metadata
     * @throws \Aco\Exception\MappingException names the field when one of an eligible asset has a wrong type or is too
     *        long
     */
    public function match(array $asset): Asset {}
}
