<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Store\Leftovers;
use Aco\Cli\Store\Status;
use Aco\Cli\Sync\Backoff;
use Aco\Cli\Sync\Metadata;

/** Sends profile records that have changed, one request after the other, and writes their results. */
final class ProfileDelivery
{
    private const MAX_MESSAGES = 200;
    /** Documented: above 1 MB a request is refused. */
    private const MAX_BYTES = 1_000_000;
    /** Around the messages, and between two of them. */
    private const FRAME_BYTES = 64;
    private const MAX_DEPTH = 32;
    /** Websites have their names from the source, so there may be many. */
    private const MAX_ERRORS = 20;

    private readonly string $started;
    /** @var array<string, true> connections that nothing more is sent to in this run */
    private array $stopped = [];

    /** @param array<string, array<string, string>> $targets members of ProfileTarget by website */
    public function __construct(
        private readonly array $targets,
        private readonly ProfileStore $store,
        private readonly ?ProfileClient $client,
        private readonly OrderReport $report,
        private readonly bool $resendsRejected = false,
    ) {
        $this->started = ProfileStore::now();
    }

    /**
     * Sends what was left by earlier runs, except what must not be sent any more. After everything else, which may
     * replace or drop some of it.
     *
     * @param \Closure(string, string): bool $allows called with e-mail address and website
     */
    public function resume(Leftovers $leftovers, \Closure $allows): void
    {
        foreach ($this->store->undelivered($leftovers, $this->started) as $page) {
            $wanted = array_values(array_filter($page, fn (ProfileRecord $record): bool => $allows(
                $record->email(),
                $record->website,
            ) && ProfileTarget::of($this->targets, $record->website) !== null));
            $ids = static fn (array $records): array
                => array_map(static fn (ProfileRecord $record): string => $record->id(), $records);
            $this->report->forgotten += $this->store->forget(array_values(array_diff($ids($page), $ids($wanted))));
            $this->report->recordsResumed += count($wanted);
            $this->send($wanted);
        }
    }

    /**
     * Stores and sends those records that differ from what is known of their customers.
     *
     * @param list<ProfileRecord> $records at most ProfileStore::PAGE
     */
    public function take(array $records): void
    {
        $known = $records === [] ? [] : $this->store->known(array_values(array_unique(array_map(
            static fn (ProfileRecord $record): string => $record->id(),
            $records,
        ))));
        $new = [];

        foreach ($records as $record) {
            $target = ProfileTarget::of($this->targets, $record->website);
            if ($target === null) {
                continue;
            }

            $id = $record->id();
            $hash = $record->hash($target);
            $isKnown = ($known[$id]['hash'] ?? '') === $hash
                && !($this->resendsRejected && $known[$id]['status'] === Status::REJECTED);
            if ($isKnown || ($known[$id]['changedAt'] ?? '') > $record->changedAt) {
                $this->report->recordsUnchanged++;
                continue;
            }

            $known[$id] = ['hash' => $hash, 'changedAt' => $record->changedAt, 'status' => Status::TO_SEND];
            $new[$id] = [$record, $hash];
        }

        $this->report->records += count($new);
        $this->store->stage(array_values($new));
        $this->send(array_column($new, 0));
    }

    /**
     * Forgets what waits of customers that were deleted or must not be sent.
     *
     * @param list<string> $customers
     */
    public function drop(array $customers): void
    {
        $this->report->forgotten += $this->store->forget(array_map(ProfileRecord::idOf(...), $customers));
    }

    /** @param list<ProfileRecord> $records that are stored */
    private function send(array $records): void
    {
        $groups = [];
        foreach ($records as $record) {
            $target = ProfileTarget::of($this->targets, $record->website);
            if ($target === null || $this->isHeld($target, $record->website)) {
                $this->report->recordsHeld++;
                continue;
            }
            $groups[$target->key()][0] = $target;
            $groups[$target->key()][1][] = $record;
        }

        foreach ($groups as [$target, $wanted]) {
            foreach ($this->requests($target, $wanted) as $request) {
                $this->deliver($target, $request);
            }
        }
    }

    private function isHeld(ProfileTarget $target, string $website): bool
    {
        $missing = $target->missing();
        $name = $website === '' ? '(default)' : $website;
        $error = match (true) {
            $this->client === null => 'Profile records need the credentials of config:init, which are not set.',
            $missing !== '' => "Profile records are on for $name, but $missing is not set.",
            default => null,
        };
        $isReported = in_array($error, $this->report->errors, true) || count($this->report->errors) >= self::MAX_ERRORS;
        if ($error !== null && !$isReported) {
            $this->report->errors[] = $error;
        }

        return $error !== null;
    }

    /**
     * @param list<ProfileRecord> $records
     * @return \Generator<list<array{ProfileRecord, string}>> records with their messages, as many as a request takes
     */
    private function requests(ProfileTarget $target, array $records): \Generator
    {
        $request = [];
        $bytes = self::FRAME_BYTES;
        foreach ($records as $record) {
            $message = $this->client?->message($record, $target) ?? '';
            $bytes += strlen($message) + 1;
            if ($request !== [] && ($bytes > self::MAX_BYTES || count($request) === self::MAX_MESSAGES)) {
                yield $request;
                $request = [];
                $bytes = self::FRAME_BYTES + strlen($message) + 1;
            }
            $request[] = [$record, $message];
        }

        yield $request;
    }

    /** @param list<array{ProfileRecord, string}> $request */
    private function deliver(ProfileTarget $target, array $request): void
    {
        if ($this->client === null || isset($this->stopped[$target->connection])) {
            // They are stored, so the next run sends them.
            $this->report->recordsToRetry += count($request);

            return;
        }

        $this->report->requests++;
        [$status, $body] = $this->client->send($target, array_column($request, 1));
        $results = $status === 207 || $status === 200 ? self::results($body, count($request)) : null;

        if (in_array($status, [400, 413], true) && count($request) > 1) {
            // One of them may be what is refused.
            foreach (array_chunk($request, intdiv(count($request) + 1, 2)) as $half) {
                $this->deliver($target, $half);
            }

            return;
        }

        if ($results === null && !in_array($status, [400, 413], true)) {
            $this->stopped[$target->connection] = true;
            $this->report->reasons[] = self::reason($status, $body, $target);
        }

        $this->settle($target, $request, $results ?? array_fill(0, count($request), match ($status) {
            400, 413 => [Status::REJECTED, "The streaming connection refuses the record: HTTP $status."],
            default => [Status::TO_RETRY, $status === 0 ? 'There was no response.' : "HTTP $status"],
        }));
    }

    /**
     * @return ?list<array{int, string}> status and message of each; null for something else than the documented shape
     */
    private static function results(string $body, int $count): ?array
    {
        $responses = json_decode($body, true, self::MAX_DEPTH)['responses'] ?? null;
        if (!is_array($responses) || !array_is_list($responses) || count($responses) !== $count) {
            return null;
        }

        return array_map(static function (mixed $response): array {
            $status = is_array($response) ? $response['statusCode'] ?? null : null;
            $message = is_array($response) && is_string($response['message'] ?? null) ? $response['message'] : '';

            return match (true) {
                is_array($response) && $status === null && isset($response['xactionId']) => [Status::DELIVERED, ''],
                is_int($status) && $status >= 400 && $status < 500 && !in_array($status, [401, 403, 408, 429], true)
                    => [Status::REJECTED, "HTTP $status $message"],
                is_int($status) => [Status::TO_RETRY, "HTTP $status $message"],
                default => [Status::TO_RETRY, 'An answer without a result.'],
            };
        }, $responses);
    }

    /**
     * @param list<array{ProfileRecord, string}> $request
     * @param list<array{int, string}> $results
     */
    private function settle(ProfileTarget $target, array $request, array $results): void
    {
        $outcomes = [];
        foreach ($request as $position => [$record]) {
            [$status, $message] = $results[$position];
            $message = trim(PersonalData::without($message, $record->entity));
            match ($status) {
                Status::DELIVERED => $this->report->recordsDelivered++,
                Status::REJECTED => $this->report->recordsRejected++,
                default => $this->report->recordsToRetry++,
            };
            if ($status !== Status::DELIVERED) {
                $this->report->failures->add(
                    static fn (): string => "profile record of $record->customer",
                    null,
                    $message,
                );
            }

            $attempts = $record->attempts + 1;
            $outcomes[] = [
                'id' => $record->id(), 'hash' => $record->hash($target), 'status' => $status, 'error' => $message,
                'metadata' => $status === Status::TO_RETRY
                    ? Metadata::encode('', null, $attempts, Backoff::retryAt($attempts, time()))
                    : Metadata::encode('', null),
            ];
        }

        $this->store->settle($outcomes);
    }

    /** What the service says may quote a record, so it is not repeated here. */
    private static function reason(int $status, string $error, ProfileTarget $target): string
    {
        return match (true) {
            $status === 0 => "Profile records cannot be sent: $error.",
            $status === 200, $status === 207
                => 'The streaming ingestion API answers with something else than a result for each record: check '
                    . '--streaming-url.',
            in_array($status, [401, 403], true)
                => "The streaming connection refuses the credentials: HTTP $status. Check those of config:init, and that "
                    . 'their project may use the Experience Platform.',
            $status === 404 => "There is no streaming connection $target->connection: check --profile-inlet-id.",
            default => "The streaming ingestion API answers HTTP $status: the next sync sends what is left.",
        };
    }
}
