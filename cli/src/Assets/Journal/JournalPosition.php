<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Journal;

use Aco\Cli\Store\ConfigRows;
use Aco\Cli\Store\Database;

/** How far a journal was read, in `core_config_data`, so that it changes in one transaction with the events. */
final class JournalPosition
{
    private const PATH = 'aco_exporter/assets_journal/position';

    /** @param string $journal its address: the position in one journal means nothing in another */
    public function __construct(private readonly Database $database, private readonly string $journal)
    {
    }

    /**
     * @return ?array{next: string, retryAt: int} the address to go on with, and not before when; null: from the start
     */
    public function read(): ?array
    {
        $json = $this->database->read(fn (): mixed => $this->database->value(
            "SELECT value FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PATH],
        ));
        $stored = is_string($json) ? json_decode($json, true) : null;

        return is_array($stored) && ($stored['journal'] ?? null) === $this->journal
            && is_string($stored['next'] ?? null) && is_int($stored['retryAt'] ?? null)
            ? ['next' => $stored['next'], 'retryAt' => $stored['retryAt']]
            : null;
    }

    /** In the transaction of the caller. */
    public function write(string $next, int $retryAt): void
    {
        (new ConfigRows($this->database))->put(self::PATH, json_encode(
            ['journal' => $this->journal, 'next' => $next, 'retryAt' => $retryAt],
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES,
        ));
    }

    public function forget(): void
    {
        $this->database->transaction(fn () => $this->database->execute(
            "DELETE FROM {core_config_data} WHERE scope = 'default' AND scope_id = 0 AND path = ?",
            [self::PATH],
        ));
    }
}
