<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Plugin;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\Export\Adoption;
use Aco\CommerceOptimizer\Model\Export\MappedItem;
use Aco\CommerceOptimizer\Model\Export\PendingExports;
use Aco\CommerceOptimizer\Model\ScopeFilter;
use Aco\Exception\MappingException;
use Aco\Feed;
use Aco\Mapper;
use Magento\DataExporter\Export\Processor;
use Magento\DataExporter\Model\FeedHashBuilder;
use Magento\DataExporter\Model\FeedMetadataPool;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;

/**
 * Maps items before Commerce hashes them, and leaves out those of scopes that are switched off: Commerce then deletes
 * what it had sent.
 */
class MapBeforeHash
{
    /**
     * @var array<string, array{Mapper, list<string>, string}> mapper, fields to keep and the one with the entity's id,
     *      by feed
     */
    private array $feeds = [];

    public function __construct(
        private readonly Config $config,
        private readonly FeedMetadataPool $metadata,
        private readonly ScopeFilter $scopes,
        private readonly PendingExports $pending,
        private readonly Adoption $adoption,
        private readonly FeedHashBuilder $identities,
    ) {
    }

    /**
     * @param array<int|string, array<string, mixed>> $items
     * @param array<mixed> $arguments
     * @param array<mixed>|null $assembled what Commerce has assembled; null: it is asked to assemble items for somebody
     *        else
     *
     * @return array<int|string, array<string, mixed>>
     */
    public function afterProcess(
        Processor $subject,
        array $items,
        string $feedName,
        array $arguments = [],
        ?array $assembled = null,
    ): array {
        $feed = $assembled === null ? null : Feed::tryFrom($feedName);
        if ($feed === null || !($this->config->isConfigured() || $this->adoption->isActive())) {
            return $items;
        }

        $items = array_filter($items, fn (array $item): bool => !$this->scopes->isExcluded($feed, $item));
        if ($this->config->mapsBeforeHash()) {
            $this->feeds[$feedName] ??= [
                new Mapper($feed),
                $this->keptFields($feedName),
                $this->metadata->getMetadata($feedName)->getFeedIdentity(),
            ];
            foreach ($items as $key => $item) {
                $items[$key] = $this->map($item, ...$this->feeds[$feedName]);
            }
        }
        if ($this->pending->hasUnwritten($feed)) {
            $this->pending->settleRepeated($feed, $this->identitiesOf($items, $this->metadata->getMetadata($feedName)));
        }

        return $items;
    }

    /**
     * @param array<int|string, array<string, mixed>> $items
     *
     * @return \Generator<string>
     */
    private function identitiesOf(array $items, FeedIndexMetadata $metadata): \Generator
    {
        foreach ($items as $item) {
            yield $this->identities->buildIdentifierFromFeedItem($item, $metadata);
        }
    }

    /**
     * @param array<string, mixed> $item
     * @param list<string> $kept
     *
     * @return array<string, mixed>
     */
    private function map(array $item, Mapper $mapper, array $kept, string $identity): array
    {
        // Some collector has failed for it already, or tells that it is gone: Commerce deals with that.
        if (!empty($item['errors']) || !empty($item['deleted'])) {
            return $item;
        }

        try {
            return MappedItem::make($item, $kept, $identity, $mapper->map($item));
        } catch (MappingException $e) {
            // Commerce stores the message with the row and sends nothing until the item changes.
            return ['errors' => $e->getMessage()] + $item;
        }
    }

    /** @return list<string> */
    private function keptFields(string $feedName): array
    {
        $metadata = $this->metadata->getMetadata($feedName);

        return array_values(array_unique([
            $metadata->getFeedIdentity(),
            ...array_map(
                static fn (string $path): string => explode('.', $path)[0],
                array_values($metadata->getFeedItemIdentifiers()),
            ),
            ...array_values($metadata->getMinimalPayloadFieldsList()),
            'deleted',
        ]));
    }
}
