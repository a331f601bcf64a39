<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Assets\SkuMatcher;
use Aco\Cli\Store\Database;
use Aco\Exception\MappingException;

/**
 * Which products are to show which assets. Events change what is wanted, and mark what has to be written; ChangeQueue says
 * what that is. Both are in the database: whatever is killed when, nothing is lost, and the same events in any order, and
 * any number of times, end in the same.
 */
final class AssetIndex
{
    /** Fits into a statement of MariaDB, whose max_allowed_packet is 16 MiB by default. */
    private const LARGEST_METADATA = 8 << 20;

    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssignmentStore $assignments;
    private readonly EventLedger $ledger;

    public function __construct(
        private readonly Database $database,
        private readonly SkuMatcher $matcher,
        private readonly Unit $unit,
    ) {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->assignments = new AssignmentStore($database);
        $this->ledger = new EventLedger($database);
    }

    /**
     * Applies events in one transaction.
     *
     * @param list<AssetEvent> $events
     * @param float $now when they were received
     */
    public function apply(array $events, float $now): IndexResult
    {
        return $this->database->transaction(function () use ($events, $now): IndexResult {
            $result = new IndexResult();
            foreach ($events as $event) {
                $this->applyOne($event, (int) ($now * 1000), $result);
            }

            return $result;
        });
    }

    /**
     * Notes which products were made or deleted, in one transaction.
     *
     * @param list<ProductEvent> $events
     */
    public function applyProducts(array $events, float $now): IndexResult
    {
        return $this->database->transaction(function () use ($events, $now): IndexResult {
            $result = new IndexResult();
            $milliseconds = (int) ($now * 1000);
            foreach ($events as $event) {
                [$row, $isNew] = $this->products->note($event->sku, !$event->deleted, $milliseconds);
                if (!$isNew) {
                    $result->stale++;
                    continue;
                }
                // Perhaps this product was what they lacked.
                $this->assets->touch($this->assets->rejectedWith($row), $milliseconds);
                $this->ledger->received(
                    EventLedger::PRODUCT,
                    $row,
                    $this->products->version($row),
                    (int) ($event->time * 1000),
                    $milliseconds,
                );
                $result->applied++;
                $result->log[] = ['info', 'product.received', ['sku' => $event->sku, 'deleted' => $event->deleted]];
            }

            return $result;
        });
    }

    private function applyOne(AssetEvent $event, int $now, IndexResult $result): void
    {
        $row = $this->assets->find($event->assetId);
        if (!$row->state->merge($event)) {
            $result->stale++;
            $result->log[] = self::skipped($event, 'stale');

            return;
        }
        if ($row->id === null && $row->state->isEmpty() && $event->kind !== EventKind::Deleted) {
            $result->skipped++;
            $result->log[] = self::skipped($event, 'not_commerce');

            return;
        }
        if (strlen($row->state->toJson()) > self::LARGEST_METADATA) {
            // As if the event had not come, but for the failure.
            $row = $this->assets->find($event->assetId);
            $this->unusable($row, 'the metadata has more than ' . (self::LARGEST_METADATA >> 20) . ' MiB', $event, $now, $result);

            return;
        }
        $dispatchedAt = min((int) ($event->time * 1000), $now);
        try {
            $asset = $this->matcher->match(AssetProperties::asset($event->assetId, $row->state->properties()));
        } catch (MappingException $e) {
            $this->unusable($row, $e->getMessage(), $event, $now, $result);

            return;
        }
        $present = $row->id === null ? [] : $this->assignments->ofAsset($row->id);
        $concernsProducts = $present !== [] || $asset->assignments !== [];
        $id = $this->assets->save($row, $asset, $concernsProducts, $dispatchedAt, $now);
        $this->ledger->received(EventLedger::ASSET, $id, $row->version + 1, $dispatchedAt, $now);
        if (!$row->usable) {
            $this->ledger->revive(EventLedger::ASSET, $id, $row->version + 1);
        }
        if ($concernsProducts) {
            $this->assign($id, $row, $asset, $present, $now, $result);
        } else {
            $this->ledger->applied(EventLedger::ASSET, $id, $row->version + 1, $now);
        }
        $result->applied++;
        $result->log[] = $asset->eligible
            ? ['info', 'asset.received', ['asset' => $event->assetId, 'skus' => count($asset->assignments)]]
            : self::skipped($event, $asset->reason);
    }

    private function unusable(AssetRow $row, string $message, AssetEvent $event, int $now, IndexResult $result): void
    {
        $dispatchedAt = min((int) ($event->time * 1000), $now);
        $id = $this->assets->saveUnusable($row, $message, $dispatchedAt, $now);
        $this->ledger->received(EventLedger::ASSET, $id, EventLedger::NEVER, $dispatchedAt, $now);
        $result->unusable++;
        $result->log[] = ['error', 'asset.unusable', ['asset' => $event->assetId, 'message' => $message]];
    }

    /**
     * Makes the assignments those of the asset, and marks what else changes by that.
     *
     * @param array<int, array{wanted: bool, roles: list<string>, position: ?int, sent: ?string}> $present by product row
     */
    private function assign(int $id, AssetRow $before, Asset $asset, array $present, int $now, IndexResult $result): void
    {
        $skus = [];
        foreach ($asset->assignments as $assignment) {
            $skus[] = $assignment->sku;
        }
        $rows = $this->products->rows($skus);
        $wanted = [];
        foreach ($asset->assignments as $assignment) {
            $product = $rows[$assignment->sku];
            $wanted[$product] = $assignment->roles;
            $isThere = isset($present[$product]);
            if (!$isThere || !$present[$product]['wanted'] || $present[$product]['roles'] !== $assignment->roles
                || $present[$product]['position'] !== $assignment->position) {
                $this->assignments->want($id, $product, $assignment->roles, $assignment->position, $isThere);
            }
        }
        $wantedBefore = [];
        foreach ($present as $product => $assigned) {
            if ($assigned['wanted']) {
                $wantedBefore[$product] = $assigned['roles'];
                if (!isset($wanted[$product])) {
                    $this->assignments->drop($id, $product);
                }
            }
        }
        if ($this->unit === Unit::Product) {
            $this->products->touch(array_keys($wantedBefore + $wanted), $now);
        } else {
            $this->contest($id, $before, $wantedBefore, $wanted, $now, $result);
        }
    }

    /**
     * Marks the assets that lose a role to this one, or get one back.
     *
     * @param array<int, list<string>> $rolesBefore by product row
     * @param array<int, list<string>> $roles
     */
    private function contest(int $id, AssetRow $before, array $rolesBefore, array $roles, int $now, IndexResult $result): void
    {
        $claimBefore = AssignmentStore::claim($before->claim, $before->assetId);
        $claim = AssignmentStore::claim($before->state->latest(), $before->assetId);
        $contested = array_keys(array_filter($rolesBefore) + array_filter($roles));
        $touched = [];
        // Products by role, and whether the asset has gained or lost it.
        $moved = [];
        foreach ($this->assignments->claims($contested) as $product => $claims) {
            $earlier = new RoleContest();
            $later = new RoleContest();
            foreach ($claims as [$asset, $claimed, $theirClaim]) {
                if ($asset !== $id) {
                    $earlier->enter($asset, $claimed, $theirClaim);
                    $later->enter($asset, $claimed, $theirClaim);
                }
            }
            $earlier->enter($id, $rolesBefore[$product] ?? [], $claimBefore);
            $later->enter($id, $roles[$product] ?? [], $claim);
            foreach (array_unique([...($rolesBefore[$product] ?? []), ...($roles[$product] ?? [])]) as $role) {
                $from = $earlier->winner($role);
                $to = $later->winner($role);
                if ($from === $to) {
                    continue;
                }
                $other = $from === $id ? $to : $from;
                if ($other !== null) {
                    $touched[$other] = true;
                    $way = $to === $id ? 'gained' : 'lost';
                    $moved[$role][$way] = ($moved[$role][$way] ?? 0) + 1;
                    $result->reassigned++;
                }
            }
        }
        foreach ($moved as $role => $products) {
            $result->log[] = ['info', 'role.reassigned', ['asset' => $before->assetId, 'role' => (string) $role] + $products];
        }
        $this->assets->touch(array_keys($touched), $now);
    }

    /** @return array{0: string, 1: string, 2: array<string, mixed>} */
    private static function skipped(AssetEvent $event, string $reason): array
    {
        return ['info', 'asset.skipped', ['asset' => $event->assetId, 'reason' => $reason]];
    }
}
