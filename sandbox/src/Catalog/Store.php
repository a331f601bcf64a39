<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

use Aco\Sandbox\Storefront\IndexFault;
use Aco\Sandbox\Storefront\ShownVersions;
use Aco\Sandbox\Storefront\StorefrontSettings;

/** The accepted entities, in SQLite. */
final class Store
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS entities (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            scope TEXT NOT NULL,
            layer TEXT NOT NULL,
            body TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            PRIMARY KEY (kind, id, scope, layer)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS entities_by_scope ON entities (kind, scope);
        SQL;

    public readonly Arrivals $arrivals;
    public readonly ShownVersions $shown;
    private \PDO $pdo;

    /** @var array<string, \PDOStatement> */
    private array $statements = [];

    /** @throws \PDOException when the file cannot be opened or is not a database */
    public function __construct(string $file, StorefrontSettings $storefront = new StorefrontSettings())
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        // What a power cut could lose here is test data; waiting for the disk at every request is what users notice.
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
        $this->arrivals = new Arrivals($this->pdo);
        $this->shown = new ShownVersions($this->pdo, $storefront);
    }

    /** @param list<Item> $items */
    public function apply(EntityKind $kind, Operation $operation, array $items, ?IndexFault $fault = null): void
    {
        $this->pdo->beginTransaction();

        try {
            foreach ($items as $item) {
                $apply = fn () => match ($operation) {
                    Operation::Create => $this->put($kind, $item->key, $item->json),
                    Operation::Update => $this->patch($kind, $item),
                    Operation::Delete => $this->remove($kind, $item->key),
                };
                $this->shown->follows($kind, $fault)
                    ? $this->shown->around($kind, $item->key, $fault, $apply)
                    : $apply();
            }

            $this->arrivals->add($kind, $operation, $items);
            $this->pdo->commit();
        } catch (\Throwable $failure) {
            $this->pdo->rollBack();
            throw $failure;
        }
    }

    public function find(EntityKind $kind, EntityKey $key): ?string
    {
        $found = $this->run(
            'SELECT body FROM entities WHERE kind = ? AND id = ? AND scope = ? AND layer = ?',
            [$kind->value, $key->id, $key->scope, $key->layer],
        );
        $body = $found->fetchColumn();
        $found->closeCursor();

        return $body === false ? null : $body;
    }

    /** @return \Generator<array{id: string, scope: string, layer: string, body: string, updated_at: string}> by key */
    public function list(EntityKind $kind, int $limit, int $offset, ?string $scope = null): \Generator
    {
        $rows = $this->run(
            'SELECT id, scope, layer, body, updated_at FROM entities WHERE kind = :kind'
            . ($scope === null ? '' : ' AND scope = :scope')
            . ' ORDER BY id, scope, layer LIMIT :limit OFFSET :offset',
            ['kind' => $kind->value, 'limit' => $limit, 'offset' => $offset]
            + ($scope === null ? [] : ['scope' => $scope]),
        );

        try {
            while (($row = $rows->fetch(\PDO::FETCH_ASSOC)) !== false) {
                yield $row;
            }
        } finally {
            $rows->closeCursor();
        }
    }

    /** @return array<string, int> number of entities by scope */
    public function countByScope(EntityKind $kind): array
    {
        $counts = [];
        $rows = $this->run(
            'SELECT scope, COUNT(*) FROM entities WHERE kind = ? GROUP BY scope ORDER BY scope',
            [$kind->value],
        )->fetchAll(\PDO::FETCH_NUM);
        foreach ($rows as [$scope, $count]) {
            $counts[(string) $scope] = (int) $count;
        }

        return $counts;
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM entities');
        $this->arrivals->clear();
        $this->shown->clear();
    }

    private function put(EntityKind $kind, EntityKey $key, string $body): void
    {
        $this->run(
            'INSERT OR REPLACE INTO entities (kind, id, scope, layer, body, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
            [$kind->value, $key->id, $key->scope, $key->layer, $body, gmdate('Y-m-d\TH:i:s\Z')],
        );
    }

    /** The API accepts the update of an entity that does not exist, and it has no effect. */
    private function patch(EntityKind $kind, Item $item): void
    {
        $stored = $this->find($kind, $item->key);
        if ($stored !== null) {
            $this->put($kind, $item->key, Json::encode(Merge::apply($kind, Json::decode($stored), $item->value)));
        }
    }

    private function remove(EntityKind $kind, EntityKey $key): void
    {
        match ($kind) {
            EntityKind::Categories => $this->removeBranch($key),
            EntityKind::PriceBooks => $this->removePriceBook($key->id),
            default => $this->run(
                'DELETE FROM entities WHERE kind = ? AND id = ? AND scope = ? AND layer = ?',
                [$kind->value, $key->id, $key->scope, $key->layer],
            ),
        };
    }

    private function removeBranch(EntityKey $key): void
    {
        // '0' is the character after '/': the range holds exactly the slugs that begin with the slug and a slash.
        $this->run(
            'DELETE FROM entities WHERE kind = ? AND scope = ? AND (id = ? OR (id >= ? AND id < ?))',
            [EntityKind::Categories->value, $key->scope, $key->id, $key->id . '/', $key->id . '0'],
        );
    }

    private function removePriceBook(string $root): void
    {
        $parents = [];

        foreach ($this->list(EntityKind::PriceBooks, -1, 0) as $row) {
            $parents[$row['id']] = Json::decode($row['body'])->parentId ?? null;
        }

        $doomed = [$root => true];

        do {
            $known = count($doomed);

            foreach ($parents as $id => $parent) {
                if ($parent !== null && isset($doomed[$parent])) {
                    $doomed[$id] = true;
                }
            }
        } while (count($doomed) > $known);

        foreach (array_keys($doomed) as $id) {
            $this->run('DELETE FROM entities WHERE kind = ? AND id = ?', [EntityKind::PriceBooks->value, (string) $id]);
            $this->run('DELETE FROM entities WHERE kind = ? AND scope = ?', [EntityKind::Prices->value, (string) $id]);
        }
    }

    /** @param array<int|string, int|string> $parameters */
    private function run(string $sql, array $parameters): \PDOStatement
    {
        $statement = $this->statements[$sql] ??= $this->pdo->prepare($sql);
        foreach ($parameters as $name => $value) {
            $statement->bindValue(
                is_int($name) ? $name + 1 : $name,
                $value,
                is_int($value) ? \PDO::PARAM_INT : \PDO::PARAM_STR,
            );
        }
        $statement->execute();

        return $statement;
    }
}
