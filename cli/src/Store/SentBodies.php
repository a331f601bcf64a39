<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Feed;

/**
 * The bodies that items were delivered with last, kept only where something is compared with them. A body counts
 * only while its hash is that of a delivered row, so that nothing has to be removed here when the row changes.
 */
final class SentBodies
{
    private const TABLE = '{aco_sent_bodies}';
    private const KEY = ['feed', 'feed_id'];

    public function __construct(private readonly Database $database)
    {
    }

    /** @return list<string> the statements that make the table */
    public static function sqlite(): array
    {
        return ['CREATE TABLE IF NOT EXISTS ' . self::TABLE . ' (
            feed TEXT NOT NULL,
            feed_id TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (feed, feed_id)
        ) WITHOUT ROWID'];
    }

    /** @return list<string> */
    public static function mysql(string $options): array
    {
        return ['CREATE TABLE IF NOT EXISTS ' . self::TABLE . " (
            feed VARCHAR(32) NOT NULL,
            feed_id VARCHAR(64) NOT NULL,
            body MEDIUMTEXT NOT NULL,
            PRIMARY KEY (feed, feed_id)
        ) $options"];
    }

    /**
     * The bodies of delivered rows, those that are known.
     *
     * @param array<string, string> $hashes of what was delivered, by id
     * @return array<string, string> by id
     */
    public function of(Feed $feed, array $hashes): array
    {
        $select = 'SELECT feed_id, body FROM ' . self::TABLE . ' WHERE feed = ? AND feed_id IN ('
            . Database::placeholders(FeedStore::LOOKUP_LIMIT) . ')';

        return $this->database->read(function () use ($feed, $hashes, $select): array {
            $bodies = [];
            foreach (array_chunk(array_keys($hashes), FeedStore::LOOKUP_LIMIT) as $ids) {
                $ids = array_pad($ids, FeedStore::LOOKUP_LIMIT, null);
                foreach ($this->database->execute($select, [$feed->value, ...$ids])->fetchAll() as [$id, $body]) {
                    if (sha1($body) === $hashes[$id]) {
                        $bodies[$id] = $body;
                    }
                }
            }

            return $bodies;
        });
    }

    /** The body that was last accepted, whatever has become of the row since. */
    public function latest(Feed $feed, string $id): ?string
    {
        $body = $this->database->read(fn (): mixed => $this->database->value(
            'SELECT body FROM ' . self::TABLE . ' WHERE feed = ? AND feed_id = ?',
            [$feed->value, $id],
        ));

        return is_string($body) ? $body : null;
    }

    /** @param array<string, string> $bodies by id */
    public function put(Feed $feed, array $bodies): void
    {
        $rows = [];
        foreach ($bodies as $id => $body) {
            $rows[] = [$feed->value, (string) $id, $body];
        }

        // One that the database rejects is not known next time, and its item sent whole.
        $this->database->writeEach($rows, function (array $rows): void {
            foreach ($this->database->statementGroups($rows) as $group) {
                $this->database->execute(
                    $this->database->upsert(self::TABLE, ['feed', 'feed_id', 'body'], self::KEY, count($group)),
                    array_merge(...$group),
                );
            }
        });
    }

    /** Removes the bodies of items that have no row any more. */
    public function removeOrphans(Feed $feed): void
    {
        $this->database->transaction(fn () => $this->database->execute(
            'DELETE FROM ' . self::TABLE . " WHERE feed = ? AND feed_id NOT IN (SELECT feed_id FROM {{$feed->table()}})",
            [$feed->value],
        ));
    }
}
