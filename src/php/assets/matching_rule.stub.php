<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/** Who decides which products show an asset. */
enum RuleType: string
{
    case MatchBySku = "matchBySKU";
    case ExternalMatcher = "externalMatcher";
}

/**
 * A matching rule, as it is registered.
 *
 * @strict-properties
 * @not-serializable
 */
final class MatchingRule
{
    public readonly RuleType $type;

    /** The property that holds the SKUs; null for an external matcher. */
    public readonly ?string $metadataField;

    public readonly ?MatcherConnection $matcher;

    private function __construct() {}

    /** @throws \Aco\Exception\InvalidArgumentException */
    public static function bySku(string $metadataField = "commerce:skus"): MatchingRule {}

    public static function external(MatcherConnection $matcher): MatchingRule {}

    /**
     * By one of the names that the documentation and the Admin use, in upper or lower case: `matchBySKU`,
     * `matchBySkuRule`, `Match by product SKU`, `externalMatcher`, `Custom match`, `Custom Matcher`.
     *
     * @param string|null $metadataField for matching by SKU; null: `commerce:skus`
     * @param MatcherConnection|null $matcher required for an external matcher
     * @throws \Aco\Exception\InvalidArgumentException
     */
    public static function named(
        string $type,
        ?string $metadataField = null,
        ?MatcherConnection $matcher = null,
    ): MatchingRule {}
}
