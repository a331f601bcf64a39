<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Catalog\Json;

/** Registered tenants, media of products, and what the matcher answers, in SQLite. */
final class AssetsStore
{
    private const SCHEMA = <<<'SQL'
        CREATE TABLE IF NOT EXISTS asset_tenants (
            api_key TEXT NOT NULL,
            environment TEXT NOT NULL,
            id TEXT NOT NULL,
            input TEXT NOT NULL,
            PRIMARY KEY (api_key, environment)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS asset_media (
            asset_id TEXT NOT NULL,
            sku TEXT NOT NULL,
            kind TEXT NOT NULL,
            url TEXT NOT NULL,
            thumbnail_url TEXT NOT NULL,
            roles TEXT NOT NULL,
            position INTEGER,
            alt_texts TEXT NOT NULL,
            PRIMARY KEY (asset_id, sku)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS asset_media_sku ON asset_media (sku);
        CREATE TABLE IF NOT EXISTS asset_answers (
            path TEXT NOT NULL,
            key TEXT NOT NULL,
            answer TEXT NOT NULL,
            PRIMARY KEY (path, key)
        ) WITHOUT ROWID;
        SQL;

    private \PDO $pdo;

    /** @throws \PDOException when the file cannot be opened or is not a database */
    public function __construct(string $file)
    {
        $this->pdo = new \PDO('sqlite:' . $file, null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        // As in the store of the catalog.
        $this->pdo->exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 5000');
        $this->pdo->exec(self::SCHEMA);
    }

    /**
     * @param array<string, mixed> $input
     * @return string|null its id, a UUID of version 4; null when the pair is registered already
     */
    public function addTenant(string $apiKey, string $environment, array $input): ?string
    {
        $bytes = random_bytes(16);
        $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
        $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
        $id = vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
        $added = $this->run(
            'INSERT INTO asset_tenants (api_key, environment, id, input) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
            [$apiKey, $environment, $id, Json::encode($input)],
        );

        return $added->rowCount() === 1 ? $id : null;
    }

    /** @return list<array{apiKey: string, environment: string, id: string, input: mixed}> */
    public function tenants(): array
    {
        return array_map(
            static fn (array $row): array => ['input' => Json::decode($row['input'])] + $row,
            $this->run('SELECT api_key AS apiKey, environment, id, input FROM asset_tenants ORDER BY 1, 2')->fetchAll(\PDO::FETCH_ASSOC),
        );
    }

    /** One step that other requests see as a whole. */
    public function change(\Closure $change): void
    {
        $this->pdo->beginTransaction();
        try {
            $change();
            $this->pdo->commit();
        } catch (\Throwable $failure) {
            $this->pdo->rollBack();
            throw $failure;
        }
    }

    /** A role belongs to the medium that took it last: the others of the product lose it. */
    public function put(Medium $medium): void
    {
        if ($medium->roles !== []) {
            foreach ($this->media($medium->sku) as $other) {
                $left = array_values(array_diff($other->roles, $medium->roles));
                if ($other->assetId !== $medium->assetId && $left !== $other->roles) {
                    $this->run(
                        'UPDATE asset_media SET roles = ? WHERE asset_id = ? AND sku = ?',
                        [Json::encode($left), $other->assetId, $other->sku],
                    );
                }
            }
        }

        $this->run('REPLACE INTO asset_media VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
            $medium->assetId,
            $medium->sku,
            $medium->isVideo ? 'video' : 'image',
            $medium->url,
            $medium->thumbnailUrl,
            Json::encode($medium->roles),
            $medium->position,
            Json::encode($medium->altTexts),
        ]);
    }

    /** Removes what matches both; null matches all. */
    public function remove(?string $assetId, ?string $sku): void
    {
        $this->run(
            'DELETE FROM asset_media WHERE asset_id = COALESCE(?, asset_id) AND sku = COALESCE(?, sku)',
            [$assetId, $sku],
        );
    }

    /** @return list<string> */
    public function skusOf(string $assetId): array
    {
        return $this->run('SELECT sku FROM asset_media WHERE asset_id = ? ORDER BY sku', [$assetId])
            ->fetchAll(\PDO::FETCH_COLUMN);
    }

    /** @return list<Medium> of one product, or of all */
    public function media(?string $sku = null, int $limit = -1, int $offset = 0): array
    {
        $rows = $this->run(
            'SELECT * FROM asset_media WHERE sku = COALESCE(?, sku) ORDER BY sku, asset_id LIMIT ? OFFSET ?',
            [$sku, $limit, $offset],
        );

        return array_map(Medium::ofRow(...), $rows->fetchAll(\PDO::FETCH_ASSOC));
    }

    public function countMedia(?string $sku = null): int
    {
        return (int) $this->run('SELECT COUNT(*) FROM asset_media WHERE sku = COALESCE(?, sku)', [$sku])->fetchColumn();
    }

    /** @return array{media: int, images: int, videos: int, assets: int, products: int, tenants: int} */
    public function counts(): array
    {
        return array_map('intval', $this->run(
            "SELECT COUNT(*) AS media, SUM(kind = 'image') AS images,
                SUM(kind = 'video') AS videos, COUNT(DISTINCT asset_id) AS assets,
                COUNT(DISTINCT sku) AS products, (SELECT COUNT(*) FROM asset_tenants) AS tenants
            FROM asset_media",
        )->fetch(\PDO::FETCH_ASSOC));
    }

    /** What the matcher answers from now on; null: nothing of its own. */
    public function setAnswer(string $path, string $key, ?string $answer): void
    {
        $this->run('DELETE FROM asset_answers WHERE path = ? AND key = ?', [$path, $key]);
        if ($answer !== null) {
            $this->run('INSERT INTO asset_answers VALUES (?, ?, ?)', [$path, $key, $answer]);
        }
    }

    public function answer(string $path, string $key): ?string
    {
        $answer = $this->run('SELECT answer FROM asset_answers WHERE path = ? AND key = ?', [$path, $key])->fetchColumn();

        return $answer === false ? null : $answer;
    }

    public function clear(): void
    {
        $this->pdo->exec('DELETE FROM asset_tenants; DELETE FROM asset_media; DELETE FROM asset_answers');
    }

    /** @param list<mixed> $values */
    private function run(string $sql, array $values = []): \PDOStatement
    {
        $statement = $this->pdo->prepare($sql);
        foreach ($values as $number => $value) {
            $statement->bindValue($number + 1, $value, is_int($value) ? \PDO::PARAM_INT : \PDO::PARAM_STR);
        }
        $statement->execute();

        return $statement;
    }
}
