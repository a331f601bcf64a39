<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\Experience\EventTables;

/** The tables in MariaDB and MySQL. Tables that Commerce has created there are used as they are. */
final class MysqlTables
{
    private const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci';

    /**
     * @param list<string> $feedTables new ones
     * @return list<string>
     */
    public static function step(int $version, array $feedTables): array
    {
        $statements = match ($version) {
            1 => [
                'CREATE TABLE IF NOT EXISTS {schema_version} (
                    version INT NOT NULL PRIMARY KEY,
                    applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
                ) ' . self::OPTIONS,
                "CREATE TABLE IF NOT EXISTS {core_config_data} (
                    config_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                    scope VARCHAR(8) NOT NULL DEFAULT 'default',
                    scope_id INT NOT NULL DEFAULT 0,
                    path VARCHAR(255) NOT NULL DEFAULT 'general',
                    value TEXT,
                    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                    UNIQUE KEY CORE_CONFIG_DATA_SCOPE_SCOPE_ID_PATH (scope, scope_id, path)
                ) " . self::OPTIONS,
            ],
            2 => EventTables::mysql(self::OPTIONS),
            3, 4 => AssetTables::mysql($version),
            5 => self::addColumn(EventTables::EVENTS, 'order_updated_at', EventTables::firstDates()[0]),
            7 => LeaseTable::mysql(self::OPTIONS),
            9 => self::addColumn(EventTables::ORDERS, 'order_number', EventTables::orderNumbers()[0]),
            10 => SentBodies::mysql(self::OPTIONS),
            default => [],
        };

        return [...$statements, ...array_map(self::feedTable(...), $feedTables)];
    }

    /**
     * DDL is not rolled back: an interrupted step runs again on what it has already changed.
     *
     * @return list<string>
     */
    private static function addColumn(string $table, string $column, string $statement): array
    {
        return [
            'SET @aco_step = IF((SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()'
                . " AND table_name = '$table' AND column_name = '$column') = 0, '$statement', 'DO 0')",
            'PREPARE aco_step FROM @aco_step',
            'EXECUTE aco_step',
            'DEALLOCATE PREPARE aco_step',
        ];
    }

    private static function feedTable(string $table): string
    {
        return "CREATE TABLE IF NOT EXISTS {{$table}} (
            id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
            source_entity_id INT UNSIGNED NOT NULL,
            feed_id VARCHAR(64) NOT NULL,
            modified_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
            is_deleted TINYINT NOT NULL DEFAULT 0,
            status SMALLINT NOT NULL DEFAULT 0,
            feed_data MEDIUMTEXT,
            feed_hash VARCHAR(64),
            errors TEXT,
            metadata TEXT,
            UNIQUE KEY feed_id (feed_id),
            KEY source_entity_id_modified_at (source_entity_id, modified_at),
            KEY status (status)
        ) " . self::OPTIONS;
    }
}
