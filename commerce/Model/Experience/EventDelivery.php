<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Experience;

use Aco\Experience\EdgeClient;
use Aco\Experience\Event;
use Aco\Experience\EventStream;
use Aco\Experience\Settings;
use Aco\Report;

/** Sends events, each to the datastream of its website, and writes what becomes of them. */
class EventDelivery
{
    /** More are left in their table: the next run sends them. */
    private const MAX_IN_FLIGHT = 100_000;

    /** @var array<string, EventStream> by datastream */
    private array $streams = [];

    /** @var array<string, int> events pushed so far, by datastream */
    private array $pushed = [];

    /**
     * @var array<string, array{string, int, int}> datastream, position in it and attempts before of events without an
     *      answer, by id
     */
    private array $inFlight = [];

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
        if ($errors !== [] || count($this->inFlight) >= self::MAX_IN_FLIGHT) {
            $this->report->held++;
            array_map($this->report->addProblem(...), $errors);

            return;
        }
        if (isset($this->inFlight[$event->id])) {
            return;
        }

        $datastream = $this->settings->datastreamId($website);
        $this->streams[$datastream] ??= $this->client->open($datastream, $this->onBatch(...));
        $this->pushed[$datastream] ??= 0;
        $this->inFlight[$event->id] = [$datastream, $this->pushed[$datastream]++, $attempts];
        $this->streams[$datastream]->push($event);
    }

    /** Waits for the responses in flight. */
    public function finish(): void
    {
        foreach ($this->streams as $datastream => $stream) {
            $submission = $stream->finish();
            $this->report->addProblem($submission->reason);
            $this->settle($this->rest((string) $datastream, $submission->failedItems), '');
        }
        $this->streams = $this->pushed = [];
    }

    /**
     * What no batch of a finished stream has told of: pushed when it had stopped, or too large to send.
     *
     * @param array<int, array{status: int, message: string, ...}> $failedItems by position
     *
     * @return list<array{id: string, status: int, message: string}>
     */
    private function rest(string $datastream, array $failedItems): array
    {
        $results = [];
        foreach ($this->inFlight as $id => [$where, $position]) {
            if ($where === $datastream) {
                $failure = $failedItems[$position] ?? ['status' => EventState::Delivered->value, 'message' => ''];
                $results[] = ['id' => (string) $id, 'status' => $failure['status'], 'message' => $failure['message']];
            }
        }

        return $results;
    }

    private function onBatch(Report $batch): void
    {
        $this->settle($batch->results, $batch->requestId);
    }

    /** @param list<array{id: string, status: int, message: string, ...}> $results */
    private function settle(array $results, string $requestId): void
    {
        $outcomes = [];
        foreach ($results as ['id' => $id, 'status' => $status, 'message' => $message]) {
            $state = EventState::of($status);
            $outcomes[$id] = [
                'state' => $state,
                'error' => $message,
                'requestId' => $requestId,
                'attempts' => ($this->inFlight[$id][2] ?? 0) + ($requestId === '' ? 0 : 1),
            ];
            unset($this->inFlight[$id]);
            match ($state) {
                EventState::Delivered => $this->report->delivered++,
                EventState::Rejected => $this->report->rejected++,
                default => $this->report->toRetry++,
            };
        }

        $this->store->settle($outcomes);
    }
}
