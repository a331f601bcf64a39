<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Asks a matcher of your own which products show an asset, and which assets a product shows.
 *
 * Whatever is thrown: what is mapped stays as it is. Troubles that may pass are met by further attempts first.
 *
 * @strict-properties
 * @not-serializable
 */
final class ExternalMatcher
{
    /** @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults */
    public function __construct(MatcherConnection $connection, ?\Aco\Limits $limits = null) {}

    /**
     * What is known of an asset without the matcher: that no product may show it.
     *
     * @param array $asset as for assetToProduct()
     * @return Asset|null null: the matcher has to be asked
     * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
     */
    public static function withoutAsking(array $asset): ?Asset {}

    /**
     * The products of an asset: an empty response means that none shows it. An asset that is not approved is not asked
     * about.
     *
     * @param array $asset array{assetId: string, assetMetadata?: array<string, mixed>,
     *        repositoryMetadata?: array<string, mixed>}, as in the data of an event, with all of the metadata
     * @return Asset|null null: the matcher says that nothing is to change (`skip`)
     * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
     * @throws \Aco\Exception\AuthenticationException the OAuth server or the matcher refuses the credentials
     * @throws \Aco\Exception\ApiException the matcher responds with an error, or not with what was asked for
     * @throws \Aco\Exception\TransportException no connection, no readable response
     */
    public function assetToProduct(array $asset): ?Asset {}

    /**
     * The assets of a product. Alternative texts are not part of a matcher's response: they are empty here.
     *
     * @param array $eventData array<string, mixed> that the matcher gets beside the SKU
     * @return array|null list<array{assetId: string, video: bool, altTexts: list, roles: list<string>, position:
     *        ?int}>, the media of a ProductChange; null: the matcher says that nothing is to change (`skip`)
     * @throws \Aco\Exception\AuthenticationException
     * @throws \Aco\Exception\ApiException
     * @throws \Aco\Exception\TransportException
     */
    public function productToAssets(string $sku, array $eventData = []): ?array {}
}
