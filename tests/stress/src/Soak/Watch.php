<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

use Aco\Batch;
use Aco\Feed;
use Aco\Submission;

/**
 * Follows one stream: every result must be about the item that was pushed at its position, and in the end all must add
 * up.
 */
final class Watch
{
    /** @var list<Entry> by position */
    private array $pushed = [];

    /** @var array<int, array{int, string, ?string}> by position: status, message, field */
    private array $results = [];

    /** @var array<string, list<int>> by id: positions that are retryable so far */
    private array $retryable = [];

    /** @var array<int, array{int, string, ?string, bool}> by position: what a later item of its id settled it with */
    private array $settled = [];

    public function __construct(private readonly Feed $feed, private readonly Findings $findings)
    {
    }

    public function pushing(Entry $entry): void
    {
        $this->pushed[] = $entry;
    }

    public function onBatch(Batch $batch): void
    {
        $this->findings->unless($batch->feed === $this->feed, "A batch of {$batch->feed->value} came to the stream of {$this->feed->value}");

        foreach ($batch->results as $result) {
            $position = $result['position'];
            $entry = $this->pushed[$position] ?? null;
            if ($entry === null) {
                $this->findings->add("{$this->feed->value}: a result for position $position, where nothing was pushed");
                continue;
            }

            $given = [$entry->id, $entry->hash, $entry->deleted];
            $this->findings->unless(
                [$result['id'], $result['hash'], $result['deleted']] === $given,
                "$entry->key: the result at its position $position is of another item",
            );
            $this->findings->unless(!isset($this->results[$position]), "$entry->key: two results for position $position");
            $this->findings->unless($result['status'] === $batch->status, "$entry->key: its status is not that of its batch");
            $this->results[$position] = [$result['status'], $result['message'], $result['field']];
            $this->noteSuperseded($result);
        }
    }

    /**
     * A result that is final holds for earlier items of the id, too: sent again, they would undo the later change.
     *
     * @param array<string, mixed> $result
     */
    private function noteSuperseded(array $result): void
    {
        if ($result['status'] === 2) {
            $this->retryable[$result['id']][] = $result['position'];

            return;
        }

        foreach ($this->retryable[$result['id']] ?? [] as $position) {
            $this->settled[$position] = [$result['status'], $result['message'], $result['field'], $result['deleted']];
        }

        unset($this->retryable[$result['id']]);
    }

    /** Compares the results with the submission, and both with what the items are. */
    public function conclude(Submission $submission): void
    {
        $failed = $submission->failedItems;
        $counted = ['accepted' => 0, 'deleted' => 0, 'rejected' => 0, 'retryable' => 0, 'skipped' => 0];

        foreach ($this->pushed as $position => $entry) {
            [$status, $message, $field, $deleted] = $this->settled[$position]
                ?? [...$this->results[$position] ?? [null, '', null], $entry->deleted];
            $failure = $failed[$position] ?? null;
            unset($failed[$position]);

            if ($status === null) {
                // What was never part of a request is in the submission only.
                $this->findings->unless($failure !== null, "$entry->key: nothing is said of position $position");
            } else {
                $listed = $failure === null
                    ? [200, '', null]
                    : [$failure['status'], $failure['message'], $failure['field']];
                $this->findings->unless(
                    $listed === ($status === 200 ? [200, '', null] : [$status, $message, $field]),
                    "$entry->key: \$onBatch and failedItems differ at position $position: status $status, $listed[0]",
                );
            }

            // Whether it arrived nobody said.
            if (isset($this->settled[$position])) {
                $entry->status = 2;
            } else {
                $this->settle($entry, $failure);
            }

            $counted[match ($failure['status'] ?? 200) {
                200 => $deleted ? 'deleted' : 'accepted',
                400 => 'rejected',
                default => 'retryable',
            }]++;
        }

        $this->findings->unless($failed === [], "{$this->feed->value}: failedItems has positions that were not pushed");

        foreach ($counted as $name => $count) {
            $this->findings->unless($submission->$name === $count, "{$this->feed->value}: $name is {$submission->$name}, but there are $count");
        }

        $this->findings->unless(
            $submission->status === self::status($counted),
            "{$this->feed->value}: the status of the submission is $submission->status",
        );
    }

    /**
     * @param array{message: string, status: int, field: ?string}|null $failure
     */
    private function settle(Entry $entry, ?array $failure): void
    {
        $entry->status = $failure['status'] ?? 200;
        $this->findings->unless(
            $entry->allows($entry->status),
            "$entry->key ({$entry->nature->value}) has status $entry->status: " . ($failure['message'] ?? ''),
        );

        if ($entry->status === 400) {
            $this->findings->unless(
                $entry->explains($failure['message'], $failure['field']),
                "$entry->key ({$entry->nature->value}) is rejected with a message that is not its own: $failure[message]",
            );
        }
    }

    /**
     * @param array<string, int> $counted
     */
    private static function status(array $counted): int
    {
        return match (true) {
            $counted['retryable'] > 0 => 2,
            $counted['rejected'] > 0 && $counted['accepted'] + $counted['deleted'] === 0 => 400,
            default => 200,
        };
    }
}
