<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Cli\Store\Database;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Backoff;

/** The questions that are open, at most one for an asset or product. Call its methods in a transaction. */
final class QuestionStore
{
    private const SUBJECTS = [
        EventLedger::ASSET => ['{aem_asset}', 'asset_id'],
        EventLedger::PRODUCT => ['{aem_product}', 'sku'],
    ];

    public function __construct(private readonly Database $database)
    {
    }

    /**
     * Takes the place of the one that is open.
     *
     * @param ?string $data JSON that the matcher gets beside the SKU of a product
     */
    public function open(int $kind, int $row, ?string $data, int $dispatchedAt, int $now): void
    {
        $this->drop($kind, $row);
        $this->database->execute(
            "INSERT INTO {aem_question} (kind, subject_row, data, dispatched_at, status, due_at, attempts, error)
            VALUES (?, ?, ?, ?, ?, ?, 0, '')",
            [$kind, $row, $data, $dispatchedAt, Status::TO_SEND, $now],
        );
    }

    /** False when there was none. */
    public function drop(int $kind, int $row): bool
    {
        return $this->database->execute(
            'DELETE FROM {aem_question} WHERE kind = ? AND subject_row = ?',
            [$kind, $row],
        )->rowCount() > 0;
    }

    /** False when another has taken its place. */
    public function close(Question $question): bool
    {
        return $this->database->execute('DELETE FROM {aem_question} WHERE id = ?', [$question->id])->rowCount() > 0;
    }

    public function failed(Question $question, string $message, int $now): void
    {
        $retryAt = Backoff::retryAt($question->attempts + 1, intdiv($now, 1000));
        $this->database->execute(
            'UPDATE {aem_question} SET status = ?, attempts = attempts + 1, due_at = ?, error = ? WHERE id = ?',
            [
                Status::TO_RETRY, $retryAt === null ? $now : $retryAt * 1000, Database::errorText($message),
                $question->id,
            ],
        );
    }

    /**
     * Those that are due, oldest first.
     *
     * @param int $status Status::TO_SEND or Status::TO_RETRY
     * @param int $until in milliseconds
     * @param array{0: int, 1: int} $after due time and id
     * @return list<Question>
     */
    public function page(int $kind, int $status, int $until, array $after, int $limit): array
    {
        [$table, $name] = self::SUBJECTS[$kind];

        return array_map(
            static fn (array $row): Question => new Question(
                $row[0],
                $kind,
                $row[1],
                $row[2],
                $row[3],
                $row[4],
                $row[5],
            ),
            $this->database->execute(
                "SELECT q.id, q.subject_row, s.$name, q.dispatched_at, q.due_at, q.attempts
                FROM {aem_question} q JOIN $table s ON s.id = q.subject_row
                WHERE q.kind = ? AND q.status = ? AND q.due_at <= ? AND (q.due_at > ? OR (q.due_at = ? AND q.id > ?))
                ORDER BY q.due_at, q.id LIMIT $limit",
                [$kind, $status, $until, $after[0], $after[0], $after[1]],
            )->fetchAll(),
        );
    }

    /** @return array<string, mixed> what the matcher gets beside the SKU of a product */
    public function data(Question $question): array
    {
        $json = $this->database->value('SELECT data FROM {aem_question} WHERE id = ?', [$question->id]);

        return is_string($json) ? json_decode($json, true, 512, JSON_THROW_ON_ERROR) : [];
    }

    /** Those that have not been asked yet. */
    public function waiting(): int
    {
        return (int) $this->database->value('SELECT COUNT(*) FROM {aem_question} WHERE status = ?', [Status::TO_SEND]);
    }
}
