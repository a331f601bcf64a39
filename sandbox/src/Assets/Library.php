<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Catalog\Json;

/** The assets of AEM, in SQLite. */
final class Library
{
    private const SCHEMA = 'CREATE TABLE IF NOT EXISTS asset_library (
        id TEXT PRIMARY KEY, approved INTEGER NOT NULL, document TEXT NOT NULL) WITHOUT ROWID';

    private \PDO $pdo;

    public function __construct(string $file)
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
    }

    /**
     * @param list<\stdClass> $put assets with assetId, assetMetadata and repositoryMetadata
     * @param list<string> $remove ids
     */
    public function change(array $put, array $remove): void
    {
        $replace = $this->pdo->prepare('REPLACE INTO asset_library VALUES (?, ?, ?)');
        $delete = $this->pdo->prepare('DELETE FROM asset_library WHERE id = ?');
        $this->pdo->beginTransaction();

        foreach ($put as $asset) {
            $isApproved = ($asset->assetMetadata->{'dam:status'} ?? null) === 'approved';
            $replace->execute([$asset->assetId, (int) $isApproved, Json::encode($asset)]);
        }

        foreach ($remove as $id) {
            $delete->execute([$id]);
        }

        $this->pdo->commit();
    }

    /** @return array<string, string> documents of approved assets by their ids, in the order of these */
    public function after(string $id, int $limit): array
    {
        $select = $this->pdo->prepare(
            'SELECT id, document FROM asset_library WHERE id > ? AND approved = 1 ORDER BY id LIMIT ?',
        );
        $select->execute([$id, $limit]);

        return $select->fetchAll(\PDO::FETCH_KEY_PAIR);
    }

    public function count(): int
    {
        return (int) $this->pdo->query('SELECT COUNT(*) FROM asset_library WHERE approved = 1')->fetchColumn();
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM asset_library');
    }
}
