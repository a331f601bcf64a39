<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Import;

use Aco\Cli\Assets\AssetStore;
use Aco\Cli\Assets\AssignmentStore;
use Aco\Cli\Assets\ProductStore;
use Aco\Cli\Assets\Unit;
use Aco\Cli\Store\Database;

/** Takes for unknown what the sink has, so that it is given all assets again; once more after a kill. */
final class Resend
{
    private const PAGE = 200;

    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssignmentStore $assignments;

    public function __construct(private readonly Database $database, private readonly Unit $unit)
    {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->assignments = new AssignmentStore($database);
    }

    public function run(): void
    {
        $last = 0;

        do {
            $rows = $this->database->transaction(fn (): array => $this->page($last));
            $last = $rows === [] ? $last : end($rows);
        } while (count($rows) === self::PAGE);
    }

    /** @return list<int> asset rows after that one that products show, or showed */
    private function page(int $last): array
    {
        $now = (int) (microtime(true) * 1000);
        $rows = $this->database->execute(
            'SELECT DISTINCT asset_row FROM {aem_assignment} WHERE asset_row > ? ORDER BY asset_row LIMIT ' . self::PAGE,
            [$last],
        )->fetchAll(\PDO::FETCH_COLUMN);

        foreach ($rows as $row) {
            foreach ($this->assignments->ofAsset($row) as $product => $assignment) {
                // What was never sent is sent anyway, or belongs to a product that is not written.
                if ($assignment['sent'] !== null) {
                    $this->assignments->sent($row, $product, ProductStore::UNKNOWN);
                }

                if ($this->unit === Unit::Product) {
                    $this->products->forgetSent($product);
                    $this->products->touch([$product], $now);
                }
            }
        }

        $this->assets->touch($rows, $now);

        return $rows;
    }
}
