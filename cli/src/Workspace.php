<?php

declare(strict_types=1);

namespace Aco\Cli;

use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\KeyFile;
use Aco\Cli\Config\SecretBox;
use Aco\Cli\Files\OwnFolder;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\Dialect;
use Aco\Cli\Store\Dsn;
use Aco\Cli\Store\SqliteDialect;
use Aco\Cli\Store\TablePrefix;
use Symfony\Component\Console\Input\InputInterface;

/** The state folder and the database that a command works on. */
final class Workspace
{
    private function __construct(
        public readonly string $stateDir,
        private readonly Dialect $dialect,
        /** Folder of a database that is a file. */
        private readonly ?string $databaseFolder,
        /** Null when none is given: that of the existing tables. */
        private readonly ?TablePrefix $prefix,
    ) {
    }

    public static function fromInput(InputInterface $input): self
    {
        $stateDir = self::absolute($input->getOption('state-dir') ?? self::environment('ACO_STATE_DIR') ?? 'var');
        $dsn = $input->getOption('dsn') ?? self::environment('ACO_DSN');
        $prefix = $input->getOption(TablePrefix::OPTION) ?? self::environment('ACO_TABLE_PREFIX');
        $prefix = $prefix === null ? null : TablePrefix::of($prefix);

        if ($dsn === null) {
            return new self($stateDir, new SqliteDialect($stateDir . '/aco.sqlite'), $stateDir, $prefix);
        }

        $dialect = self::dialect($dsn);

        return new self(
            $stateDir,
            $dialect,
            $dialect instanceof SqliteDialect ? dirname($dialect->name()) : null,
            $prefix,
        );
    }

    /** A workspace by its state folder. @param string $dsn "": the database in that folder */
    public static function at(string $stateDir, string $dsn): self
    {
        return $dsn === ''
            ? new self($stateDir, new SqliteDialect("$stateDir/aco.sqlite"), $stateDir, null)
            : new self($stateDir, self::dialect($dsn), null, null);
    }

    public static function dialect(string $dsn): Dialect
    {
        return Dsn::dialect(
            $dsn,
            self::absolute(...),
            self::environment('ACO_DB_USER') ?? '',
            self::environment('ACO_DB_PASSWORD') ?? '',
        );
    }

    /** How the database is named to people. */
    public function databaseName(): string
    {
        return $this->dialect->name();
    }

    /** Null when it is on a server. */
    public function databaseFile(): ?string
    {
        return $this->databaseFolder === null ? null : $this->dialect->name();
    }

    /** Opens the database, and creates folder, file and tables if missing. */
    public function open(): Database
    {
        $folder = $this->databaseFolder ?? $this->stateDir;
        if ($folder !== $this->stateDir && !is_dir($folder)) {
            throw new CommandFailure("The folder $folder for the database does not exist: create it.");
        }
        $this->makeStateDir();
        $this->checkStateDir();

        return Database::open($this->dialect, $this->prefix);
    }

    /** Opens an existing database, or fails with what to do. */
    public function openExisting(): Database
    {
        return $this->find() ?? throw $this->missing();
    }

    /** Null when there is no database yet. */
    public function find(): ?Database
    {
        $this->checkStateDir();
        OwnFolder::checkOpen($this->databaseFolder ?? $this->stateDir, 'folder of the database');

        return Database::find($this->dialect, $this->prefix);
    }

    public function keyFile(): KeyFile
    {
        $named = self::environment('ACO_KEY_FILE');

        return $named === null
            ? new KeyFile($this->stateDir . '/aco.key', true)
            : new KeyFile(self::absolute($named), false);
    }

    public function configStore(Database $database, string $group = ConfigStore::GENERAL): ConfigStore
    {
        return new ConfigStore($database, new SecretBox($this->keyFile()), $group);
    }

    public static function environment(string $name): ?string
    {
        $value = getenv($name);

        return $value === false || $value === '' ? null : $value;
    }

    private function missing(): CommandFailure
    {
        $prefixes = Database::findPrefixes($this->dialect);
        $others = $this->prefix === null ? [] : $prefixes?->ofOwnTables() ?? [];
        if ($others !== []) {
            $others = array_map(static fn (string $text): string => '--' . TablePrefix::OPTION . "=$text", $others);

            return new CommandFailure(
                "{$this->databaseName()} contains no tables of this command with the prefix"
                . " \"{$this->prefix->text}\": give " . implode(' or ', $others)
                . ', or run config:init with this prefix first.'
            );
        }

        $commerce = $this->prefix === null ? $prefixes?->ofCommerce() ?? [] : [];

        return new CommandFailure(
            "There is no database {$this->databaseName()} yet: run config:init "
            . ($commerce === [] || $commerce[0] === '' ? '' : '--' . TablePrefix::OPTION . "=$commerce[0] ") . 'first.'
        );
    }

    /** The state folder contains keys, locks, logs and feed files. */
    private function checkStateDir(): void
    {
        OwnFolder::checkOpen($this->stateDir, 'state folder');
        if (is_dir($this->stateDir)) {
            OwnFolder::check($this->stateDir, 'state folder');
        }
    }

    private function makeStateDir(): void
    {
        if (is_dir($this->stateDir)) {
            return;
        }

        $umask = umask(0077);

        try {
            $made = @mkdir($this->stateDir, 0700, true);
        } finally {
            umask($umask);
        }

        if (!$made && !is_dir($this->stateDir)) {
            $cause = preg_replace('/^mkdir\(\): /', '', error_get_last()['message'] ?? 'unknown cause');
            throw new CommandFailure("The state folder {$this->stateDir} cannot be created: $cause.");
        }
    }

    private static function absolute(string $path): string
    {
        if ($path === '') {
            throw new CommandFailure('The state folder must not be empty: --state-dir=FOLDER.');
        }

        return $path[0] === '/' ? $path : getcwd() . '/' . $path;
    }
}
