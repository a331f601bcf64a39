<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Catalog\Json;

/** The accepted profile records, in SQLite: the last of each customer and dataset, with how often one came. */
final class RecordStore
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS records (
            dataset TEXT NOT NULL,
            customer TEXT NOT NULL,
            sandbox TEXT NOT NULL,
            connection TEXT NOT NULL,
            deliveries INTEGER NOT NULL DEFAULT 1,
            changes INTEGER NOT NULL DEFAULT 0,
            body TEXT NOT NULL,
            PRIMARY KEY (dataset, customer)
        ) WITHOUT ROWID;
        SQL;

    private const ADD = 'INSERT INTO records (dataset, customer, sandbox, connection, body) VALUES (?, ?, ?, ?, ?)'
        . ' ON CONFLICT (dataset, customer) DO UPDATE SET deliveries = deliveries + 1,'
        . ' changes = changes + (body <> excluded.body), body = excluded.body, sandbox = excluded.sandbox,'
        . ' connection = excluded.connection';

    private \PDO $pdo;

    /** @throws \PDOException when the file cannot be opened or is not a database */
    public function __construct(string $file)
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        // As in the store of the catalog.
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
    }

    /** @param list<\stdClass> $messages checked ones */
    public function add(string $connection, string $sandbox, array $messages): void
    {
        $add = $this->pdo->prepare(self::ADD);
        $this->pdo->beginTransaction();

        try {
            foreach ($messages as $message) {
                $add->execute([
                    $message->header->datasetId,
                    StreamingCheck::customer($message),
                    $sandbox,
                    $connection,
                    Json::encode($message->body->xdmEntity),
                ]);
            }

            $this->pdo->commit();
        } catch (\Throwable $failure) {
            $this->pdo->rollBack();
            throw $failure;
        }
    }

    /**
     * @return list<array<string, int|string>> dataset, customer, sandbox, connection, deliveries, changes and body, by
     *         dataset and customer
     */
    public function list(int $limit, int $offset): array
    {
        $rows = $this->pdo->prepare('SELECT * FROM records ORDER BY dataset, customer LIMIT ? OFFSET ?');
        $rows->bindValue(1, $limit, \PDO::PARAM_INT);
        $rows->bindValue(2, $offset, \PDO::PARAM_INT);
        $rows->execute();

        return $rows->fetchAll(\PDO::FETCH_ASSOC);
    }

    /** @return array{total: int, deliveries: int} */
    public function counts(): array
    {
        [$total, $deliveries] = $this->pdo
            ->query('SELECT COUNT(*), COALESCE(SUM(deliveries), 0) FROM records')
            ->fetch(\PDO::FETCH_NUM);

        return ['total' => (int) $total, 'deliveries' => (int) $deliveries];
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM records');
    }
}
