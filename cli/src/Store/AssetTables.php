<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** The tables of the assets integration. Times are milliseconds since 1970. */
final class AssetTables
{
    private const COLUMNS = [
        'aem_asset' => 'id {id},
            asset_id {name} NOT NULL UNIQUE,
            state {long} NOT NULL,
            claim {name} NOT NULL,
            reason VARCHAR(16) NOT NULL,
            video SMALLINT NOT NULL,
            alt_texts {long} NOT NULL,
            version BIGINT NOT NULL,
            status SMALLINT NOT NULL,
            due_at BIGINT NOT NULL,
            attempts INTEGER NOT NULL,
            error {text} NOT NULL,
            dispatched_at BIGINT NOT NULL,
            started_at BIGINT',
        'aem_product' => 'id {id},
            sku {name} NOT NULL UNIQUE,
            existence SMALLINT,
            sent VARCHAR(32),
            version BIGINT NOT NULL,
            status SMALLINT NOT NULL,
            due_at BIGINT NOT NULL,
            attempts INTEGER NOT NULL,
            error {text} NOT NULL',
        'aem_assignment' => 'asset_row BIGINT NOT NULL,
            product_row BIGINT NOT NULL,
            wanted SMALLINT NOT NULL,
            roles {text} NOT NULL,
            position BIGINT,
            sent VARCHAR(32),
            PRIMARY KEY (asset_row, product_row)',
        'aem_event' => 'id {id},
            kind SMALLINT NOT NULL,
            subject_row BIGINT NOT NULL,
            version BIGINT NOT NULL,
            dispatched_at BIGINT NOT NULL,
            received_at BIGINT NOT NULL,
            started_at BIGINT,
            applied_at BIGINT,
            latency_ms BIGINT',
        'aem_question' => 'id {id},
            kind SMALLINT NOT NULL,
            subject_row BIGINT NOT NULL,
            data {long},
            dispatched_at BIGINT NOT NULL,
            status SMALLINT NOT NULL,
            due_at BIGINT NOT NULL,
            attempts INTEGER NOT NULL,
            error {text} NOT NULL,
            UNIQUE (kind, subject_row)',
    ];
    /** Tables by the version of the schema that brings them. */
    private const STEPS = [
        3 => ['aem_asset', 'aem_product', 'aem_assignment', 'aem_event'],
        4 => ['aem_question'],
    ];
    private const INDEXES = [
        'aem_asset' => ['due' => 'status, due_at, id'],
        'aem_product' => ['due' => 'status, due_at, id'],
        'aem_assignment' => ['product' => 'product_row, asset_row'],
        'aem_event' => [
            'subject' => 'kind, subject_row, applied_at',
            'latency' => 'latency_ms',
            'applied' => 'applied_at, dispatched_at',
        ],
        'aem_question' => ['due' => 'kind, status, due_at, id'],
    ];

    /** @return list<string> */
    public static function sqlite(int $version): array
    {
        $types = [
            '{id}' => 'INTEGER PRIMARY KEY AUTOINCREMENT', '{name}' => 'TEXT', '{text}' => 'TEXT', '{long}' => 'TEXT',
        ];
        $statements = [];
        foreach (self::STEPS[$version] as $table) {
            $statements[] = "CREATE TABLE {{$table}} (" . strtr(self::COLUMNS[$table], $types) . ')';
            foreach (self::INDEXES[$table] as $name => $of) {
                $statements[] = "CREATE INDEX {{$table}_$name} ON {{$table}} ($of)";
            }
        }

        return $statements;
    }

    /** @return list<string> */
    public static function mysql(int $version): array
    {
        $types = [
            '{id}' => 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
            // Names are compared byte by byte, trailing blanks included.
            '{name}' => 'VARBINARY(512)',
            '{text}' => 'TEXT',
            '{long}' => 'LONGTEXT',
        ];
        $statements = [];

        foreach (self::STEPS[$version] as $table) {
            $columns = self::COLUMNS[$table];

            foreach (self::INDEXES[$table] as $name => $of) {
                $columns .= ", KEY {$table}_$name ($of)";
            }

            $statements[] = "CREATE TABLE IF NOT EXISTS {{$table}} (" . strtr($columns, $types)
                . ') ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
        }

        return $statements;
    }
}
