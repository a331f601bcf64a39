<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Catalog\Json;

/** The journal of an event registration, in SQLite. */
final class JournalStore
{
    /** Events are kept in groups, as those are that come at once: a page ends where a group does. */
    private const GROUP = 97;
    private const SCHEMA = 'CREATE TABLE IF NOT EXISTS asset_journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, expired INTEGER NOT NULL DEFAULT 0)';

    private \PDO $pdo;
    private readonly string $secret;

    public function __construct(string $file)
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
        $this->secret = hash('sha256', $file);
    }

    /** @param list<mixed> $events */
    public function append(array $events): void
    {
        $insert = $this->pdo->prepare('INSERT INTO asset_journal (event) VALUES (?)');
        $this->pdo->beginTransaction();
        foreach ($events as $event) {
            $insert->execute([Json::encode($event)]);
        }
        $this->pdo->commit();
    }

    /** The oldest are gone, as after seven days. */
    public function expire(int $count): void
    {
        $this->pdo->prepare('UPDATE asset_journal SET expired = 1 WHERE id IN
            (SELECT id FROM asset_journal WHERE expired = 0 ORDER BY id LIMIT ?)')->execute([$count]);
    }

    /** @return array<int, string> events after that one, at most so many, by their numbers */
    public function after(int $id, int $limit): array
    {
        $select = $this->pdo->prepare(
            'SELECT id, event FROM asset_journal WHERE id > ? AND expired = 0 ORDER BY id LIMIT ?',
        );
        $select->execute([$id, $limit]);
        $page = [];

        foreach ($select->fetchAll(\PDO::FETCH_NUM) as [$number, $event]) {
            $page[(int) $number] = $event;

            if ($number % self::GROUP === 0) {
                break;
            }
        }

        return $page;
    }

    public function last(): int
    {
        return (int) $this->pdo->query('SELECT MAX(id) FROM asset_journal')->fetchColumn();
    }

    /** Its events, or those that come right after it, are no more. */
    public function isExpired(int $id): bool
    {
        $select = $this->pdo->prepare('SELECT MAX(id) FROM asset_journal WHERE expired = 1');
        $select->execute();

        return $id > 0 && $id <= (int) $select->fetchColumn();
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM asset_journal');
    }

    /** Nothing can be told from it but by the journal. */
    public function position(int $id): string
    {
        return "moose:$id:" . substr(hash_hmac('sha256', (string) $id, $this->secret), 0, 32);
    }

    /** Null when it is none. */
    public function number(string $position): ?int
    {
        return preg_match('/^moose:(\d{1,15}):/', $position, $match) === 1
            && hash_equals($this->position((int) $match[1]), $position) ? (int) $match[1] : null;
    }
}
