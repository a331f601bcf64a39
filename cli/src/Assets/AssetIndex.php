<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Store\Database;
use Aco\Exception\MappingException;

/**
 * Which products are to show which assets. Events change what is wanted, and mark what has to be written; ChangeQueue
 * says what that is. Both are in the database: whatever is killed when, nothing is lost, and the same events in any
 * order, and any number of times, end in the same.
 */
final class AssetIndex
{
    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssetMapping $mapping;
    private readonly QuestionStore $questions;
    private readonly EventLedger $ledger;

    /**
     * @param ?SkuMatcher $matcher null: an external one is asked later; here its questions are noted
     * @param bool $asksAgain about a product each time it is saved
     * @param bool $isImport what is taken in was changed long ago: it is no update whose time counts
     */
    public function __construct(
        private readonly Database $database,
        private readonly ?SkuMatcher $matcher,
        Unit $unit,
        private readonly bool $asksAgain = false,
        private readonly Visibility $visibility = new Visibility(),
        private readonly bool $isImport = false,
    ) {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->mapping = new AssetMapping($database, $unit);
        $this->questions = new QuestionStore($database);
        $this->ledger = new EventLedger($database);
    }

    /**
     * Applies events in one transaction.
     *
     * @param list<AssetEvent|ProductEvent> $events
     * @param float $now when they were received
     * @param ?\Closure(): void $also what else belongs to the transaction
     */
    public function apply(array $events, float $now, ?\Closure $also = null): IndexResult
    {
        return $this->database->transaction(function () use ($events, $now, $also): IndexResult {
            $result = new IndexResult();
            $milliseconds = (int) ($now * 1000);

            foreach ($events as $event) {
                $event instanceof AssetEvent
                    ? $this->applyOne($event, $milliseconds, $result)
                    : $this->applyProduct($event, $milliseconds, $result);
            }

            if ($also !== null) {
                $also();
            }

            return $result;
        });
    }

    /** Notes that a product was made or deleted. */
    private function applyProduct(ProductEvent $event, int $now, IndexResult $result): void
    {
        [$row, $isNew] = $this->products->note($event->sku, !$event->deleted, $now);

        if (!$isNew && ($event->deleted || !$this->asksAgain || $this->matcher !== null)) {
            $result->stale++;

            return;
        }

        // They may have been rejected because this product was missing.
        $this->assets->touch($this->assets->rejectedWith($row), $now);
        $this->noteProduct($row, $event, min((int) ($event->time * 1000), $now), $now);
        $result->applied++;
        $result->log[] = ['info', 'product.received', ['sku' => $event->sku, 'deleted' => $event->deleted]];
    }

    private function noteProduct(int $row, ProductEvent $event, int $dispatchedAt, int $now): void
    {
        $version = $this->products->version($row);
        $hasQuestion = $this->matcher === null && !$event->deleted;
        $this->ledger->received(
            EventLedger::PRODUCT,
            $row,
            $hasQuestion ? EventLedger::NEVER : $version,
            $dispatchedAt,
            $now,
        );

        if ($hasQuestion) {
            $this->questions->open(EventLedger::PRODUCT, $row, $event->data, $dispatchedAt, $now);
        } elseif ($this->matcher === null && $this->questions->drop(EventLedger::PRODUCT, $row)) {
            $this->ledger->revive(EventLedger::PRODUCT, $row, $version);
        }
    }

    private function applyOne(AssetEvent $event, int $now, IndexResult $result): void
    {
        $row = $this->assets->find($event->assetId);
        $isListed = $this->isImport && $row->state->listed($event);

        if (!$row->state->merge($event) && !$isListed) {
            $result->stale++;
            $result->log[] = self::skipped($event, 'stale');

            return;
        }

        if ($row->id === null && $row->state->isEmpty() && $event->kind !== EventKind::Deleted) {
            $result->skipped++;
            $result->log[] = self::skipped($event, 'not_commerce');

            return;
        }

        if ($this->accept($row, $event, min((int) ($event->time * 1000), $now), $now, $result)) {
            $result->applied++;
        }
    }

    /** Writes what an event makes of an asset; false when it cannot be used. */
    private function accept(AssetRow $row, AssetEvent $event, int $dispatchedAt, int $now, IndexResult $result): bool
    {
        if ($row->state->isTooLarge()) {
            // The event is dropped, except for the failure.
            $row = $this->assets->find($event->assetId);
            $message = 'the metadata is larger than ' . (AssetState::MAX_BYTES >> 20) . ' MiB';
            $this->mapping->unusable($row, $message, $dispatchedAt, $now, $result);

            return false;
        }

        $item = $this->visibility->asset($event->assetId, $row->state->properties());

        try {
            $asset = $this->matcher === null ? ExternalMatcher::withoutAsking($item) : $this->matcher->match($item);
        } catch (MappingException $e) {
            $this->dropQuestion($row);
            $this->mapping->unusable($row, $e->getMessage(), $dispatchedAt, $now, $result);

            return false;
        }

        if ($asset === null) {
            $id = $this->assets->note($row, $dispatchedAt, $now);

            if (!$this->isImport) {
                $this->ledger->received(EventLedger::ASSET, $id, EventLedger::NEVER, $dispatchedAt, $now);
            }

            $this->questions->open(EventLedger::ASSET, $id, null, $dispatchedAt, $now);
        } else {
            $hasWaiting = $this->dropQuestion($row);
            $this->mapping->apply($row, $asset, $dispatchedAt, $now, $result, !$this->isImport, $hasWaiting);
        }

        return true;
    }

    /** Drops a question that has been decided without the matcher. */
    private function dropQuestion(AssetRow $row): bool
    {
        return $this->matcher === null && $row->id !== null && $this->questions->drop(EventLedger::ASSET, $row->id);
    }

    /** @return array{0: string, 1: string, 2: array<string, mixed>} */
    private static function skipped(AssetEvent $event, string $reason): array
    {
        return ['info', 'asset.skipped', ['asset' => $event->assetId, 'reason' => $reason]];
    }
}
