<?php

declare(strict_types=1);

namespace Aco\Cli;

use Aco\Cli\Config\KeyFile;
use Aco\Cli\Store\Database;
use Aco\Cli\Store\RunLock;
use Symfony\Component\Console\Input\InputInterface;

/** The state folder and the database that a command works on. */
final class Workspace
{
    private function __construct(
        public readonly string $stateDir,
        public readonly string $databaseFile,
    ) {
    }

    public static function fromInput(InputInterface $input): self
    {
        $stateDir = self::absolute($input->getOption('state-dir') ?? self::environment('ACO_STATE_DIR') ?? 'var');
        $dsn = $input->getOption('dsn') ?? self::environment('ACO_DSN');
        if ($dsn === null) {
            return new self($stateDir, $stateDir . '/aco.sqlite');
        }
        // The text of a DSN is never repeated: those of other databases may carry a password.
        if (str_starts_with($dsn, 'mysql:')) {
            throw new CommandFailure(
                'A mysql: DSN is not supported: this version keeps its tables in SQLite only, use --dsn=sqlite:FILE.'
            );
        }
        $file = str_starts_with($dsn, 'sqlite:') ? substr($dsn, 7) : '';
        if ($file === '' || $file === ':memory:') {
            throw new CommandFailure('The DSN must name a SQLite file: --dsn=sqlite:FILE.');
        }

        return new self($stateDir, self::absolute($file));
    }

    /** Opens the database, and makes folder and file when they are not there. */
    public function open(): Database
    {
        $folder = dirname($this->databaseFile);
        if ($folder !== $this->stateDir && !is_dir($folder)) {
            throw new CommandFailure("The folder $folder of the database does not exist.");
        }
        $this->makeStateDir();

        return Database::open($this->databaseFile);
    }

    /** Opens a database that has to be there, or says what makes one. */
    public function openExisting(): Database
    {
        if (!is_file($this->databaseFile)) {
            throw new CommandFailure("There is no database {$this->databaseFile} yet: run config:init first.");
        }

        return Database::open($this->databaseFile);
    }

    public function keyFile(): KeyFile
    {
        $named = self::environment('ACO_KEY_FILE');

        return $named === null
            ? new KeyFile($this->stateDir . '/aco.key', true)
            : new KeyFile(self::absolute($named), false);
    }

    public function lock(): RunLock
    {
        return RunLock::acquire($this->databaseFile);
    }

    public static function environment(string $name): ?string
    {
        $value = getenv($name);

        return $value === false || $value === '' ? null : $value;
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
            throw new CommandFailure("The state folder {$this->stateDir} cannot be made: $cause.");
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
