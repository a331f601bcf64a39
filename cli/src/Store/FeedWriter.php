<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

/** Writes to the table of a feed: items before they are sent, and their results. */
final class FeedWriter
{
    private const COLUMNS = [
        'feed_id', 'source_entity_id', 'is_deleted', 'status', 'feed_data', 'feed_hash', 'errors', 'metadata',
        'modified_at',
    ];
    /** Of items that are new, live and to be sent; the other columns have their defaults. */
    private const NEW_COLUMNS = ['feed_id', 'source_entity_id', 'feed_data', 'feed_hash', 'metadata'];
    /** Rows of one statement that inserts new ones. */
    private const NEW_ROWS = 50;
    private const ANY_CHARACTER = 0x10FFFF;

    /** Whether stageNew() is of use. */
    public readonly bool $takesNew;
    private readonly string $table;
    /** @var array<int, array{string, string}> of a row by its number and by its id, by whether the body is replaced */
    private array $updates = [];
    /** @var array<int, array<int, string>> statements by number of columns and rows */
    private array $upserts = [];
    /** The highest character that the column feed_data holds. */
    private ?int $highestOfData = null;
    /** Whether the table is without the index of its ids. */
    private bool $isLoading = false;

    public function __construct(private readonly Database $database, private readonly Feed $feed)
    {
        $this->takesNew = $database->isSingleWriter();
        $this->table = "{{$feed->table()}}";
        foreach (['', ', feed_data = ?'] as $replacesBody => $body) {
            $update = "UPDATE $this->table SET status = ?, errors = ?, metadata = ?, modified_at = ?$body WHERE";
            $this->updates[$replacesBody] = ["$update id = ? AND feed_id = ?", "$update feed_id = ?"];
        }
    }

    /**
     * From now on until endLoad(), all that is staged has to be new. Only where $takesNew.
     *
     * @return IdFilter that has none yet
     */
    public function beginLoad(): IdFilter
    {
        $folder = $this->database->beginLoad($this->feed->table());
        $this->isLoading = true;

        return new IdFilter($folder);
    }

    public function endLoad(): void
    {
        $this->database->endLoad($this->feed->table());
        $this->isLoading = false;
    }

    /**
     * Writes rows before they are sent, in one transaction.
     *
     * @param array<int, FeedRow> $rows
     */
    public function stage(array $rows): Staged
    {
        $ids = [];
        $refused = $this->database->writeEach($rows, function (array $rows) use (&$ids): void {
            $now = Database::now();
            $new = $known = [];
            foreach ($rows as $position => $row) {
                $values = [
                    $row->feedId, $row->sourceEntityId, (int) $row->deleted, $row->status, $this->json($row->data),
                    $row->hash, $this->text($row->errors), $row->metadata, $now,
                ];
                if ($row->id === null) {
                    $new[$position] = $values;
                } else {
                    $known[$position] = [$row->id, ...$values];
                }
            }

            // Of a row that exists by its number: by its id, MariaDB would use up a number for each.
            $this->put(['id', ...self::COLUMNS], ['id'], $known);
            $ids = $this->put(self::COLUMNS, ['feed_id'], $new) + $ids;
        });

        return new Staged($refused, $ids);
    }

    /**
     * Writes items that are new before they are sent, in one transaction. Until they have a result, `metadata` holds
     * what replaces their payload then, so that one statement settles all rows that follow each other.
     *
     * @param array<array-key, array{string, int, string, string, string}> $items id, number in Commerce, body, hash,
     *     delete body; those that are in the table are left alone
     */
    public function stageNew(array $items): Staged
    {
        $ids = [];
        $refused = $this->database->writeEach($items, function (array $items) use (&$ids): void {
            // After a conflict they are written once more, with other numbers.
            $ids = array_diff_key($ids, $items);
            foreach ($this->database->statementGroups($items, self::NEW_ROWS) as $group) {
                $values = array_merge(...array_values($group));
                [$first, $end] = $this->database->insertNew($this->table, self::NEW_COLUMNS, $values);
                $ids += $end - $first === count($group)
                    ? array_combine(array_keys($group), range($first, $end - 1))
                    : $this->inserted(array_column($group, 0), array_keys($group), $first);
            }
        });

        return new Staged($refused, $ids);
    }

    /**
     * Writes the results of rows, in one transaction.
     *
     * @param list<Outcome> $outcomes
     */
    public function settle(array $outcomes): void
    {
        $refused = $this->database->writeEach($outcomes, function (array $outcomes): void {
            $now = Database::now();
            if (!$this->takesNew) {
                $this->settleAlike($outcomes, $now);

                return;
            }

            foreach ($outcomes as $outcome) {
                if (count($outcome->rows) === 1 || !$this->settleRange($outcome, $now)) {
                    $this->settleEach($outcome, $now);
                }
            }
        });

        // An error text that cannot be stored is dropped, as the row would otherwise be sent again for ever.
        $this->database->writeEach(array_intersect_key($outcomes, $refused), function (array $outcomes): void {
            $bare = "UPDATE $this->table SET status = ?, errors = NULL, metadata = NULL, modified_at = ?
                WHERE feed_id = ?";
            foreach ($outcomes as $outcome) {
                foreach ($outcome->ids() as $id) {
                    $this->database->execute($bare, [$outcome->status, Database::now(), $id]);
                }
            }
        });
    }

    /**
     * Notes the numbers that items have in Commerce now. The item itself has not changed, so modified_at stays.
     *
     * @param array<int, int> $numbers by row number
     */
    public function renumber(array $numbers): void
    {
        $this->note('source_entity_id', $numbers);
    }

    /**
     * Notes the fingerprints of the texts that items are read from now.
     *
     * @param array<int, string> $hashes StoredHash with them, by row number
     */
    public function recognize(array $hashes): void
    {
        $this->note('feed_hash', $hashes);
    }

    /** @param array<int, int|string> $values of a column, by row number */
    private function note(string $column, array $values): void
    {
        if ($values === []) {
            return;
        }

        $this->database->transaction(function () use ($column, $values): void {
            foreach ($this->database->statementGroups($values) as $group) {
                $pairs = [];
                foreach ($group as $row => $value) {
                    array_push($pairs, $row, $value);
                }

                $this->database->execute(
                    "UPDATE $this->table SET $column = CASE id" . str_repeat(' WHEN ? THEN ?', count($group))
                    . ' END, modified_at = modified_at WHERE id IN (' . Database::placeholders(count($group)) . ')',
                    [...$pairs, ...array_keys($group)],
                );
            }
        });
    }

    /**
     * @param list<string> $columns
     * @param list<string> $key
     * @param array<int, list<mixed>> $rows
     * @return array<int, int> numbers of the new rows that are known, by the keys of $rows
     */
    private function put(array $columns, array $key, array $rows): array
    {
        $ids = [];
        if ($this->database->rowsAStatement() === 1) {
            $isNew = $this->isLoading && $key === ['feed_id'];
            foreach ($rows as $position => $values) {
                $isNew
                    ? $this->database->insertNew($this->table, $columns, $values)
                    : $this->database->execute($this->upsert($columns, $key, 1), $values);
                $ids[$position] = $this->database->insertedRow();
            }

            return $ids;
        }

        foreach ($this->database->statementGroups($rows) as $group) {
            $this->database->execute($this->upsert($columns, $key, count($group)), array_merge(...$group));
        }

        return $ids;
    }

    /**
     * @param list<string> $columns
     * @param list<string> $key
     */
    private function upsert(array $columns, array $key, int $rows): string
    {
        return $this->upserts[count($columns)][$rows]
            ??= $this->database->upsert($this->table, $columns, $key, $rows);
    }

    /**
     * @param list<string> $feedIds
     * @param list<array-key> $keys
     * @return array<array-key, int> row numbers of those that have one of at least $first, by their keys
     */
    private function inserted(array $feedIds, array $keys, int $first): array
    {
        $select = "SELECT feed_id, id FROM $this->table WHERE id >= ? AND feed_id IN ("
            . Database::placeholders(count($feedIds)) . ')';
        $numbers = $first === 0
            ? []
            : $this->database->execute($select, [$first, ...$feedIds])->fetchAll(\PDO::FETCH_KEY_PAIR);
        $inserted = [];

        foreach ($feedIds as $index => $feedId) {
            if (isset($numbers[$feedId])) {
                $inserted[$keys[$index]] = $numbers[$feedId];
            }
        }

        return $inserted;
    }

    /** False when the rows are not all as stageNew() has left them. */
    private function settleRange(Outcome $outcome, string $now): bool
    {
        $first = $outcome->rows[0][2];
        $last = $first + count($outcome->rows) - 1;

        return $this->database->updateRange(
            $this->table,
            'feed_data = metadata, metadata = ?, status = ?, errors = ?, modified_at = ?',
            [$outcome->metadata, $outcome->status, $this->text($outcome->errors), $now, $first, $last],
        ) === $last - $first + 1;
    }

    private function settleEach(Outcome $outcome, string $now): void
    {
        $values = [$outcome->status, $this->text($outcome->errors), $outcome->metadata, $now];
        $replacesBody = $outcome->replacesBody();
        [$byRow, $byId] = $this->updates[(int) $replacesBody];

        foreach ($outcome->rows as [$id, $deleteBody, $row]) {
            $set = $replacesBody ? [...$values, $this->json($deleteBody)] : $values;
            if ($row === null || $this->database->execute($byRow, [...$set, $row, $id])->rowCount() === 0) {
                $this->database->execute($byId, [...$set, $id]);
            }
        }
    }

    /**
     * Those of one request share all but their bodies: one statement for many.
     *
     * @param array<int, Outcome> $outcomes
     */
    private function settleAlike(array $outcomes, string $now): void
    {
        $alike = [];
        foreach ($outcomes as $outcome) {
            $shared = [$outcome->status, $outcome->errors, $outcome->metadata, $outcome->replacesBody()];
            $alike[serialize($shared)][] = $outcome;
        }

        foreach ($alike as $outcomes) {
            $first = $outcomes[0];
            $values = [$first->status, $this->text($first->errors), $first->metadata, $now];

            foreach ($this->database->statementGroups($outcomes) as $group) {
                $ids = array_merge(...array_map(static fn (Outcome $outcome): array => $outcome->ids(), $group));
                $set = 'status = ?, errors = ?, metadata = ?, modified_at = ?';
                $bodies = [];
                if ($outcomes[0]->replacesBody()) {
                    $set .= ', feed_data = CASE feed_id' . str_repeat(' WHEN ? THEN ?', count($group)) . ' END';
                    foreach ($group as $outcome) {
                        [$id, $deleteBody] = $outcome->rows[0];
                        array_push($bodies, $id, $this->json($deleteBody));
                    }
                }

                $this->database->execute(
                    "UPDATE $this->table SET $set WHERE feed_id IN (" . Database::placeholders(count($group)) . ')',
                    [...$values, ...$bodies, ...$ids],
                );
            }
        }
    }

    private function json(string $json): string
    {
        $this->highestOfData ??= $this->highest('feed_data');

        return $this->highestOfData < self::ANY_CHARACTER ? JsonText::toAscii($json) : $json;
    }

    /** Replaces characters that the column cannot hold by a visible mark. */
    private function text(?string $text): ?string
    {
        if ($text === null) {
            return null;
        }

        $text = Database::errorText($text);
        $highest = $this->highest('errors');

        return $highest === self::ANY_CHARACTER
            ? $text
            : preg_replace(sprintf('/[^\x{0}-\x{%x}]/u', $highest), $highest < 0xFFFD ? '?' : "\u{FFFD}", $text);
    }

    private function highest(string $column): int
    {
        return $this->database->columns($this->feed->table())[$column] ?? self::ANY_CHARACTER;
    }
}
