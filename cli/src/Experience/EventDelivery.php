<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Status;
use Aco\Cli\Sync\InFlight;
use Aco\Experience\EdgeClient;
use Aco\Experience\Event;
use Aco\Experience\EventStream;
use Aco\Experience\Settings;
use Aco\Report;

/** Sends events to the datastreams of their websites, and writes their results. */
final class EventDelivery
{
    /** More events stay in their table for the next run. */
    private const MAX_IN_FLIGHT = 100_000;

    /** @var array<string, EventStream> by datastream and dataset */
    private array $streams = [];
    /** @var array<string, int> events pushed so far, by datastream and dataset */
    private array $pushed = [];
    private readonly InFlight $inFlight;
    /** @var array<string, true> websites whose errors are reported */
    private array $reported = [];

    public function __construct(
        private readonly Settings $settings,
        private readonly EventStore $store,
        private readonly EdgeClient $client,
        private readonly OrderReport $report,
        /** @var array<string, string> instead of those of the datastreams, by website; of "" for all others */
        private readonly array $datasets = [],
    ) {
        $this->inFlight = new InFlight(self::MAX_IN_FLIGHT, countsLast: false);
    }

    /** Whether every service that something was sent to is down. */
    public function isStopped(): bool
    {
        return $this->streams !== [] && array_filter(
            $this->streams,
            static fn (EventStream $stream): bool => !$stream->isStopped(),
        ) === [];
    }

    /** Counts events that are left to the next run. */
    public function leave(int $events): void
    {
        $this->report->toRetry += $events;
    }

    public function push(Event $event, int $attempts): void
    {
        $website = $event->websiteCode === '' ? null : $event->websiteCode;
        $errors = $this->settings->errors($website);
        if ($errors !== [] || $this->inFlight->isFull()) {
            $this->hold($event->websiteCode, $errors);

            return;
        }

        $datastream = $this->settings->datastreamId($website);
        $dataset = $this->datasets[$event->websiteCode] ?? $this->datasets[''] ?? '';
        $key = "$datastream/$dataset";
        if (($this->streams[$key] ?? null)?->isStopped()) {
            // The event is stored, so the next run sends it.
            $this->leave(1);

            return;
        }

        if ($this->inFlight->has($event->id)) {
            return;
        }

        $this->streams[$key] ??= $this->client->open($datastream, $this->onBatch(...), $dataset);
        $this->pushed[$key] ??= 0;
        $this->inFlight->add($event->id, $key, $this->pushed[$key]++, $attempts);
        $this->streams[$key]->push($event);
    }

    /** Waits for the responses in flight. */
    public function finish(): void
    {
        foreach ($this->streams as $key => $stream) {
            $submission = $stream->finish();
            if ($submission->reason !== '') {
                $this->report->reasons[] = PersonalData::redact($submission->reason);
            }
            foreach ($this->inFlight->rest($key, $submission->failedItems) as $results) {
                $this->settle($results, '');
            }
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
        $this->settle($batch->results, $batch->requestId);
    }

    /** @param list<array{id: string, position: int, status: int, message: string, field: ?string}> $results */
    private function settle(array $results, string $requestId): void
    {
        $outcomes = [];

        foreach ($results as $result) {
            $metadata = $this->inFlight->settle($result, $requestId);
            if ($metadata === null) {
                continue;
            }

            ['id' => $id, 'status' => $status] = $result;
            $message = PersonalData::redact($result['message']);
            match ($status) {
                Status::DELIVERED => $this->report->delivered++,
                Status::REJECTED => $this->report->rejected++,
                default => $this->report->toRetry++,
            };

            if ($status !== Status::DELIVERED) {
                $this->report->failures->add(fn (): string => $this->store->label($id), $result['field'], $message);
            }

            $outcomes[] = new EventOutcome($id, $status, $message === '' ? null : $message, $metadata);
        }

        $this->store->settle($outcomes);
    }
}
