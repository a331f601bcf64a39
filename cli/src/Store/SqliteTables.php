<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\Experience\EventTables;

/** The tables in SQLite. */
final class SqliteTables
{
    /** Behind the name of a feed table: the index of its ids. */
    public const ID_INDEX = '_feed_id';

    private const FEED_TABLES_OF_VERSION_6 = [
        'cde_products_feed',
        'cde_product_attributes_feed',
        'cde_categories_feed',
        'cde_product_prices_feed',
        'cde_price_books_feed',
    ];
    private const FEED_TABLES_OF_VERSION_11 = [
        ...self::FEED_TABLES_OF_VERSION_6,
        'aco_category_attributes_feed',
        'aco_product_layers_feed',
    ];

    /**
     * @param list<string> $feedTables new ones
     * @return list<string>
     */
    public static function step(int $version, array $feedTables): array
    {
        $statements = match ($version) {
            1 => [
                'CREATE TABLE IF NOT EXISTS {schema_version} (
                    version INTEGER PRIMARY KEY,
                    applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
                )',
                "CREATE TABLE {core_config_data} (
                    config_id INTEGER PRIMARY KEY AUTOINCREMENT,
                    scope TEXT NOT NULL DEFAULT 'default',
                    scope_id INTEGER NOT NULL DEFAULT 0,
                    path TEXT NOT NULL DEFAULT 'general',
                    value TEXT,
                    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
                    UNIQUE (scope, scope_id, path)
                )",
            ],
            2 => EventTables::sqlite(),
            3, 4 => AssetTables::sqlite($version),
            5 => EventTables::firstDates(),
            6 => array_merge(...array_map(self::lighterIndexes(...), self::FEED_TABLES_OF_VERSION_6)),
            9 => EventTables::orderNumbers(),
            10 => SentBodies::sqlite(),
            11 => array_merge(...array_map(self::namedIdIndex(...), self::FEED_TABLES_OF_VERSION_11)),
            default => [],
        };

        foreach ($feedTables as $table) {
            // Tables of later versions begin with what version 6 has made of the earlier ones.
            array_push($statements, ...self::feedTable($table), ...($version > 6 ? self::lighterIndexes($table) : []));
        }

        return $statements;
    }

    /** The index that keeps a feed table to one row an id; it can be made when the rows are there. */
    public static function idIndex(string $table): string
    {
        return "CREATE UNIQUE INDEX IF NOT EXISTS {{$table}" . self::ID_INDEX . "} ON {{$table}} (feed_id)";
    }

    public static function dropIdIndex(string $table): string
    {
        return "DROP INDEX IF EXISTS {{$table}" . self::ID_INDEX . '}';
    }

    /** @return list<string> */
    private static function feedTable(string $table): array
    {
        return [
            "CREATE TABLE IF NOT EXISTS {{$table}} (" . self::feedColumns('UNIQUE') . ')',
            "CREATE INDEX IF NOT EXISTS {{$table}_source_entity_id_modified_at} ON {{$table}} (source_entity_id, modified_at)",
            "CREATE INDEX IF NOT EXISTS {{$table}_status} ON {{$table}} (status)",
        ];
    }

    private static function feedColumns(string $ofId = ''): string
    {
        return "id INTEGER PRIMARY KEY AUTOINCREMENT,
            source_entity_id INTEGER NOT NULL,
            feed_id TEXT NOT NULL $ofId,
            modified_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
            is_deleted INTEGER NOT NULL DEFAULT 0,
            status INTEGER NOT NULL DEFAULT 0,
            feed_data TEXT,
            feed_hash TEXT,
            errors TEXT,
            metadata TEXT";
    }

    /**
     * An index with a name in place of the column's own, which cannot be dropped. Row numbers go on as they would have.
     *
     * @return list<string>
     */
    private static function namedIdIndex(string $table): array
    {
        return [
            "CREATE TABLE {{$table}_new} (" . self::feedColumns() . ')',
            "INSERT INTO {{$table}_new} SELECT id, source_entity_id, feed_id, modified_at, is_deleted, status, feed_data,
                feed_hash, errors, metadata FROM {{$table}} ORDER BY id",
            "DELETE FROM sqlite_sequence WHERE name = '{{$table}_new}'",
            "UPDATE sqlite_sequence SET name = '{{$table}_new}' WHERE name = '{{$table}}'",
            "DROP TABLE {{$table}}",
            "ALTER TABLE {{$table}_new} RENAME TO {{$table}}",
            self::idIndex($table),
            ...self::lighterIndexes($table),
        ];
    }

    /**
     * Indexes that a delivered row is not in, or that do not change when it is delivered.
     *
     * @return list<string>
     */
    private static function lighterIndexes(string $table): array
    {
        return [
            "DROP INDEX IF EXISTS {{$table}_source_entity_id_modified_at}",
            "DROP INDEX IF EXISTS {{$table}_status}",
            "CREATE INDEX IF NOT EXISTS {{$table}_source_entity_id} ON {{$table}} (source_entity_id)",
            "CREATE INDEX IF NOT EXISTS {{$table}_undelivered} ON {{$table}} (status) WHERE status <> " . Status::DELIVERED,
        ];
    }
}
