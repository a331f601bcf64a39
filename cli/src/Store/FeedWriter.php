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
    private const ANY_CHARACTER = 0x10FFFF;

    private readonly string $table;
    /** @var array<int, array{string, string}> of a row by its number and by its id, by whether the body is replaced */
    private array $updates = [];
    /** @var array<int, array<int, string>> statements by number of columns and rows */
    private array $upserts = [];
    /** The highest character that the column feed_data holds. */
    private ?int $highestOfData = null;

    public function __construct(private readonly Database $database, private readonly Feed $feed)
    {
        $this->table = "{{$feed->table()}}";
        foreach (['', ', feed_data = ?'] as $replacesBody => $body) {
            $update = "UPDATE $this->table SET status = ?, errors = ?, metadata = ?, modified_at = ?$body WHERE";
            $this->updates[$replacesBody] = ["$update id = ? AND feed_id = ?", "$update feed_id = ?"];
        }
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
            $ids = [];
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
            $ids = $this->put(self::COLUMNS, ['feed_id'], $new);
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
            if ($this->database->rowsAStatement() === 1) {
                foreach ($outcomes as $outcome) {
                    $this->settleOne($outcome, $now);
                }
            } else {
                $this->settleAlike($outcomes, $now);
            }
        });

        // An error text that cannot be stored is dropped, as the row would otherwise be sent again for ever.
        $this->database->writeEach(array_intersect_key($outcomes, $refused), function (array $outcomes): void {
            $bare = "UPDATE $this->table SET status = ?, errors = NULL, metadata = NULL, modified_at = ?
                WHERE feed_id = ?";
            foreach ($outcomes as $outcome) {
                $this->database->execute($bare, [$outcome->status, Database::now(), $outcome->feedId]);
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
            $upsert = $this->database->upsert($this->table, $columns, $key);
            foreach ($rows as $position => $values) {
                $this->database->execute($upsert, $values);
                $ids[$position] = $this->database->insertedRow();
            }

            return $ids;
        }

        foreach ($this->database->statementGroups($rows) as $group) {
            $upsert = $this->upserts[count($columns)][count($group)]
                ??= $this->database->upsert($this->table, $columns, $key, count($group));
            $this->database->execute($upsert, array_merge(...$group));
        }

        return $ids;
    }

    private function settleOne(Outcome $outcome, string $now): void
    {
        $values = [$outcome->status, $this->text($outcome->errors), $outcome->metadata, $now];
        if ($outcome->replacesBody()) {
            $values[] = $this->json($outcome->deleteBody);
        }

        [$byRow, $byId] = $this->updates[(int) $outcome->replacesBody()];
        $isDone = $outcome->row !== null
            && $this->database->execute($byRow, [...$values, $outcome->row, $outcome->feedId])->rowCount() > 0;
        if (!$isDone) {
            $this->database->execute($byId, [...$values, $outcome->feedId]);
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
                $ids = array_column($group, 'feedId');
                $set = 'status = ?, errors = ?, metadata = ?, modified_at = ?';
                $bodies = [];
                if ($outcomes[0]->replacesBody()) {
                    $set .= ', feed_data = CASE feed_id' . str_repeat(' WHEN ? THEN ?', count($group)) . ' END';
                    foreach ($group as $outcome) {
                        array_push($bodies, $outcome->feedId, $this->json($outcome->deleteBody));
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
