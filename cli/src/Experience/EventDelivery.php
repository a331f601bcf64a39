<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Backoff;
use Aco\Cli\Sync\Metadata;
use Aco\Experience\EdgeClient;
use Aco\Experience\Event;
use Aco\Experience\EventStream;
use Aco\Experience\Settings;
use Aco\Report;

/** Sends events, each to the datastream of its website, and writes what becomes of them. */
final class EventDelivery
{
    /** Those above are in their table: the next run sends them. */
    private const MAX_IN_FLIGHT = 100_000;

    /** @var array<string, EventStream> by datastream */
    private array $streams = [];
    /** @var array<string, int> events pushed so far, by datastream */
    private array $pushed = [];
    /** @var array<string, array{string, int, int}> datastream, position and attempts of events without an answer, by id */
    private array $underWay = [];
    /** @var array<string, true> websites whose errors are reported */
    private array $reported = [];

    public function __construct(
        private readonly Settings $settings,
        private readonly EventStore $store,
        private readonly EdgeClient $client,
        private readonly OrderReport $report,
    ) {
    }

    public function push(Event $event, int $attempts): void
    {
        $website = $event->websiteCode === '' ? null : $event->websiteCode;
        $errors = $this->settings->errors($website);
        if ($errors !== [] || count($this->underWay) >= self::MAX_IN_FLIGHT) {
            $this->hold($event->websiteCode, $errors);

            return;
        }
        if (isset($this->underWay[$event->id])) {
            return;
        }
        $datastream = $this->settings->datastreamId($website);
        $this->streams[$datastream] ??= $this->client->open($datastream, $this->onBatch(...));
        $this->pushed[$datastream] ??= 0;
        $this->underWay[$event->id] = [$datastream, $this->pushed[$datastream]++, $attempts];
        $this->streams[$datastream]->push($event);
    }

    /** Waits for the answers that are still to come. */
    public function finish(): void
    {
        foreach ($this->streams as $datastream => $stream) {
            $submission = $stream->finish();
            if ($submission->reason !== '') {
                $this->report->reasons[] = PersonalData::redact($submission->reason);
            }
            $this->settleRest((string) $datastream, $submission->failedItems);
        }
        $this->streams = $this->pushed = [];
    }

    /** @param list<string> $errors */
    private function hold(string $website, array $errors): void
    {
        $this->report->held++;
        if (!isset($this->reported[$website])) {
            $this->reported[$website] = true;
            $this->report->errors = [...$this->report->errors, ...$errors];
        }
    }

    private function onBatch(Report $batch): void
    {
        $this->report->requests += $batch->status === Status::TO_RETRY && $batch->requestId === '' ? 0 : 1;
        $outcomes = [];
        foreach ($batch->results as $result) {
            $outcomes[] = $this->outcome(
                $result['id'],
                $result['status'],
                $result['message'],
                $result['field'],
                $batch->requestId,
            );
        }
        $this->store->settle(array_values(array_filter($outcomes)));
    }

    /**
     * Events that no batch has answered: those pushed to a stream that had stopped, and those too large to send.
     *
     * @param array<int, array{message: string, status: int, field: ?string}> $failedItems by position
     */
    private function settleRest(string $datastream, array $failedItems): void
    {
        $rest = array_filter($this->underWay, static fn (array $sent): bool => $sent[0] === $datastream);
        foreach (array_chunk($rest, EventStore::LOOKUP_LIMIT, true) as $chunk) {
            $outcomes = [];
            foreach ($chunk as $id => [, $position]) {
                $failure = $failedItems[$position] ?? ['message' => '', 'status' => Status::DELIVERED, 'field' => null];
                $outcomes[] = $this->outcome(
                    (string) $id,
                    $failure['status'],
                    $failure['message'],
                    $failure['field'] ?? null,
                    '',
                );
            }
            $this->store->settle(array_values(array_filter($outcomes)));
        }
    }

    /** Null for an event that was answered before. */
    private function outcome(string $id, int $status, string $message, ?string $field, string $requestId): ?EventOutcome
    {
        if (!isset($this->underWay[$id])) {
            return null;
        }
        $attempts = $this->underWay[$id][2];
        unset($this->underWay[$id]);
        $message = PersonalData::redact($message);
        match ($status) {
            Status::DELIVERED => $this->report->delivered++,
            Status::REJECTED => $this->report->rejected++,
            default => $this->report->toRetry++,
        };
        if ($status !== Status::DELIVERED) {
            $this->report->failures->add(static fn (): string => $id, $field, $message);
        }
        // Without an answer it is the service that has failed, not the event.
        $attempts += $status === Status::TO_RETRY && $requestId !== '' ? 1 : 0;
        $retryAt = $status === Status::TO_RETRY ? Backoff::retryAt($attempts, time()) : null;

        return new EventOutcome(
            $id,
            $status,
            $message === '' ? null : $message,
            Metadata::encode($requestId, $field, $attempts, $retryAt),
        );
    }
}
