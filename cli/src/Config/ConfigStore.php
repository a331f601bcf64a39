<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\Store\Database;

/** The settings in `core_config_data`, by their names below `aco_exporter/general/`. */
final class ConfigStore
{
    private const PREFIX = 'aco_exporter/general/';

    public function __construct(
        private readonly Database $database,
        private readonly SecretBox $secretBox,
    ) {
    }

    /** @return array<string, string> as stored, the client secret encrypted */
    public function values(): array
    {
        return $this->database->read(function (): array {
            $select = $this->database->pdo->prepare(
                "SELECT path, value FROM core_config_data
                WHERE scope = 'default' AND scope_id = 0 AND value IS NOT NULL AND substr(path, 1, ?) = ? ORDER BY path"
            );
            $select->bindValue(1, strlen(self::PREFIX), \PDO::PARAM_INT);
            $select->bindValue(2, self::PREFIX);
            $select->execute();
            $values = [];
            while ($row = $select->fetch()) {
                $values[substr($row[0], strlen(self::PREFIX))] = $row[1];
            }

            return $values;
        });
    }

    /** Null when none is stored. */
    public function clientSecret(): ?string
    {
        $sealed = $this->values()[Setting::CLIENT_SECRET] ?? null;

        return $sealed === null ? null : $this->secretBox->open(self::PREFIX . Setting::CLIENT_SECRET, $sealed);
    }

    /**
     * Replaces the given settings, and removes those given as null.
     *
     * @param array<string, ?string> $values
     */
    public function save(array $values, #[\SensitiveParameter] ?string $clientSecret): void
    {
        if ($clientSecret !== null) {
            $path = self::PREFIX . Setting::CLIENT_SECRET;
            $values[Setting::CLIENT_SECRET] = $this->secretBox->seal($path, $clientSecret);
        }
        $this->database->transaction(function () use ($values): void {
            $upsert = $this->database->pdo->prepare(
                "INSERT INTO core_config_data (scope, scope_id, path, value) VALUES ('default', 0, ?, ?)
                ON CONFLICT (scope, scope_id, path) DO UPDATE SET value = excluded.value, updated_at = CURRENT_TIMESTAMP
                WHERE value IS NOT excluded.value"
            );
            $delete = $this->database->pdo->prepare(
                "DELETE FROM core_config_data WHERE scope = 'default' AND scope_id = 0 AND path = ?"
            );
            foreach ($values as $name => $value) {
                if ($value === null) {
                    $delete->execute([self::PREFIX . $name]);
                } else {
                    $upsert->execute([self::PREFIX . $name, $value]);
                }
            }
        });
    }
}
