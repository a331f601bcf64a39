<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

use Aco\Cli\CommandFailure;

/** The version of the tables, and the way from one to the next. */
final class Schema
{
    private const VERSION = 5;

    public function __construct(
        private readonly Database $database,
        private readonly Dialect $dialect,
    ) {
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
                    "The database {$this->database->name()} was made by a newer version of this command: update it."
                );
            }
            for ($next = $version + 1; $next <= self::VERSION; $next++) {
                foreach ($this->dialect->schemaStep($next) as $statement) {
                    $this->database->exec($statement);
                }
                $this->database->execute(
                    $this->database->upsert('{schema_version}', ['version', 'applied_at'], ['version']),
                    [$next, gmdate('Y-m-d H:i:s')],
                );
            }
        });
    }

    /** 0 when there are no tables. */
    public function version(): int
    {
        return $this->database->read(function (): int {
            return $this->database->hasTable('schema_version')
                ? (int) $this->database->value('SELECT MAX(version) FROM {schema_version}')
                : 0;
        });
    }
}
