<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

/** The feed tables: what was sent, with which result, and what has to be sent. */
final class FeedStore
{
    /** Maximum number of ids in one lookup(). */
    public const LOOKUP_LIMIT = 500;
    /** Rows read at once, with their payloads. */
    public const PAGE = 100;
    /** Row numbers read at once. */
    private const NUMBERS = 5000;
    /** The hash that Commerce writes to have an item sent again. */
    private const NO_HASH = '-';
    private const ROW = 'id, feed_id, source_entity_id, is_deleted, status, feed_data, feed_hash, errors, metadata, '
        . 'modified_at';
    private const MAX_ERROR_LENGTH = 8000;

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * @param list<string> $ids
     * @return array<string, StoredItem> of the rows that exist, by id
     */
    public function lookup(Feed $feed, array $ids): array
    {
        return $this->database->read(function () use ($feed, $ids): array {
            $select = $this->database->execute(
                'SELECT feed_id, feed_hash, status, id, CASE WHEN ' . Status::toRetry()
                . " THEN metadata END, source_entity_id, is_deleted FROM {{$feed->table()}}
                WHERE feed_id IN (" . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                // One statement serves chunks of any size.
                array_pad($ids, self::LOOKUP_LIMIT, null),
            );
            $rows = [];

            foreach ($select->fetchAll() as $row) {
                $rows[$row[0]] = new StoredItem((string) $row[1], $row[2], $row[3], $row[4], $row[5], (bool) $row[6]);
            }

            return $rows;
        });
    }

    /**
     * Writes rows before they are sent, in one transaction.
     *
     * @param array<int, FeedRow> $rows
     * @return array<int, string> why the database does not take rows, by their keys
     */
    public function stage(Feed $feed, array $rows): array
    {
        $columns = [
            'feed_id', 'source_entity_id', 'is_deleted', 'status', 'feed_data', 'feed_hash', 'errors', 'metadata',
            'modified_at',
        ];
        $insert = $this->database->upsert("{{$feed->table()}}", $columns, ['feed_id']);

        // In MariaDB, an upsert of an existing row would use up a row number.
        $update = "UPDATE {{$feed->table()}} SET " . implode(' = ?, ', $columns) . ' = ? WHERE id = ?';
        $now = Database::now();

        return $this->database->writeEach($rows, function (FeedRow $row) use ($feed, $insert, $update, $now): void {
            $values = [
                $row->feedId, $row->sourceEntityId, (int) $row->deleted, $row->status,
                $this->json($feed, $row->data), $row->hash, $this->text($feed, $row->errors), $row->metadata, $now,
            ];
            $row->id === null
                ? $this->database->execute($insert, $values)
                : $this->database->execute($update, [...$values, $row->id]);
        });
    }

    /**
     * Notes the numbers that items have in Commerce now. The item itself has not changed, so modified_at stays.
     *
     * @param array<int, int> $numbers by row number
     */
    public function renumber(Feed $feed, array $numbers): void
    {
        $this->database->transaction(function () use ($feed, $numbers): void {
            foreach ($numbers as $row => $number) {
                $this->database->execute(
                    "UPDATE {{$feed->table()}} SET source_entity_id = ?, modified_at = modified_at WHERE id = ?",
                    [$number, $row],
                );
            }
        });
    }

    /**
     * Writes the results of rows, in one transaction.
     *
     * @param list<Outcome> $outcomes
     */
    public function settle(Feed $feed, array $outcomes): void
    {
        if ($outcomes === []) {
            return;
        }

        $retry = "UPDATE {{$feed->table()}} SET status = ?, errors = ?, metadata = ?, modified_at = ?
            WHERE feed_id = ?";
        $final = str_replace('modified_at = ?', 'modified_at = ?, feed_data = ?', $retry);
        $now = Database::now();
        $write = function (Outcome $outcome) use ($feed, $retry, $final, $now): void {
            $values = [$outcome->status, $this->text($feed, $outcome->errors), $outcome->metadata, $now];

            if ($outcome->deleteBody !== null && Status::isFinal($outcome->status)) {
                $values[] = $this->json($feed, $outcome->deleteBody);
                $this->database->execute($final, [...$values, $outcome->feedId]);
            } else {
                $this->database->execute($retry, [...$values, $outcome->feedId]);
            }
        };

        $refused = $this->database->writeEach($outcomes, $write);
        // An error text that cannot be stored is dropped, as the row would otherwise be sent again for ever.
        $bare = "UPDATE {{$feed->table()}} SET status = ?, errors = NULL, metadata = NULL, modified_at = ?
            WHERE feed_id = ?";
        $this->database->writeEach(
            array_intersect_key($outcomes, $refused),
            fn (Outcome $outcome) => $this->database->execute($bare, [$outcome->status, $now, $outcome->feedId]),
        );
    }

    /** The highest row number in use: what this run inserts comes after it. */
    public function lastRow(Feed $feed): int
    {
        return $this->database->read(
            fn (): int => (int) $this->database->value("SELECT MAX(id) FROM {{$feed->table()}}")
        );
    }

    /** The rows that were not delivered: first those that were never sent, then those that failed, oldest first. */
    public function undelivered(Feed $feed, Leftovers $leftovers, bool $deleted): RowList
    {
        return $this->database->read(function () use ($feed, $leftovers, $deleted): RowList {
            $list = new RowList();
            $conditions = [
                'status = ' . Status::TO_SEND => 'id',
                Status::toRetry() . " AND {$leftovers->condition()}" => 'modified_at, id',
            ];

            foreach ($conditions as $condition => $order) {
                $list->add($this->database->execute(
                    "SELECT id FROM {{$feed->table()}} WHERE $condition AND is_deleted = " . (int) $deleted
                    . " ORDER BY $order"
                )->fetchAll(\PDO::FETCH_COLUMN));
            }

            return $list;
        });
    }

    /** @return \Generator<list<int>> numbers of the rows up to $last that are not deleted */
    public function live(Feed $feed, int $last): \Generator
    {
        $from = 0;
        do {
            $page = $this->database->read(fn (): array => $this->database->execute(
                "SELECT id FROM {{$feed->table()}} WHERE is_deleted = 0 AND id > ? AND id <= ?
                ORDER BY id LIMIT " . self::NUMBERS,
                [$from, $last],
            )->fetchAll(\PDO::FETCH_COLUMN));
            yield $page;
            $from = $page === [] ? $from : $page[count($page) - 1];
        } while (count($page) === self::NUMBERS);
    }

    /**
     * @param list<int> $ids at most PAGE row numbers
     * @return list<FeedRow> in that order; without rows that are gone
     */
    public function rows(Feed $feed, array $ids): array
    {
        $rows = $this->database->read(fn (): array => $this->database->execute(
            'SELECT ' . self::ROW . " FROM {{$feed->table()}} WHERE id IN (" . Database::placeholders(self::PAGE) . ')',
            array_pad($ids, self::PAGE, null),
        )->fetchAll());
        $byId = array_column($rows, null, 0);
        $inOrder = [];

        foreach ($ids as $id) {
            if (isset($byId[$id])) {
                $inOrder[] = self::row($byId[$id]);
            }
        }

        return $inOrder;
    }

    /**
     * The rows of an item's number in Commerce, oldest first: one a store view or website, and one a key it once had.
     *
     * @return list<FeedRow>
     */
    public function ofEntity(Feed $feed, int $number): array
    {
        return $number === 0 ? [] : array_map(self::row(...), $this->database->read(
            fn (): array => $this->database->execute(
                'SELECT ' . self::ROW . " FROM {{$feed->table()}} WHERE source_entity_id = ? ORDER BY id LIMIT "
                . self::LOOKUP_LIMIT,
                [$number],
            )->fetchAll()
        ));
    }

    /** @return \Generator<FeedRow> every row */
    public function all(Feed $feed): \Generator
    {
        return $this->pages($feed, '1 = 1');
    }

    /** @return \Generator<FeedRow> the rows that are neither delivered nor waiting */
    public function failed(Feed $feed): \Generator
    {
        return $this->pages($feed, 'status NOT IN (' . Status::DELIVERED . ', ' . Status::TO_SEND . ')');
    }

    /**
     * Makes the next sync send every item of the feed, or of all feeds, again. The column modified_at stays, as it is
     * the time of the last response.
     */
    public function forgetSent(?Feed $only = null): void
    {
        $this->database->transaction(function () use ($only): void {
            foreach ($only === null ? Feed::cases() : [$only] as $feed) {
                $this->database->execute(
                    "UPDATE {{$feed->table()}} SET feed_hash = ?, modified_at = modified_at WHERE feed_hash <> ?",
                    [self::NO_HASH, self::NO_HASH],
                );
            }
        });
    }

    /**
     * Makes the next sync send items again.
     *
     * @param list<int> $ids row numbers
     */
    public function forgetRows(Feed $feed, array $ids): void
    {
        $this->database->transaction(function () use ($feed, $ids): void {
            foreach (array_chunk($ids, self::PAGE) as $chunk) {
                $this->database->execute(
                    "UPDATE {{$feed->table()}} SET feed_hash = ?, modified_at = modified_at WHERE id IN ("
                    . Database::placeholders(self::PAGE) . ')',
                    [self::NO_HASH, ...array_pad($chunk, self::PAGE, null)],
                );
            }
        });
    }

    /** Removes the rows of deletions that were delivered before that time (UTC). */
    public function removeDeleted(Feed $feed, string $before): int
    {
        $where = 'is_deleted = 1 AND status = ' . Status::DELIVERED . ' AND modified_at < ?';
        $removed = 0;

        do {
            $ids = $this->database->read(fn (): array => $this->database->execute(
                "SELECT id FROM {{$feed->table()}} WHERE $where LIMIT " . self::LOOKUP_LIMIT,
                [$before],
            )->fetchAll(\PDO::FETCH_COLUMN));
            $removed += $this->database->transaction(fn (): int => $this->database->execute(
                "DELETE FROM {{$feed->table()}} WHERE id IN (" . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                array_pad($ids, self::LOOKUP_LIMIT, null),
            )->rowCount());
        } while (count($ids) === self::LOOKUP_LIMIT);

        return $removed;
    }

    /** @return \Generator<FeedRow> */
    private function pages(Feed $feed, string $condition): \Generator
    {
        $select = 'SELECT ' . self::ROW . " FROM {{$feed->table()}} WHERE $condition";
        foreach ($this->database->pages($select, self::PAGE) as $row) {
            yield self::row($row);
        }
    }

    /** @param list<mixed> $row the columns of ROW */
    private static function row(array $row): FeedRow
    {
        return new FeedRow(
            $row[1],
            $row[2],
            (bool) $row[3],
            $row[4],
            JsonText::fromAscii((string) $row[5]),
            (string) $row[6],
            $row[7],
            $row[8],
            $row[9],
            $row[0],
        );
    }

    private function json(Feed $feed, string $json): string
    {
        return $this->highest($feed, 'feed_data') < 0x10FFFF ? JsonText::toAscii($json) : $json;
    }

    /** Replaces characters that the column cannot hold by a visible mark. */
    private function text(Feed $feed, ?string $text): ?string
    {
        $text = self::storable($text);
        $highest = $this->highest($feed, 'errors');
        if ($text === null || $highest === 0x10FFFF) {
            return $text;
        }

        return preg_replace(sprintf('/[^\x{0}-\x{%x}]/u', $highest), $highest < 0xFFFD ? '?' : "\u{FFFD}", $text);
    }

    private function highest(Feed $feed, string $column): int
    {
        return $this->database->columns($feed->table())[$column] ?? 0x10FFFF;
    }

    /** Valid UTF-8 of a length that the column takes. */
    public static function storable(?string $text): ?string
    {
        return Database::storable($text, self::MAX_ERROR_LENGTH);
    }
}
