<?php

/**
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Aco\Assets;

/**
 * Asks an external matcher which products show an asset, and which assets a product shows.
 *
 * Transient failures are retried. After an exception the mappings have to stay as they are.
 *
 * @strict-properties
 * @not-serializable
 */
final class ExternalMatcher
{
    /** @param \Aco\Limits|null $limits maxAttempts and retryBudgetMs are used; null: the defaults */
    public function __construct(MatcherConnection $connection, ?\Aco\Limits $limits = null) {}

    /**
     * An asset that no product may show, which the matcher need not be asked about.
     *
     * @param array $asset as for assetToProduct()
     * @return Asset|null null: the matcher decides
     * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
     */
    public static function withoutAsking(array $asset): ?Asset {}

    /**
     * Asks several questions at once.
     *
     * @param array $questions array<array-key, array{assetId: string, assetMetadata?: array<string, mixed>,
     *        repositoryMetadata?: array<string, mixed>}|array{sku: string, eventData?: array<string, mixed>}>, as for
     *        assetToProduct() and productToAssets(), in any mixture
     * @param int $concurrency requests in flight, 1 to 64
     * @return array array<array-key, Asset|list<array<string, mixed>>|null|\Aco\Exception\AcoException> by the keys of
     *         the questions, in the order of the answers: what these methods return, or the exception that they throw
     * @throws \Aco\Exception\InvalidArgumentException the concurrency is out of range
     */
    public function ask(array $questions, int $concurrency = 8): array {}

    /**
     * The products of an asset. An empty response means that no product shows it. The matcher is not asked about an
     * asset that is not approved.
     *
     * @param array $asset array{assetId: string, assetMetadata?: array<string, mixed>,
     *        repositoryMetadata?: array<string, mixed>}, as in the data of an event, with all of the metadata
     * @return Asset|null null: the matcher wants nothing to change (`skip`)
     * @throws \Aco\Exception\MappingException names the field of the metadata that is wrong
     * @throws \Aco\Exception\AuthenticationException the OAuth server or the matcher refuses the credentials
     * @throws \Aco\Exception\ApiException the matcher responds with an error, or with something else than matches
     * @throws \Aco\Exception\TransportException no connection, no readable response
     */
    public function assetToProduct(array $asset): ?Asset {}

    /**
     * The assets of a product. A matcher knows no alternative texts, so these are empty.
     *
     * @param array $eventData array<string, mixed> that the matcher gets in addition to the SKU
     * @return array|null list<array{assetId: string, video: bool, altTexts: list, roles: list<string>, position:
     *         ?int}>, the media of a ProductChange; null: the matcher wants nothing to change (`skip`)
     * @throws \Aco\Exception\AuthenticationException
     * @throws \Aco\Exception\ApiException
     * @throws \Aco\Exception\TransportException
     */
    public function productToAssets(string $sku, array $eventData = []): ?array {}
}
