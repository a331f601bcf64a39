<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Catalog\Json;

/** The accepted events, in SQLite: each once by its `_id`, with how often it came. */
final class EventStore
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS events (
            id TEXT NOT NULL PRIMARY KEY,
            datastream TEXT NOT NULL,
            type TEXT NOT NULL,
            website TEXT NOT NULL,
            deliveries INTEGER NOT NULL DEFAULT 1,
            differing INTEGER NOT NULL DEFAULT 0,
            body TEXT NOT NULL,
            received_at TEXT NOT NULL
        ) WITHOUT ROWID;
        SQL;

    private const ADD = 'INSERT INTO events (id, datastream, type, website, body, received_at) VALUES (?, ?, ?, ?, ?, ?)'
        . ' ON CONFLICT (id) DO UPDATE SET deliveries = deliveries + 1,'
        . ' differing = differing + (body <> excluded.body OR datastream <> excluded.datastream)';

    private const CHOSEN = ' WHERE type = COALESCE(?, type) AND datastream = COALESCE(?, datastream)';

    private \PDO $pdo;
    private ?\PDOStatement $add = null;

    /** @throws \PDOException when the file cannot be opened or is not a database */
    public function __construct(string $file)
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        // As in the store of the catalog.
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
    }

    /** @param list<\stdClass> $events checked ones */
    public function add(string $datastream, array $events): void
    {
        $this->add ??= $this->pdo->prepare(self::ADD);
        $this->pdo->beginTransaction();

        try {
            foreach ($events as $event) {
                $this->add->execute([
                    $event->xdm->_id,
                    $datastream,
                    $event->xdm->eventType,
                    $event->xdm->commerce->commerceScope->websiteCode ?? '',
                    Json::encode($event),
                    gmdate('Y-m-d\TH:i:s\Z'),
                ]);
            }

            $this->pdo->commit();
        } catch (\Throwable $failure) {
            $this->pdo->rollBack();
            throw $failure;
        }
    }

    /**
     * @param string|null $type null: all
     * @param string|null $datastream null: all
     * @return list<array<string, int|string>> id, datastream, type, website, deliveries, differing, body and
     *        received_at, by id
     */
    public function list(int $limit, int $offset, ?string $type = null, ?string $datastream = null): array
    {
        $rows = $this->pdo->prepare('SELECT * FROM events' . self::CHOSEN . ' ORDER BY id LIMIT ? OFFSET ?');
        $rows->bindValue(1, $type);
        $rows->bindValue(2, $datastream);
        $rows->bindValue(3, $limit, \PDO::PARAM_INT);
        $rows->bindValue(4, $offset, \PDO::PARAM_INT);
        $rows->execute();

        return $rows->fetchAll(\PDO::FETCH_ASSOC);
    }

    public function count(?string $type = null, ?string $datastream = null): int
    {
        $count = $this->pdo->prepare('SELECT COUNT(*) FROM events' . self::CHOSEN);
        $count->execute([$type, $datastream]);

        return (int) $count->fetchColumn();
    }

    /** The body, null when there is no such event. */
    public function find(string $id): ?string
    {
        $body = $this->pdo->prepare('SELECT body FROM events WHERE id = ?');
        $body->execute([$id]);
        $found = $body->fetchColumn();

        return $found === false ? null : $found;
    }

    /** @return array<array-key, array<array-key, int>> by type, then by datastream */
    public function countByTypeAndDatastream(): array
    {
        $counts = [];
        $rows = $this->pdo->query('SELECT type, datastream, COUNT(*) FROM events GROUP BY 1, 2 ORDER BY 1, 2');
        foreach ($rows->fetchAll(\PDO::FETCH_NUM) as [$type, $datastream, $count]) {
            $counts[$type][$datastream] = (int) $count;
        }

        return $counts;
    }

    /**
     * @return array{total: int, deliveries: int, differing: int, byType: array<string, int>, byDatastream:
     *      array<string, int>}
     */
    public function counts(): array
    {
        [$total, $deliveries, $differing] = $this->pdo
            ->query('SELECT COUNT(*), COALESCE(SUM(deliveries), 0), COALESCE(SUM(differing), 0) FROM events')
            ->fetch(\PDO::FETCH_NUM);

        return [
            'total' => (int) $total,
            'deliveries' => (int) $deliveries,
            'differing' => (int) $differing,
            'byType' => $this->countBy('type'),
            'byDatastream' => $this->countBy('datastream'),
        ];
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM events');
    }

    /** @return array<string, int> */
    private function countBy(string $column): array
    {
        $counts = [];
        $rows = $this->pdo->query("SELECT $column, COUNT(*) FROM events GROUP BY $column ORDER BY $column");
        foreach ($rows->fetchAll(\PDO::FETCH_NUM) as [$value, $count]) {
            $counts[(string) $value] = (int) $count;
        }

        return $counts;
    }
}
