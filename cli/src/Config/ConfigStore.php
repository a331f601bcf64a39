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
            $rows = $this->database->execute(
                "SELECT path, value FROM core_config_data
                WHERE scope = 'default' AND scope_id = 0 AND value IS NOT NULL AND substr(path, 1, "
                . strlen(self::PREFIX) . ') = ? ORDER BY path',
                [self::PREFIX],
            )->fetchAll();
            $values = [];
            foreach ($rows as [$path, $value]) {
                $values[substr($path, strlen(self::PREFIX))] = $value;
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
        $stored = $this->values();
        $this->database->transaction(function () use ($values, $stored): void {
            $upsert = $this->database->upsert(
                'core_config_data',
                ['scope', 'scope_id', 'path', 'value', 'updated_at'],
                ['scope', 'scope_id', 'path'],
            );
            $delete = "DELETE FROM core_config_data WHERE scope = 'default' AND scope_id = 0 AND path = ?";
            foreach ($values as $name => $value) {
                if ($value === null) {
                    $this->database->execute($delete, [self::PREFIX . $name]);
                } elseif ($value !== ($stored[$name] ?? null)) {
                    $this->database->execute(
                        $upsert,
                        ['default', 0, self::PREFIX . $name, $value, gmdate('Y-m-d H:i:s')],
                    );
                }
            }
        });
    }
}
