<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\RowSet;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Backoff;

/** The queue of changed assets and products, and the results of their changes. */
final class ChangeQueue
{
    private const PAGE = 50;
    private const TABLES = [EventLedger::ASSET => '{aem_asset}', EventLedger::PRODUCT => '{aem_product}'];

    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly AssignmentStore $assignments;
    private readonly EventLedger $ledger;
    private readonly ChangeBuilder $builder;

    public function __construct(private readonly Database $database, Unit $unit, bool $announcedOnly)
    {
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->assignments = new AssignmentStore($database);
        $this->ledger = new EventLedger($database);
        $this->builder = new ChangeBuilder($this->assignments, $unit, $announcedOnly);
    }

    /**
     * Yields changes, oldest first; each is recorded as in flight before it is handed out. Those that need no write are
     * settled.
     *
     * @param int $status Status::TO_SEND or Status::TO_RETRY
     * @param int $until of the latter only what is due then, in milliseconds
     * @param RowSet $tried what has been handed out; of what has failed, that is left out
     * @return \Generator<PendingChange>
     */
    public function take(
        int $kind,
        int $status,
        int $until,
        RowSet $tried,
        int $limit,
        DeliveryResult $result,
    ): \Generator {
        $cursor = [-1, 0];

        do {
            [$changes, $cursor, $isLast] = $this->database->transaction(
                function () use ($kind, $status, $until, $cursor, $tried): array {
                    $page = $this->page($kind, $status, $until, $cursor);
                    $new = array_filter(
                        $page,
                        static fn (array $row): bool => $status === Status::TO_SEND || !$tried->has($row['id']),
                    );
                    $changes = array_map($this->builderOf($kind), array_values($new));
                    $this->begin($changes);

                    return [
                        $changes,
                        $page === [] ? $cursor : [end($page)['dueAt'], end($page)['id']],
                        count($page) < self::PAGE,
                    ];
                }
            );

            foreach ($changes as $change) {
                if ($change->change === null) {
                    $result->unchanged++;
                    continue;
                }

                $tried->add($change->row);
                yield $change;
                $limit--;
            }
        } while (!$isLast && $limit > 0);
    }

    /**
     * Records the results of changes, in one transaction.
     *
     * @param list<array{0: PendingChange, 1: int, 2: string, 3: int}> $outcomes change, status, message, and time of
     *        the
     *        answer in milliseconds
     */
    public function settle(array $outcomes): void
    {
        if ($outcomes === []) {
            return;
        }
        $this->database->transaction(function () use ($outcomes): void {
            foreach ($outcomes as [$change, $status, $message, $time]) {
                $status === Status::DELIVERED ? $this->delivered($change, $time) : $this->failed(
                    $change,
                    $status,
                    $message,
                );
            }
        });
    }

    /** @return \Closure(array<string, mixed>): PendingChange */
    private function builderOf(int $kind): \Closure
    {
        return $kind === EventLedger::ASSET ? $this->builder->ofAsset(...) : $this->builder->ofProduct(...);
    }

    /**
     * @param array{0: int, 1: int} $after due time and row number
     * @return list<array<string, mixed>>
     */
    private function page(int $kind, int $status, int $until, array $after): array
    {
        $columns = $kind === EventLedger::ASSET ? 'asset_id, video, alt_texts' : 'sku, existence, sent';

        return array_map(
            static fn (array $row): array => ['id' => $row[0], 'dueAt' => $row[1], 'version' => $row[2],
                'attempts' => $row[3], 'name' => $row[4]] + ($kind === EventLedger::ASSET
                ? ['video' => $row[5] === 1, 'altTexts' => $row[6]]
                : ['existence' => $row[5], 'sent' => $row[6]]),
            $this->database->execute(
                "SELECT id, due_at, version, attempts, $columns FROM " . self::TABLES[$kind]
                . ' WHERE status = ? AND due_at <= ? AND (due_at > ? OR (due_at = ? AND id > ?))
                ORDER BY due_at, id LIMIT ' . self::PAGE,
                [$status, $until, $after[0], $after[0], $after[1]],
            )->fetchAll(),
        );
    }

    /**
     * From here on it is not known what the sink has of them.
     *
     * @param list<PendingChange> $changes
     */
    private function begin(array $changes): void
    {
        $now = self::now();

        foreach ($changes as $change) {
            if ($change->change === null) {
                $this->delivered($change, $now);
                continue;
            }

            foreach ($change->sent as [$asset, $product, $sent]) {
                if ($sent !== null) {
                    $this->assignments->sent($asset, $product, ProductStore::UNKNOWN);
                }
            }

            if ($change->kind === EventLedger::PRODUCT) {
                $this->products->sending($change->row);
            } else {
                $this->assets->started($change->row, $now);
            }

            $this->ledger->started($change->kind, $change->row, $change->version, $now);
        }
    }

    private function delivered(PendingChange $change, int $now): void
    {
        foreach ($change->sent as [$asset, $product, $sent]) {
            $this->assignments->sent($asset, $product, $sent);
        }
        if ($change->kind === EventLedger::PRODUCT) {
            $this->products->delivered($change->row, $change->version, $change->media);
        } else {
            $this->assets->delivered($change->row, $change->version);
        }
        $this->ledger->applied($change->kind, $change->row, $change->version, $now);
    }

    private function failed(PendingChange $change, int $status, string $message): void
    {
        $retryAt = Backoff::retryAt($change->attempts + 1, time());
        $this->database->execute(
            'UPDATE ' . self::TABLES[$change->kind] . ' SET status = ?, attempts = attempts + 1, due_at = ?, error = ?
            WHERE id = ? AND version = ?',
            [
                $status,
                $retryAt === null ? self::now() : $retryAt * 1000,
                Database::errorText($message),
                $change->row,
                $change->version,
            ],
        );
    }

    private static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }
}
