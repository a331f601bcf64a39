<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;
use Aco\Feed;

/** The tables, and the steps from one version of them to the next. */
final class Schema
{
    private const VERSION = 1;

    public function __construct(private readonly Database $database)
    {
    }

    public function migrate(): void
    {
        if ($this->version() === self::VERSION) {
            return;
        }
        $this->database->transaction(function (): void {
            $version = $this->version();
            if ($version > self::VERSION) {
                throw new CommandFailure(
                    "The database {$this->database->file} was made by a newer version of this command: update it."
                );
            }
            for ($next = $version + 1; $next <= self::VERSION; $next++) {
                foreach ($this->step($next) as $statement) {
                    $this->database->pdo->exec($statement);
                }
                $this->database->pdo->exec("INSERT INTO schema_version (version) VALUES ($next)");
            }
        });
    }

    private function version(): int
    {
        $pdo = $this->database->pdo;
        $exists = $pdo
            ->query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'")
            ->fetchColumn();

        return $exists === false ? 0 : (int) $pdo->query('SELECT MAX(version) FROM schema_version')->fetchColumn();
    }

    /** @return list<string> */
    private function step(int $version): array
    {
        return match ($version) {
            1 => [
                'CREATE TABLE schema_version (
                    version INTEGER PRIMARY KEY,
                    applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
                )',
                "CREATE TABLE core_config_data (
                    config_id INTEGER PRIMARY KEY AUTOINCREMENT,
                    scope TEXT NOT NULL DEFAULT 'default',
                    scope_id INTEGER NOT NULL DEFAULT 0,
                    path TEXT NOT NULL DEFAULT 'general',
                    value TEXT,
                    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
                    UNIQUE (scope, scope_id, path)
                )",
                ...array_merge(...array_map(self::feedTable(...), Feed::cases())),
            ],
        };
    }

    /** @return list<string> */
    private static function feedTable(Feed $feed): array
    {
        $table = $feed->table();

        return [
            "CREATE TABLE $table (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                source_entity_id INTEGER NOT NULL,
                feed_id TEXT NOT NULL UNIQUE,
                modified_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
                is_deleted INTEGER NOT NULL DEFAULT 0,
                status INTEGER NOT NULL DEFAULT 0,
                feed_data TEXT,
                feed_hash TEXT,
                errors TEXT,
                metadata TEXT
            )",
            "CREATE INDEX {$table}_source_entity_id_modified_at ON $table (source_entity_id, modified_at)",
            "CREATE INDEX {$table}_status ON $table (status)",
        ];
    }
}
