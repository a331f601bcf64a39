<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;

/** For sinks that take products: an asset is settled once all of its products are. */
final class AssetSettlement
{
    private const PAGE = 500;

    private readonly AssetStore $assets;
    private readonly EventLedger $ledger;

    public function __construct(private readonly Database $database)
    {
        $this->assets = new AssetStore($database);
        $this->ledger = new EventLedger($database);
    }

    /** All waiting assets, as a killed process may have left some. */
    public function settleAll(): void
    {
        $last = 0;
        do {
            $rows = $this->database->read(fn (): array => $this->database->execute(
                'SELECT id FROM {aem_asset} WHERE status = ' . Status::TO_SEND
                    . ' AND id > ? ORDER BY id LIMIT ' . self::PAGE,
                [$last],
            )->fetchAll(\PDO::FETCH_COLUMN));
            $this->settle($rows);
            $last = $rows === [] ? $last : end($rows);
        } while (count($rows) === self::PAGE);
    }

    /** @param list<int> $assetRows */
    public function settle(array $assetRows): void
    {
        foreach (array_chunk($assetRows, self::PAGE) as $chunk) {
            $this->database->transaction(function () use ($chunk): void {
                foreach ($chunk as $row) {
                    $this->settleOne($row, (int) (microtime(true) * 1000));
                }
            });
        }
    }

    private function settleOne(int $row, int $now): void
    {
        // Waiting ones have the lowest status.
        $worst = $this->database->execute(
            'SELECT p.status, p.sku, p.error FROM {aem_assignment} s JOIN {aem_product} p ON p.id = s.product_row
            WHERE s.asset_row = ? AND p.status <> ' . Status::DELIVERED . ' ORDER BY p.status LIMIT 1',
            [$row],
        )->fetchAll()[0] ?? null;

        if ($worst !== null && $worst[0] !== Status::REJECTED) {
            return;
        }

        $this->assets->started($row, $now);

        if ($worst === null) {
            $this->assets->delivered($row, null);
            $this->ledger->applied(EventLedger::ASSET, $row, EventLedger::NEVER - 1, $now);
        } else {
            $this->assets->rejected($row, "SKU {$worst[1]}: {$worst[2]}");
        }
    }
}
