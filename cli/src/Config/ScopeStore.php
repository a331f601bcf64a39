<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;
use Aco\Scopes;

/** Disabled websites and store views, in `core_config_data` below `aco_exporter/scopes/`. */
final class ScopeStore
{
    public const WEBSITES = 'disabled_websites';
    public const STORE_VIEWS = 'disabled_store_views';

    private const PREFIX = 'aco_exporter/scopes/';
    /** The synced items of disabled scopes are not marked for deletion yet. */
    private const REMOVAL = 'removal_waits';

    public function __construct(private readonly Database $database)
    {
    }

    public function scopes(): Scopes
    {
        return new Scopes($this->codes(self::WEBSITES), $this->codes(self::STORE_VIEWS));
    }

    /** @return bool whether the scope was on */
    public function disable(string $kind, string $code): bool
    {
        $codes = $this->codes($kind);
        if (in_array($code, $codes, true)) {
            return false;
        }
        $this->write([$kind => json_encode([...$codes, $code], JSON_THROW_ON_ERROR), self::REMOVAL => '1']);

        return true;
    }

    /** @return bool whether the scope was off */
    public function enable(string $kind, string $code): bool
    {
        $codes = $this->codes($kind);
        $rest = array_values(array_diff($codes, [$code]));
        if ($rest === $codes) {
            return false;
        }
        $this->write([$kind => json_encode($rest, JSON_THROW_ON_ERROR)]);

        return true;
    }

    public function isRemovalWaiting(): bool
    {
        return $this->read(self::REMOVAL) === '1';
    }

    public function removalDone(): void
    {
        $this->write([self::REMOVAL => '0']);
    }

    /** @return list<string> */
    private function codes(string $kind): array
    {
        return json_decode($this->read($kind) ?? '[]', true, 2, JSON_THROW_ON_ERROR);
    }

    private function read(string $name): ?string
    {
        return $this->database->read(fn (): ?string => $this->database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PREFIX . $name],
        ) ?: null);
    }

    /** @param array<string, string> $values */
    private function write(array $values): void
    {
        $this->database->transaction(function () use ($values): void {
            $rows = new ConfigRows($this->database);

            foreach ($values as $name => $value) {
                $rows->put(self::PREFIX . $name, $value);
            }
        });
    }
}
