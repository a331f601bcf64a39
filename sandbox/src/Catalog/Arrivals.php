<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** How many items arrived when, by kind and scope, in SQLite. Kept for a day before the last arrival. */
final class Arrivals
{
    /** A sync of a small catalog takes seconds: what came when within one must be visible. */
    public const SLOTS_PER_SECOND = 10;
    private const KEPT_SLOTS = 86_400 * self::SLOTS_PER_SECOND;

    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS arrivals (
            slot INTEGER NOT NULL,
            kind TEXT NOT NULL,
            scope TEXT NOT NULL,
            is_deletion INTEGER NOT NULL,
            items INTEGER NOT NULL,
            PRIMARY KEY (slot, kind, scope, is_deletion)
        ) WITHOUT ROWID;
        SQL;

    private const ADD = 'INSERT INTO arrivals (slot, kind, scope, is_deletion, items) VALUES (?, ?, ?, ?, ?)'
        . ' ON CONFLICT DO UPDATE SET items = items + excluded.items';

    private ?\PDOStatement $add = null;
    private ?\PDOStatement $forget = null;

    public function __construct(private readonly \PDO $pdo)
    {
        $pdo->exec(self::SCHEMA);
    }

    /** @param list<Item> $items */
    public function add(EntityKind $kind, Operation $operation, array $items): void
    {
        $this->add ??= $this->pdo->prepare(self::ADD);
        $this->forget ??= $this->pdo->prepare('DELETE FROM arrivals WHERE slot < ?');
        $slot = (int) (microtime(true) * self::SLOTS_PER_SECOND);
        $scopes = array_count_values(array_map(static fn (Item $item): string => $item->key->scope, $items));

        foreach ($scopes as $scope => $count) {
            $this->add->execute([
                $slot, $kind->value, (string) $scope, $operation === Operation::Delete ? 1 : 0, $count,
            ]);
        }

        $this->forget->execute([$slot - self::KEPT_SLOTS]);
    }

    /** @return array{int, int}|null the first and the last slot with an arrival; null before any */
    public function span(): ?array
    {
        [$first, $last] = $this->pdo->query('SELECT MIN(slot), MAX(slot) FROM arrivals')->fetch(\PDO::FETCH_NUM);

        return $first === null ? null : [(int) $first, (int) $last];
    }

    /**
     * @param int $slots of one part of the time
     * @return list<array{kind: string, scope: string, isDeletion: bool, part: int, items: int}>
     */
    public function since(int $slot, int $slots): array
    {
        $rows = $this->pdo->prepare(
            'SELECT kind, scope, is_deletion AS isDeletion, (slot - :slot) / :slots AS part, SUM(items) AS items'
            . ' FROM arrivals WHERE slot >= :slot GROUP BY kind, scope, is_deletion, part ORDER BY part',
        );
        $rows->bindValue('slot', $slot, \PDO::PARAM_INT);
        $rows->bindValue('slots', $slots, \PDO::PARAM_INT);
        $rows->execute();

        return array_map(
            static fn (array $row): array => [
                'isDeletion' => (bool) $row['isDeletion'],
                'part' => (int) $row['part'],
                'items' => (int) $row['items'],
            ] + $row,
            $rows->fetchAll(\PDO::FETCH_ASSOC),
        );
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM arrivals');
    }
}
