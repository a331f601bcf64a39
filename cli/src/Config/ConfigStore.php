<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;

/** A group of settings in `core_config_data`, by their names below `aco_exporter/<group>/`. */
final class ConfigStore
{
    public const GENERAL = 'general';
    public const ASSETS = 'assets';

    private readonly string $prefix;

    public function __construct(
        private readonly Database $database,
        private readonly SecretBox $secretBox,
        string $group = self::GENERAL,
    ) {
        $this->prefix = "aco_exporter/$group/";
    }

    /** @return array<string, string> as stored, the client secret encrypted */
    public function values(): array
    {
        return $this->database->read(function (): array {
            $rows = $this->database->execute(
                "SELECT path, value FROM {core_config_data}
                WHERE scope = 'default' AND scope_id = 0 AND value IS NOT NULL AND substr(path, 1, "
                . strlen($this->prefix) . ') = ? ORDER BY path',
                [$this->prefix],
            )->fetchAll();
            $values = [];

            foreach ($rows as [$path, $value]) {
                $values[substr($path, strlen($this->prefix))] = $value;
            }

            return $values;
        });
    }

    /**
     * The same, when the connection must be configured.
     *
     * @return array<string, string>
     */
    public function requiredValues(): array
    {
        return $this->values() ?: throw new CommandFailure('Nothing is configured yet: run config:init first.');
    }

    /** Null when it is not stored. */
    public function clientSecret(): ?string
    {
        return $this->secret(Setting::CLIENT_SECRET);
    }

    /** Null when nothing is stored under that name. */
    public function secret(string $name): ?string
    {
        $sealed = $this->values()[$name] ?? null;

        return $sealed === null ? null : $this->secretBox->open($this->prefix . $name, $sealed);
    }

    /**
     * Replaces the given settings, and removes those given as null.
     *
     * @param array<string, ?string> $values
     */
    public function save(array $values, #[\SensitiveParameter] ?string $clientSecret): void
    {
        $this->saveAll($values, $clientSecret === null ? [] : [Setting::CLIENT_SECRET => $clientSecret]);
    }

    /**
     * The same with any secrets.
     *
     * @param array<string, ?string> $values
     * @param array<string, string> $secrets
     */
    public function saveAll(array $values, #[\SensitiveParameter] array $secrets): void
    {
        foreach ($secrets as $name => $secret) {
            $values[$name] = $this->secretBox->seal($this->prefix . $name, $secret);
        }

        $stored = $this->values();
        $this->database->transaction(function () use ($values, $stored): void {
            $rows = new ConfigRows($this->database);

            foreach ($values as $name => $value) {
                if ($value === null) {
                    $rows->remove($this->prefix . $name);
                } elseif ($value !== ($stored[$name] ?? null)) {
                    $rows->put($this->prefix . $name, $value);
                }
            }
        });
    }
}
