<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

final class SqliteFeedStore implements FeedStore
{
    private const PAGE = 100;
    /** What Commerce writes to have an item sent again. */
    private const NO_HASH = '-';

    /** @var array<string, \PDOStatement> */
    private array $statements = [];

    /** @var array<string, int> feeds with rows noted by rememberUnsent() */
    private array $unsent = [];

    public function __construct(private readonly Database $database)
    {
    }

    public function lookup(Feed $feed, array $ids): array
    {
        return $this->database->read(function () use ($feed, $ids): array {
            $select = $this->prepare(
                'SELECT feed_id, feed_hash, status FROM ' . $feed->table()
                . ' WHERE feed_id IN (?' . str_repeat(',?', self::LOOKUP_LIMIT - 1) . ')'
            );
            // One statement serves chunks of any size.
            $select->execute(array_pad($ids, self::LOOKUP_LIMIT, null));
            $rows = [];
            while ($row = $select->fetch()) {
                $rows[$row[0]] = [$row[1], $row[2]];
            }

            return $rows;
        });
    }

    public function stage(Feed $feed, array $rows): void
    {
        $this->database->transaction(function () use ($feed, $rows): void {
            $upsert = $this->prepare(
                'INSERT INTO ' . $feed->table() . ' (feed_id, source_entity_id, is_deleted, status, feed_data,
                    feed_hash, errors, metadata, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (feed_id) DO UPDATE SET source_entity_id = excluded.source_entity_id,
                    is_deleted = excluded.is_deleted, status = excluded.status, feed_data = excluded.feed_data,
                    feed_hash = excluded.feed_hash, errors = excluded.errors, metadata = excluded.metadata,
                    modified_at = excluded.modified_at'
            );
            $replaced = isset($this->unsent[$feed->value])
                ? $this->prepare('DELETE FROM ' . self::unsentTable($feed) . ' WHERE feed_id = ?')
                : null;
            $now = gmdate('Y-m-d H:i:s');
            foreach ($rows as $row) {
                $upsert->execute([
                    $row->feedId, $row->sourceEntityId, (int) $row->deleted, $row->status, $row->data, $row->hash,
                    $row->errors, $row->metadata, $now,
                ]);
                $replaced?->execute([$row->feedId]);
            }
        });
    }

    public function settle(Feed $feed, array $outcomes): void
    {
        $this->database->transaction(function () use ($feed, $outcomes): void {
            $final = $this->prepare(
                'UPDATE ' . $feed->table() . ' SET status = ?, errors = ?, metadata = ?, modified_at = ?, feed_data = ?
                WHERE feed_id = ?'
            );
            $retry = $this->prepare(
                'UPDATE ' . $feed->table() . ' SET status = ?, errors = ?, metadata = ?, modified_at = ?
                WHERE feed_id = ?'
            );
            $now = gmdate('Y-m-d H:i:s');
            foreach ($outcomes as $outcome) {
                $values = [$outcome->status, $outcome->errors, $outcome->metadata, $now];
                if (Status::isFinal($outcome->status)) {
                    $final->execute([...$values, $outcome->deleteBody, $outcome->feedId]);
                } else {
                    $retry->execute([...$values, $outcome->feedId]);
                }
            }
        });
    }

    public function rememberUnsent(Feed $feed): int
    {
        return $this->database->read(function () use ($feed): int {
            $pdo = $this->database->pdo;
            $where = ' WHERE status IN (' . Status::TO_SEND . ', ' . Status::TO_RETRY . ')';
            $rows = (int) $pdo->query('SELECT COUNT(*) FROM ' . $feed->table() . $where)->fetchColumn();
            if ($rows > 0) {
                $table = self::unsentTable($feed);
                $pdo->exec("CREATE TEMP TABLE $table (id INTEGER PRIMARY KEY, feed_id TEXT NOT NULL UNIQUE)");
                $pdo->exec("INSERT INTO $table SELECT id, feed_id FROM {$feed->table()}$where");
                $this->unsent[$feed->value] = $rows;
            }

            return $rows;
        });
    }

    public function unsent(Feed $feed): \Generator
    {
        if (!isset($this->unsent[$feed->value])) {
            return;
        }
        yield from $this->pages(
            self::unsentTable($feed) . ' AS chosen CROSS JOIN ' . $feed->table() . ' AS feed USING (id)',
            '',
        );
    }

    public function forgetSent(): void
    {
        $this->database->transaction(function (): void {
            foreach (Feed::cases() as $feed) {
                $this->database->pdo
                    ->prepare("UPDATE {$feed->table()} SET feed_hash = ? WHERE feed_hash <> ?")
                    ->execute([self::NO_HASH, self::NO_HASH]);
            }
        });
    }

    public function counts(Feed $feed): array
    {
        return $this->database->read(fn (): array => array_map(
            static fn (array $row): array => ['deleted' => (bool) $row[0], 'status' => $row[1], 'rows' => $row[2]],
            $this->database->pdo
                ->query("SELECT is_deleted, status, COUNT(*) FROM {$feed->table()} GROUP BY is_deleted, status")
                ->fetchAll(),
        ));
    }

    public function lastChange(Feed $feed): ?string
    {
        return $this->database->read(
            fn (): ?string => $this->database->pdo
                ->query("SELECT MAX(modified_at) FROM {$feed->table()}")
                ->fetchColumn()
        );
    }

    public function failed(Feed $feed): \Generator
    {
        yield from $this->pages(
            $feed->table() . ' AS feed',
            'AND status NOT IN (' . Status::DELIVERED . ', ' . Status::TO_SEND . ')',
        );
    }

    /**
     * Reads in pages, so that no cursor is open while the caller writes to the table.
     *
     * @return \Generator<FeedRow>
     */
    private function pages(string $from, string $condition): \Generator
    {
        $last = 0;
        do {
            $page = $this->database->read(function () use ($from, $condition, $last): array {
                $select = $this->prepare(
                    "SELECT id, feed.feed_id, source_entity_id, is_deleted, status, feed_data, feed_hash, errors,
                        metadata, modified_at FROM $from WHERE id > ? $condition ORDER BY id LIMIT " . self::PAGE
                );
                $select->execute([$last]);

                return $select->fetchAll();
            });
            foreach ($page as $row) {
                $last = $row[0];
                yield new FeedRow(
                    $row[1],
                    $row[2],
                    (bool) $row[3],
                    $row[4],
                    (string) $row[5],
                    (string) $row[6],
                    $row[7],
                    $row[8],
                    $row[9],
                );
            }
        } while (count($page) === self::PAGE);
    }

    private static function unsentTable(Feed $feed): string
    {
        return 'temp.unsent_' . $feed->table();
    }

    private function prepare(string $sql): \PDOStatement
    {
        return $this->statements[$sql] ??= $this->database->pdo->prepare($sql);
    }
}
