<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

/** The feed tables: what was sent, with which result, and what has to be sent. */
final class FeedStore
{
    private const SETTINGS = 'aco_exporter/general/';
    /** Ids in one statement. */
    public const LOOKUP_LIMIT = 500;
    /** Rows read at once, with their payloads. */
    public const PAGE = 100;
    /** Row numbers read at once. */
    private const NUMBERS = 5000;
    /** The hash that Commerce writes to have an item sent again. */
    private const ROW = 'id, feed_id, source_entity_id, is_deleted, status, feed_data, feed_hash, errors, metadata, '
        . 'modified_at';

    /** @var array<string, true> feeds whose tables have the index of their ids */
    private array $indexed = [];

    public function __construct(private readonly Database $database)
    {
    }

    /** Writes to the table of the feed. */
    public function writer(Feed $feed): FeedWriter
    {
        $this->index($feed);

        return new FeedWriter($this->database, $feed);
    }

    /** A setting of config:init; null when it is not stored. */
    public function setting(string $name): ?string
    {
        $value = $this->database->read(fn (): mixed => $this->database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::SETTINGS . $name],
        ));

        return is_string($value) ? $value : null;
    }

    public function sentBodies(): SentBodies
    {
        return new SentBodies($this->database);
    }

    /**
     * @param list<string> $ids
     * @return array<string, StoredItem> of the rows that exist, by id
     */
    public function lookup(Feed $feed, array $ids): array
    {
        // Columns as StoredItem::ofRow() takes them.
        $select = 'SELECT id, feed_id, feed_hash, status, is_deleted, source_entity_id, CASE WHEN ' . Status::toRetry()
            . " THEN metadata END FROM {{$feed->table()}} WHERE feed_id IN ("
            . Database::placeholders(self::LOOKUP_LIMIT) . ')';
        $this->index($feed);

        return $this->database->read(function () use ($select, $ids): array {
            $items = [];

            foreach (array_chunk($ids, self::LOOKUP_LIMIT) as $some) {
                // One statement serves lists of any length.
                $rows = $this->database->execute($select, array_pad($some, self::LOOKUP_LIMIT, null))->fetchAll();
                foreach ($rows as $row) {
                    $items[$row[1]] = StoredItem::ofRow($row);
                }
            }

            return $items;
        });
    }

    /**
     * Rows behind $after that are done with: those of the next $count numbers if all of these are delivered, as they
     * are in most tables, and else the next $count.
     */
    public function done(Feed $feed, int $after, int $last, int $count): DoneRows
    {
        return $this->database->read(function () use ($feed, $after, $last, $count): DoneRows {
            // One value for all of them costs a fraction of a row for each.
            $next = $this->database->deliveredHashes("{{$feed->table()}}", $after, min($last, $after + $count));
            if ($next !== null) {
                return DoneRows::following($after + 1, $next);
            }

            return DoneRows::listed($this->database->execute(
                "SELECT id, feed_hash, status FROM {{$feed->table()}} WHERE id > ? AND id <= ?
                AND status IN (" . Status::DELIVERED . ', ' . Status::REJECTED . ") ORDER BY id LIMIT $count",
                [$after, $last],
            )->fetchAll());
        });
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
            // Words of the index in SQLite, which it does not use without them.
            $undelivered = 'status <> ' . Status::DELIVERED;

            foreach ($conditions as $condition => $order) {
                $list->add($this->database->execute(
                    "SELECT id FROM {{$feed->table()}} WHERE $undelivered AND $condition AND is_deleted = " . (int) $deleted
                    . " ORDER BY $order"
                )->fetchAll(\PDO::FETCH_COLUMN));
            }

            return $list;
        });
    }

    /** How many items of all feeds wait for their next attempt, due or not. */
    public function countToRetry(): int
    {
        return array_sum(array_map(
            fn (Feed $feed): int => $this->database->read(fn (): int => (int) $this->database->value(
                "SELECT COUNT(*) FROM {{$feed->table()}} WHERE status <> " . Status::DELIVERED . ' AND ' . Status::toRetry()
            )),
            Feed::cases(),
        ));
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

    /** @return \Generator<list<int>> numbers of the rows that were delivered, deletions too */
    public function delivered(Feed $feed): \Generator
    {
        $from = 0;
        do {
            $page = $this->database->read(fn (): array => $this->database->execute(
                "SELECT id FROM {{$feed->table()}} WHERE status = " . Status::DELIVERED
                . ' AND id > ? ORDER BY id LIMIT ' . self::NUMBERS,
                [$from],
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

    /**
     * Rows that a search finds, in the order of their numbers.
     *
     * @param int $from a row number: what comes after it, or before it when $backwards
     * @return list<FeedRow> at most $limit
     */
    public function search(Feed $feed, ItemSearch $search, int $from, int $limit, bool $backwards = false): array
    {
        [$condition, $values] = $search->condition($feed, $this->database);
        [$operator, $order] = $backwards ? ['<', 'DESC'] : ['>', 'ASC'];

        $rows = $this->database->read(fn (): array => $this->database->execute(
            'SELECT ' . self::ROW . " FROM {{$feed->table()}} WHERE $condition AND id $operator ?
            ORDER BY id $order LIMIT $limit",
            [...$values, $from],
        )->fetchAll());

        return array_map(self::row(...), $backwards ? array_reverse($rows) : $rows);
    }

    /** How many rows a search finds; it stops counting above $most. */
    public function found(Feed $feed, ItemSearch $search, int $most): int
    {
        [$condition, $values] = $search->condition($feed, $this->database);

        return $this->database->read(fn (): int => (int) $this->database->value(
            "SELECT COUNT(*) FROM (SELECT 1 FROM {{$feed->table()}} WHERE $condition LIMIT " . ($most + 1) . ') AS found',
            $values,
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
                    [StoredHash::TO_SEND_AGAIN, StoredHash::TO_SEND_AGAIN],
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
                    [StoredHash::TO_SEND_AGAIN, ...array_pad($chunk, self::PAGE, null)],
                );
            }
        });
    }

    /**
     * Makes the next sync send items again of which a process that has lost its lease may have sent an earlier version
     * too late. It writes no result, so that it does no harm to what its successor writes.
     *
     * @param list<string> $feedIds
     */
    public function recall(Feed $feed, array $feedIds): void
    {
        foreach (array_chunk($feedIds, self::LOOKUP_LIMIT) as $chunk) {
            $this->database->transaction(fn () => $this->database->execute(
                "UPDATE {{$feed->table()}} SET feed_hash = ?, modified_at = modified_at WHERE feed_id IN ("
                . Database::placeholders(self::LOOKUP_LIMIT) . ')',
                [StoredHash::TO_SEND_AGAIN, ...array_pad($chunk, self::LOOKUP_LIMIT, null)],
            ), isGuarded: false);
        }
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

    /**
     * A first sync that was killed may have left the table without the index of its ids. One that goes on keeps it so:
     * what others look up meanwhile is found without the index.
     */
    private function index(Feed $feed): void
    {
        if (!isset($this->indexed[$feed->value]) && $this->database->endKilledLoad($feed->table())) {
            $this->indexed[$feed->value] = true;
        }
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
            StoredHash::hash((string) $row[6]),
            $row[7],
            $row[8],
            $row[9],
            $row[0],
        );
    }
}
