<?php

declare(strict_types=1);

namespace Aco\Cli\Fleet;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Console;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Dialect;
use Aco\Cli\Store\SqliteDialect;
use Aco\Cli\Store\TablePrefix;
use Aco\Cli\Workspace;

/** Where the fleet's tables are: in the database that was given, else in the folder of the workspaces. */
final class FleetControl
{
    public const FOLDER = 'Folder whose folders are the state folders of the tenants';
    private const FILE = 'fleet.sqlite';

    private function __construct(
        public readonly ?WorkspaceFolder $folder,
        private readonly Database $database,
        private readonly Dialect $dialect,
    ) {
    }

    public static function of(Console $console): self
    {
        $path = $console->argument('folder');
        $folder = $path === null ? null : WorkspaceFolder::of($path);
        $dsn = $console->option('dsn') ?? Workspace::environment('ACO_DSN');
        if ($dsn === null && $folder === null) {
            throw new CommandFailure('Give a folder of workspaces, or --dsn with a database of tenants.');
        }

        $prefix = $console->option(TablePrefix::OPTION) ?? Workspace::environment('ACO_TABLE_PREFIX');

        $dialect = $dsn === null ? new SqliteDialect("$folder->path/" . self::FILE) : Workspace::dialect($dsn);

        return new self($folder, Database::plain(
            $dialect,
            $prefix === null ? TablePrefix::none() : TablePrefix::of($prefix),
        ), $dialect);
    }

    public function tables(): FleetTables
    {
        return new FleetTables($this->database);
    }

    /** Whether there is a fleet; makes nothing. */
    public function isThere(): bool
    {
        return $this->dialect->isThere() && $this->tables()->exist();
    }

    /** How the control database is named to people. */
    public function name(): string
    {
        return $this->database->name();
    }
}
