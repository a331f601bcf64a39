<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

/**
 * The tables of orders and their events. An order's row says when it changed last and whether it could be mapped; an
 * event's row holds its body until it is delivered, and its id for as long as the order's row is kept.
 */
final class EventTables
{
    public const ORDERS = '{aco_orders}';
    public const EVENTS = '{aco_order_events}';

    /** @return list<string> */
    public static function sqlite(): array
    {
        return [
            'CREATE TABLE ' . self::ORDERS . ' (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                order_id TEXT NOT NULL UNIQUE,
                changed_at TEXT NOT NULL,
                status INTEGER NOT NULL,
                errors TEXT,
                modified_at TEXT NOT NULL
            )',
            'CREATE INDEX {aco_orders_changed_at} ON ' . self::ORDERS . ' (changed_at)',
            'CREATE INDEX {aco_orders_status} ON ' . self::ORDERS . ' (status)',
            'CREATE TABLE ' . self::EVENTS . ' (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                event_id TEXT NOT NULL UNIQUE,
                order_id TEXT NOT NULL,
                type TEXT NOT NULL,
                website TEXT NOT NULL,
                happened_at TEXT NOT NULL,
                status INTEGER NOT NULL,
                payload TEXT,
                errors TEXT,
                metadata TEXT,
                modified_at TEXT NOT NULL
            )',
            'CREATE INDEX {aco_order_events_order_id} ON ' . self::EVENTS . ' (order_id)',
            'CREATE INDEX {aco_order_events_status} ON ' . self::EVENTS . ' (status)',
        ];
    }

    /**
     * What the order's `updatedAt` was when an event of it was made first. Of rows that are older it is not known.
     *
     * @return list<string>
     */
    public static function firstDates(): array
    {
        return ['ALTER TABLE ' . self::EVENTS . ' ADD COLUMN order_updated_at VARCHAR(40)'];
    }

    /**
     * The number that people know the order by. Of orders that have not changed since it is not known.
     *
     * @return list<string>
     */
    public static function orderNumbers(): array
    {
        return ['ALTER TABLE ' . self::ORDERS . ' ADD COLUMN order_number VARCHAR(64)'];
    }

    /** @return list<string> */
    public static function mysql(string $options): array
    {
        return [
            'CREATE TABLE IF NOT EXISTS ' . self::ORDERS . " (
                id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                order_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
                changed_at DATETIME NOT NULL,
                status SMALLINT NOT NULL,
                errors TEXT,
                modified_at DATETIME NOT NULL,
                UNIQUE KEY order_id (order_id),
                KEY changed_at (changed_at),
                KEY status (status)
            ) $options",
            'CREATE TABLE IF NOT EXISTS ' . self::EVENTS . " (
                id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                event_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
                order_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
                type VARCHAR(64) NOT NULL,
                website VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
                happened_at VARCHAR(40) NOT NULL,
                status SMALLINT NOT NULL,
                payload MEDIUMTEXT,
                errors TEXT,
                metadata TEXT,
                modified_at DATETIME NOT NULL,
                UNIQUE KEY event_id (event_id),
                KEY order_id (order_id),
                KEY status (status)
            ) $options",
        ];
    }
}
