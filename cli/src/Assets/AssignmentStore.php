<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;

/** Which products show which assets: what is wanted, and what was written. Call its methods in a transaction. */
final class AssignmentStore
{
    /** Role names have no control characters. */
    private const ROLE_SEPARATOR = "\n";
    private const CHUNK = 100;

    public function __construct(private readonly Database $database)
    {
    }

    /** @return array<int, array{wanted: bool, roles: list<string>, position: ?int, sent: ?string}> by product row */
    public function ofAsset(int $assetRow): array
    {
        $rows = [];
        $select = $this->database->execute(
            'SELECT product_row, wanted, roles, position, sent FROM {aem_assignment} WHERE asset_row = ?',
            [$assetRow],
        );

        foreach ($select->fetchAll() as [$product, $wanted, $roles, $position, $sent]) {
            $rows[$product] = [
                'wanted' => $wanted === 1, 'roles' => self::roles($roles), 'position' => $position, 'sent' => $sent,
            ];
        }

        return $rows;
    }

    /**
     * What is wanted of an asset, or was written.
     *
     * @return list<array{product: int, sku: string, existence: ?int, wanted: bool, roles: list<string>, position: ?int,
     *         sent: ?string}> in the order of the products' rows
     */
    public function withSkus(int $assetRow): array
    {
        return array_map(static fn (array $row): array => [
            'product' => $row[0], 'sku' => $row[1], 'existence' => $row[2], 'wanted' => $row[3] === 1,
            'roles' => self::roles($row[4]), 'position' => $row[5], 'sent' => $row[6],
        ], $this->database->execute(
            'SELECT s.product_row, p.sku, p.existence, s.wanted, s.roles, s.position, s.sent
            FROM {aem_assignment} s JOIN {aem_product} p ON p.id = s.product_row
                WHERE s.asset_row = ? ORDER BY s.product_row',
            [$assetRow],
        )->fetchAll());
    }

    /**
     * The assets that claim roles of the products.
     *
     * @param list<int> $productRows
     * @return array<int, list<array{0: int, 1: list<string>, 2: string}>> asset row, roles and claim by product row
     */
    public function claims(array $productRows): array
    {
        $claims = [];

        foreach (array_chunk($productRows, self::CHUNK) as $chunk) {
            $select = $this->database->execute(
                "SELECT s.product_row, s.asset_row, s.roles, a.claim, a.asset_id
                FROM {aem_assignment} s JOIN {aem_asset} a ON a.id = s.asset_row
                WHERE s.product_row IN (?" . str_repeat(',?', self::CHUNK - 1) . ") AND s.wanted = 1 AND s.roles <> ''",
                array_pad($chunk, self::CHUNK, null),
            );

            foreach ($select->fetchAll() as [$product, $asset, $roles, $claim, $assetId]) {
                $claims[$product][] = [$asset, self::roles($roles), self::claim($claim, $assetId)];
            }
        }

        return $claims;
    }

    /**
     * @return list<array{asset: int, assetId: string, video: bool, altTexts: string, claim: string, wanted: bool,
     * roles: list<string>, position: ?int}> what is wanted of a product's media, or was written, in the order of
     *         position, time of the update and asset id
     */
    public function ofProduct(int $productRow): array
    {
        return array_map(static fn (array $row): array => [
            'asset' => $row[0], 'assetId' => $row[1], 'video' => $row[2] === 1, 'altTexts' => $row[3],
            'claim' => self::claim($row[4], $row[1]), 'wanted' => $row[5] === 1, 'roles' => self::roles($row[6]),
            'position' => $row[7],
        ], $this->database->execute(
            'SELECT s.asset_row, a.asset_id, a.video, a.alt_texts, a.claim, s.wanted, s.roles, s.position
            FROM {aem_assignment} s JOIN {aem_asset} a ON a.id = s.asset_row WHERE s.product_row = ?
            ORDER BY CASE WHEN s.position IS NULL THEN 1 ELSE 0 END, s.position, a.claim, a.asset_id',
            [$productRow],
        )->fetchAll());
    }

    /** @param list<string> $roles */
    public function want(int $assetRow, int $productRow, array $roles, ?int $position, bool $isThere): void
    {
        $roles = implode(self::ROLE_SEPARATOR, $roles);
        $this->database->execute(
            $isThere
                ? 'UPDATE {aem_assignment} SET wanted = 1, roles = ?, position = ?
                    WHERE asset_row = ? AND product_row = ?'
                : 'INSERT INTO {aem_assignment} (roles, position, asset_row, product_row, wanted)
                    VALUES (?, ?, ?, ?, 1)',
            [$roles, $position, $assetRow, $productRow],
        );
    }

    /** The row stays until the sink has the change. */
    public function drop(int $assetRow, int $productRow): void
    {
        $this->database->execute(
            'UPDATE {aem_assignment} SET wanted = 0 WHERE asset_row = ? AND product_row = ?',
            [$assetRow, $productRow],
        );
    }

    /** @param ?string $sent hash of what the sink has, "" when that is not known, null when it has nothing */
    public function sent(int $assetRow, int $productRow, ?string $sent): void
    {
        $this->database->execute(
            'UPDATE {aem_assignment} SET sent = ? WHERE asset_row = ? AND product_row = ?',
            [$sent, $assetRow, $productRow],
        );
        if ($sent === null) {
            $this->database->execute(
                'DELETE FROM {aem_assignment} WHERE asset_row = ? AND product_row = ? AND wanted = 0',
                [$assetRow, $productRow],
            );
        }
    }

    /** A higher key was updated later; keys of two assets always differ. */
    public static function claim(string $claim, string $assetId): string
    {
        return "$claim\t$assetId";
    }

    /** @return list<string> */
    private static function roles(string $roles): array
    {
        return $roles === '' ? [] : explode(self::ROLE_SEPARATOR, $roles);
    }
}
