<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\AssetChange;
use Aco\Assets\Assignment;
use Aco\Assets\ProductChange;

/** Builds the changes that bring a sink up to date. Call its methods in a transaction. */
final class ChangeBuilder
{
    /** @param bool $announcedOnly whether to write only products that an event from Commerce has announced */
    public function __construct(
        private readonly AssignmentStore $assignments,
        private readonly Unit $unit,
        private readonly bool $announcedOnly,
    ) {
    }

    /** @param array{id: int, name: string, version: int, attempts: int, video: bool, altTexts: string} $asset */
    public function ofAsset(array $asset): PendingChange
    {
        if ($this->unit === Unit::Product) {
            // Its products are written.
            return $this->pending(EventLedger::ASSET, $asset, null, []);
        }

        $altTexts = json_decode($asset['altTexts'], true, 512, JSON_THROW_ON_ERROR);
        $rows = $this->assignments->withSkus($asset['id']);
        $contests = $this->contests($rows);
        $all = [];
        $upserts = [];
        $removals = [];
        $sent = [];

        foreach ($rows as $row) {
            if (!$row['wanted'] || !$this->isWritable($row['existence'])) {
                if ($row['sent'] !== null) {
                    $removals[] = $row['sku'];
                }

                $sent[] = [$asset['id'], $row['product'], null];
                continue;
            }

            $roles = $row['roles'] === [] ? [] : $contests[$row['product']]->won($asset['id'], $row['roles']);
            $assignment = new Assignment($row['sku'], $roles, $row['position']);
            $all[] = $assignment;
            $hash = self::hash([$roles, $row['position'], $asset['video'], $asset['altTexts']]);
            if ($hash !== $row['sent']) {
                $upserts[] = $assignment;
                $sent[] = [$asset['id'], $row['product'], $hash];
            }
        }

        $change = $upserts === [] && $removals === []
            ? null
            : new AssetChange($asset['name'], $asset['video'], $altTexts, $all, $upserts, $removals);

        return $this->pending(EventLedger::ASSET, $asset, $change, $sent);
    }

    /** @param array{id: int, name: string, version: int, attempts: int, existence: ?int, sent: ?string} $product */
    public function ofProduct(array $product): PendingChange
    {
        $rows = $this->assignments->ofProduct($product['id']);
        $contest = new RoleContest();

        foreach ($rows as $row) {
            if ($row['wanted']) {
                $contest->enter($row['asset'], $row['roles'], $row['claim']);
            }
        }

        $media = [];
        $sent = [];

        foreach ($rows as $row) {
            if (!$row['wanted'] || !$this->isWritable($product['existence'])) {
                $sent[] = [$row['asset'], $product['id'], null];
                continue;
            }

            $roles = $contest->won($row['asset'], $row['roles']);
            $media[] = [
                'assetId' => $row['assetId'],
                'video' => $row['video'],
                'altTexts' => json_decode($row['altTexts'], true, 512, JSON_THROW_ON_ERROR),
                'roles' => $roles,
                'position' => $row['position'],
            ];
            $sent[] = [
                $row['asset'], $product['id'], self::hash([$roles, $row['position'], $row['video'], $row['altTexts']]),
            ];
        }

        $hash = $media === [] ? null : self::hash($media);
        // Nothing is there, except for a product that was written before, or with media and an unknown state.
        $isSame = $hash === $product['sent']
            || ($hash === null && $product['sent'] === ProductStore::UNKNOWN && $rows === []);

        return $this->pending(
            EventLedger::PRODUCT,
            $product,
            $isSame ? null : new ProductChange($product['name'], $media),
            $sent,
            $hash,
        );
    }

    /**
     * @param list<array{product: int, wanted: bool, roles: list<string>}> $rows
     * @return array<int, RoleContest> by product row
     */
    private function contests(array $rows): array
    {
        $products = [];

        foreach ($rows as $row) {
            if ($row['wanted'] && $row['roles'] !== []) {
                $products[] = $row['product'];
            }
        }

        $contests = [];

        foreach ($this->assignments->claims($products) as $product => $claims) {
            $contests[$product] = new RoleContest();

            foreach ($claims as [$asset, $roles, $claim]) {
                $contests[$product]->enter($asset, $roles, $claim);
            }
        }

        return $contests;
    }

    private function isWritable(?int $existence): bool
    {
        return $existence === ProductStore::EXISTS || ($existence === null && !$this->announcedOnly);
    }

    /**
     * @param array{id: int, name: string, version: int, attempts: int} $subject
     * @param list<array{0: int, 1: int, 2: ?string}> $sent
     */
    private function pending(
        int $kind,
        array $subject,
        AssetChange|ProductChange|null $change,
        array $sent,
        ?string $media = null,
    ): PendingChange {
        return new PendingChange(
            $kind,
            $subject['id'],
            $subject['name'],
            $subject['version'],
            $subject['attempts'],
            $change,
            $sent,
            $media,
        );
    }

    private static function hash(mixed $content): string
    {
        return hash('xxh128', json_encode($content, JSON_THROW_ON_ERROR));
    }
}
