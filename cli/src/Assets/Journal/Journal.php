<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Journal;

use Aco\Cli\Assets\AssetConfig;
use Aco\Cli\Assets\AssetSetting;
use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Exception\AcoException;
use Aco\ServiceReader;

/** The journal of an event registration, which Adobe I/O Events keeps for seven days. */
final class Journal
{
    private const EXPIRED = [400, 410];
    /** In the message of ServiceReader. */
    private const TOO_LARGE = 'aco.max_response_bytes';
    private const MAX_DEPTH = 512;

    /** @param list<string> $headers */
    private function __construct(
        public readonly string $url,
        private readonly string $start,
        private readonly ServiceReader $reader,
        private readonly array $headers,
        /** Events at once; less when a response was too large. */
        private int $limit,
    ) {
    }

    /** @param ?string $start AssetSetting::START_…; null: as configured */
    public static function of(AssetConfig $config, ?string $start = null): self
    {
        $credentials = $config->eventsCredentials();
        $url = $config->required(AssetSetting::JOURNAL_URL);
        $limit = (int) ($config->value(AssetSetting::JOURNAL_LIMIT) ?? AssetSetting::DEFAULT_LIMIT);
        $start ??= $config->value(AssetSetting::JOURNAL_START);
        $query = ['limit' => $limit] + ($start === AssetSetting::START_LATEST ? ['latest' => 'true'] : []);

        return new self($url, "$url?" . http_build_query($query), new ServiceReader(
            $credentials,
            $config->transport(),
        ), ["x-api-key: $credentials->clientId", "x-ims-org-id: $credentials->orgId"], $limit);
    }

    /** Where reading begins that has no position yet. */
    public function start(): string
    {
        return $this->start;
    }

    /** @throws CommandFailure says what the journal answers instead of a page */
    public function page(string $address): JournalPage
    {
        $response = $this->response($address);

        if (!in_array($response['status'], [200, 204], true)) {
            throw self::refusal($response['status'], $response['message'], $address !== $this->start);
        }

        $content = $response['status'] === 204 ? ['events' => []] : self::content($response['body']);
        $next = Link::find($response['links'], 'next', $this->url) ?? $this->after($content);

        if ($content['events'] !== [] && $next === $address) {
            throw new CommandFailure('The journal names no position after its events: report it to Adobe.');
        }

        $seconds = intdiv(($response['retryAfterMs'] ?? 0) + 999, 1000);

        return new JournalPage(
            self::events($content['events']),
            $next,
            $content['events'] === [],
            min(JournalPage::MAX_WAIT_SECONDS, $seconds),
        );
    }

    /**
     * @return array{status: int, body: string, links: string, retryAfterMs: ?int, requestId: string, message: string}
     */
    private function response(string $address): array
    {
        for (;;) {
            try {
                return $this->reader->request(
                    // The links keep the limit that they were made with.
                    preg_replace('/(?<=[?&]limit=)\d+/', (string) $this->limit, $address),
                    $this->headers,
                );
            } catch (AcoException $e) {
                if ($this->limit === 1 || !str_contains($e->getMessage(), self::TOO_LARGE)) {
                    throw new CommandFailure(
                        'The journal cannot be read: ' . rtrim($e->getMessage(), '.') . '.',
                        ExitCode::NOTHING_DELIVERED,
                        $e,
                    );
                }

                $this->limit = intdiv($this->limit + 1, 2);
            }
        }
    }

    /** @return array{events: list<mixed>, ...} */
    private static function content(string $body): array
    {
        $content = json_decode($body, true, self::MAX_DEPTH);

        return is_array($content) && is_array($content['events'] ?? null) && array_is_list($content['events'])
            ? $content
            : throw new CommandFailure(
                'The journal answers with something else than a list of events: check --journal-url.',
                ExitCode::NOTHING_DELIVERED,
            );
    }

    /**
     * The documented address after a page that came without a link.
     *
     * @param array<string, mixed> $content
     */
    private function after(array $content): string
    {
        $last = $content['_page']['last'] ?? null;

        return is_string($last) && $last !== ''
            ? explode('?', $this->start)[0] . '?' . http_build_query(
                ['since' => $last] + array_diff_key($this->startQuery(), ['latest' => 1]),
            )
            : throw new CommandFailure(
                'The journal answers without a link to its next page on the same server: check --journal-url.',
                ExitCode::NOTHING_DELIVERED,
            );
    }

    /** @return array<string, string> */
    private function startQuery(): array
    {
        parse_str((string) parse_url($this->start, PHP_URL_QUERY), $query);

        return array_filter($query, is_string(...));
    }

    /**
     * @param list<mixed> $entries
     * @return array<string, mixed>
     */
    private static function events(array $entries): array
    {
        $events = [];

        foreach ($entries as $number => $entry) {
            $position = is_array($entry) ? $entry['position'] ?? null : null;
            $place = 'journal ' . (is_string($position) ? $position : 'event') . " $number";
            $events[$place] = is_array($entry) ? $entry['event'] ?? null : null;
        }

        return $events;
    }

    private static function refusal(int $status, string $message, bool $hasPosition): CommandFailure
    {
        $text = $message === '' ? '' : " ($message)";

        return match (true) {
            $hasPosition && in_array($status, self::EXPIRED, true) => new CommandFailure(
                "The journal no longer has the stored position: HTTP $status$text. It keeps events for seven days. "
                . 'Run assets:pull --restart=oldest, and then assets:import, which finds what was missed.',
            ),
            in_array($status, [401, 403], true) => new CommandFailure(
                "The journal refuses the credentials: HTTP $status$text. Check --events-client-id, --events-org-id "
                . 'and --events-scope, and that the project has the I/O Management API.',
                ExitCode::NOTHING_DELIVERED,
            ),
            $status === 404 => new CommandFailure(
                'There is no journal at this address: HTTP 404. Copy --journal-url from the event registration.',
            ),
            default => new CommandFailure(
                "The journal answers HTTP $status$text: the next run tries again.",
                ExitCode::NOTHING_DELIVERED,
            ),
        };
    }
}
