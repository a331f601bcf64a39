<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Cli\Store\Database;

/** Turns what the matcher has found for an asset into assignments. Call its methods in a transaction. */
final class AssetMapping
{
    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssignmentStore $assignments;
    private readonly EventLedger $ledger;

    public function __construct(Database $database, private readonly Unit $unit)
    {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->assignments = new AssignmentStore($database);
        $this->ledger = new EventLedger($database);
    }

    /**
     * @param bool $isEvent false: it is none of the ledger, or is there already
     * @param bool $hasWaiting whether there are earlier events, which this also applies
     */
    public function apply(
        AssetRow $row,
        Asset $asset,
        int $dispatchedAt,
        int $now,
        IndexResult $result,
        bool $isEvent,
        bool $hasWaiting,
    ): void {
        $present = $row->id === null ? [] : $this->assignments->ofAsset($row->id);
        $concernsProducts = $present !== [] || $asset->assignments !== [];
        $id = $this->assets->save($row, $asset, $concernsProducts, $dispatchedAt, $now);

        if ($isEvent) {
            $this->ledger->received(EventLedger::ASSET, $id, $row->version + 1, $dispatchedAt, $now);
        }
        if ($hasWaiting) {
            $this->ledger->revive(EventLedger::ASSET, $id, $row->version + 1);
        }

        if ($concernsProducts) {
            $this->assign($id, $row, $asset, $present, $now, $result);
        } else {
            $this->ledger->applied(EventLedger::ASSET, $id, $row->version + 1, $now);
        }

        $result->log[] = $asset->eligible
            ? ['info', 'asset.received', ['asset' => $row->assetId, 'skus' => count($asset->assignments)]]
            : ['info', 'asset.skipped', ['asset' => $row->assetId, 'reason' => $asset->reason]];
    }

    public function unusable(
        AssetRow $row,
        string $message,
        int $dispatchedAt,
        int $now,
        IndexResult $result,
    ): void {
        $id = $this->assets->saveUnusable($row, $message, $dispatchedAt, $now);
        $this->ledger->withdraw(EventLedger::ASSET, $id);
        $result->unusable++;
        $result->log[] = ['error', 'asset.unusable', ['asset' => $row->assetId, 'message' => $message]];
    }

    /**
     * Writes the assignments of the asset, and marks what else changes by them.
     *
     * @param array<int, array{wanted: bool, roles: list<string>, position: ?int, sent: ?string}> $present by product
     *        row
     */
    private function assign(
        int $id,
        AssetRow $before,
        Asset $asset,
        array $present,
        int $now,
        IndexResult $result,
    ): void {
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
    private function contest(
        int $id,
        AssetRow $before,
        array $rolesBefore,
        array $roles,
        int $now,
        IndexResult $result,
    ): void {
        $claimBefore = AssignmentStore::claim($before->claim, $before->assetId);
        $claim = AssignmentStore::claim($before->state->latest(), $before->assetId);
        $contested = array_keys(array_filter($rolesBefore) + array_filter($roles));
        $touched = [];

        // Products by role, and whether the asset has gained or lost it.
        $moved = [];

        foreach ($this->assignments->claims($contested) as $product => $claims) {
            $earlier = self::contestOfOthers($claims, $id);
            $later = clone $earlier;
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
            $subject = ['asset' => $before->assetId, 'role' => (string) $role];
            $result->log[] = ['info', 'role.reassigned', $subject + $products];
        }

        $this->assets->touch(array_keys($touched), $now);
    }
    /** @param list<array{0: int, 1: list<string>, 2: string}> $claims asset row, roles and claim */
    private static function contestOfOthers(array $claims, int $id): RoleContest
    {
        $contest = new RoleContest();

        foreach ($claims as [$asset, $roles, $claim]) {
            if ($asset !== $id) {
                $contest->enter($asset, $roles, $claim);
            }
        }

        return $contest;
    }
}
