<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Store\Status;

/** Pushed items without a result, by id; of several with the same id, the latest. */
final class InFlight
{
    /** Results handled at once. */
    private const PAGE = 500;

    /** @var array<string, array{string, int, int, mixed}> stream, position in it, attempts before, note */
    private array $sent = [];
    /** The latest request, and what is noted of most of its items. */
    private ?string $requestId = null;
    private string $metadata = '';

    /**
     * @param int $max more than any window of the client holds: when so many are in flight, it has stopped sending
     * @param bool $countsLast whether a final result counts as an attempt after failed ones
     */
    public function __construct(private readonly int $max, private readonly bool $countsLast)
    {
    }

    public function isFull(): bool
    {
        return count($this->sent) >= $this->max;
    }

    public function has(string $id): bool
    {
        return isset($this->sent[$id]);
    }

    /**
     * @param list<int> $but positions
     * @return list<string> the ids of the others
     */
    public function ids(array $but): array
    {
        $but = array_flip($but);
        $sent = array_filter($this->sent, static fn (array $item): bool => !isset($but[$item[1]]));

        return array_map(strval(...), array_keys($sent));
    }

    /** @param mixed $note kept until the result arrives */
    public function add(string $id, string $stream, int $position, int $attempts, mixed $note = null): void
    {
        $this->sent[$id] = [$stream, $position, $attempts, $note];
    }

    /** Null when the id has its result already. */
    public function note(string $id): mixed
    {
        return $this->sent[$id][3] ?? null;
    }

    /**
     * Forgets an item that is to be sent otherwise.
     *
     * @param array{id: string, position: int, ...} $result
     * @return mixed its note; null when a later push of the same id decides
     */
    public function takeBack(array $result): mixed
    {
        [, $position, , $note] = $this->sent[$result['id']] ?? [null, null, 0, null];
        if ($position !== $result['position']) {
            return null;
        }
        unset($this->sent[$result['id']]);

        return $note;
    }

    /** Ignores further results for this id. */
    public function forget(string $id): void
    {
        unset($this->sent[$id]);
    }

    /**
     * Records a result.
     *
     * @param array{id: string, position: int, status: int, field: ?string, ...} $result
     * @return ?string the column `metadata`; null when a later push of the same id decides
     */
    public function settle(array $result, string $requestId): ?string
    {
        [, $position, $attempts] = $this->sent[$result['id']] ?? [null, null, 0];
        if ($position !== $result['position']) {
            return null;
        }

        unset($this->sent[$result['id']]);

        if ($result['status'] === Status::TO_RETRY) {
            // Without a response the service has failed, not the item.
            $attempts += $requestId !== '' ? 1 : 0;

            return Metadata::encode($requestId, $result['field'], $attempts, Backoff::retryAt($attempts, time()));
        }

        $attempts += $this->countsLast && $attempts > 0 ? 1 : 0;

        if ($attempts > 0 || $result['field'] !== null) {
            return Metadata::encode($requestId, $result['field'], $attempts);
        }

        if ($this->requestId !== $requestId) {
            $this->requestId = $requestId;
            $this->metadata = Metadata::encode($requestId, null);
        }

        return $this->metadata;
    }

    /**
     * Items of a finished stream that no batch has reported: pushed after it had stopped, or too large.
     *
     * @param array<int, array{message: string, status: int, field: ?string}> $failedItems by position
     * @return \Generator<list<array{id: string, position: int, status: int, message: string, field: ?string}>> pages
     */
    public function rest(string $stream, array $failedItems): \Generator
    {
        $rest = array_filter($this->sent, static fn (array $sent): bool => $sent[0] === $stream);
        foreach (array_chunk($rest, self::PAGE, true) as $page) {
            $results = [];
            foreach ($page as $id => [, $position]) {
                $failure = $failedItems[$position] ?? ['message' => '', 'status' => Status::DELIVERED, 'field' => null];
                $results[] = ['id' => (string) $id, 'position' => $position] + $failure + ['field' => null];
            }
            yield $results;
        }
    }
}
