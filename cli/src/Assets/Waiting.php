<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Status;

/** The questions and changes that wait to be asked and written. */
final class Waiting
{
    private const TABLES = ['{aem_question}', '{aem_asset}', '{aem_product}'];

    public function __construct(private readonly Database $database)
    {
    }

    /** Whether some are due. */
    public function isDue(): bool
    {
        $now = self::now();

        return $this->database->read(function () use ($now): bool {
            foreach (self::TABLES as $table) {
                $row = $this->database->value(
                    "SELECT 1 FROM $table WHERE status = ? OR (status = ? AND (due_at <= ? OR due_at > ?)) LIMIT 1",
                    [Status::TO_SEND, Status::TO_RETRY, $now, self::latest($now)],
                );
                if ($row !== false) {
                    return true;
                }
            }

            return false;
        });
    }

    /** What waits for longer than any backoff was noted when the clock was ahead: it is due now. */
    public function correct(): void
    {
        $now = self::now();

        $this->database->transaction(function () use ($now): void {
            foreach (self::TABLES as $table) {
                $this->database->execute(
                    "UPDATE $table SET due_at = ? WHERE status = ? AND due_at > ?",
                    [$now, Status::TO_RETRY, self::latest($now)],
                );
            }
        });
    }

    /** In milliseconds, like the columns. */
    private static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }

    private static function latest(int $now): int
    {
        return $now + Leftovers::MAX_SECONDS * 1000;
    }
}
