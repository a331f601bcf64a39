<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

use Aco\Sandbox\Catalog\EntityKey;
use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Json;

/**
 * What shoppers see of entities that are shown late, not at all or otherwise than they were accepted, in SQLite.
 * Entities without a row here are shown as they are stored.
 */
final class ShownVersions
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS shown_versions (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            scope TEXT NOT NULL,
            body TEXT,
            accepted_at REAL NOT NULL,
            visible_at REAL NOT NULL,
            PRIMARY KEY (kind, id, scope, accepted_at)
        ) WITHOUT ROWID;
        SQL;
    private const KEY = 'kind = ? AND id = ? AND scope = ?';

    /** @var array<string, \PDOStatement> */
    private array $statements = [];
    private bool $isEmpty;

    public function __construct(private readonly \PDO $pdo, private readonly StorefrontSettings $settings)
    {
        $pdo->exec(self::SCHEMA);
        $this->isEmpty = $this->pdo->query('SELECT 1 FROM shown_versions LIMIT 1')->fetchColumn() === false;
    }

    /** Whether what is shown of this kind has to be noted at all. */
    public function follows(EntityKind $kind, ?IndexFault $fault): bool
    {
        return in_array($kind, [EntityKind::Products, EntityKind::Prices], true)
            && ($fault !== null || $this->settings->longest > 0.0 || !$this->isEmpty);
    }

    /**
     * @param \Closure(): void $apply changes the stored entity
     */
    public function around(EntityKind $kind, EntityKey $key, ?IndexFault $fault, \Closure $apply): void
    {
        $names = [$kind->value, $key->id, $key->scope];
        if ($this->row('SELECT 1 FROM shown_versions WHERE ' . self::KEY . ' LIMIT 1', $names) === null) {
            [$body, $time] = $this->stored($names);
            $this->insert($names, $body, $time, 0.0);
        }

        $apply();
        if ($fault?->loses($key->id) === true) {
            return;
        }

        $now = microtime(true);
        $body = $this->stored($names)[0];
        $shown = $body !== null && $fault?->changes($key->id) === true ? self::changed($kind, $body) : $body;
        $this->insert($names, $shown, $now, $now + $this->settings->delay($key->id, $key->scope));
        $this->run(
            'DELETE FROM shown_versions WHERE ' . self::KEY . ' AND accepted_at < (SELECT MAX(accepted_at)
            FROM shown_versions WHERE ' . self::KEY . ' AND visible_at <= CAST(? AS REAL))',
            [...$names, ...$names, $now],
        );
    }

    /** @return array{?string, float} the body, null when nothing is shown, and when that was accepted (Unix time) */
    public function find(EntityKind $kind, string $id, string $scope): array
    {
        $names = [$kind->value, $id, $scope];
        $row = $this->isEmpty ? null : $this->row(
            'SELECT body, accepted_at FROM shown_versions WHERE ' . self::KEY
            . ' AND visible_at <= CAST(? AS REAL) ORDER BY accepted_at DESC LIMIT 1',
            [...$names, microtime(true)],
        );

        return $row === null ? $this->stored($names) : [$row[0], (float) $row[1]];
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM shown_versions');
        $this->isEmpty = true;
    }

    /** A value that nobody sent. */
    private static function changed(EntityKind $kind, string $body): string
    {
        $entity = Json::decode($body);
        if ($kind === EntityKind::Prices) {
            $entity->regular = ($entity->regular ?? 0) + 1;
        } else {
            $entity->name = ($entity->name ?? '') . ' (changed)';
        }

        return Json::encode($entity);
    }

    /**
     * @param array{string, string, string} $names
     * @return array{?string, float}
     */
    private function stored(array $names): array
    {
        $row = $this->row(
            "SELECT body, updated_at FROM entities WHERE kind = ? AND id = ? AND scope = ? AND layer = ''",
            $names,
        );

        return $row === null ? [null, 0.0] : [$row[0], (float) strtotime($row[1])];
    }

    /** @param array{string, string, string} $names */
    private function insert(array $names, ?string $body, float $accepted, float $visible): void
    {
        $this->isEmpty = false;
        $this->run(
            'INSERT OR REPLACE INTO shown_versions (kind, id, scope, body, accepted_at, visible_at)
            VALUES (?, ?, ?, ?, ?, ?)',
            [...$names, $body, $accepted, $visible],
        );
    }

    /**
     * @param list<mixed> $values
     * @return ?list<mixed>
     */
    private function row(string $sql, array $values): ?array
    {
        $statement = $this->run($sql, $values);
        $row = $statement->fetch(\PDO::FETCH_NUM);
        $statement->closeCursor();

        return $row === false ? null : $row;
    }

    /** @param list<mixed> $values */
    private function run(string $sql, array $values): \PDOStatement
    {
        $statement = $this->statements[$sql] ??= $this->pdo->prepare($sql);
        $statement->execute(array_map(
            static fn (mixed $value): mixed => is_float($value) ? sprintf('%.6F', $value) : $value,
            $values,
        ));

        return $statement;
    }
}
