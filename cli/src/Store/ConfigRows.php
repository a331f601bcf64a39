<?php

declare(strict_types=1);

namespace Aco\Cli\Store;

/** Writes rows of Commerce's table of settings that hold for all scopes. To be called in a transaction. */
final class ConfigRows
{
    public function __construct(private readonly Database $database)
    {
    }

    public function put(string $path, string $value): void
    {
        $this->database->execute(
            $this->database->upsert(
                '{core_config_data}',
                ['scope', 'scope_id', 'path', 'value', 'updated_at'],
                ['scope', 'scope_id', 'path'],
            ),
            ['default', 0, $path, $value, Database::now()],
        );
    }

    public function remove(string $path): void
    {
        $this->database->execute(
            "DELETE FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [$path],
        );
    }
}
