<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Assets\EventTime;
use Aco\Cli\Assets\ProductEvent;
use Aco\Cli\CommandFailure;

/**
 * Receives events that Adobe I/O sends to a webhook. Nothing is written before a signature of Adobe's was found to be
 * right, and nothing is acknowledged before it is on disk.
 */
final class Receiver
{
    public const MAX_BYTES = 4194304;
    private const MAX_DEPTH = 512;
    private const MAX_EVENTS = 1000;
    private const MAX_ID = 512;
    private const MAX_SIGNATURE = 2048;
    private const MAX_SECONDS_AHEAD = 86400;
    private const CHALLENGE = '/^[0-9A-Za-z._~-]{1,128}$/D';
    private const VALIDATION = '#^https://[a-z0-9.-]{1,64}\.adobe\.io/csm/registrations/validate\?[!-~]{1,512}$#D';

    public function __construct(
        private readonly WebhookSettings $settings,
        private readonly PublicKeys $keys,
        private readonly SeenEvents $seen,
        private readonly ReceivedEvents $received,
    ) {
    }

    public static function at(string $stateDir, string $spool): self
    {
        if ($stateDir === '' || $stateDir[0] !== '/') {
            throw new CommandFailure('ACO_STATE_DIR must name the state folder, as an absolute path.');
        }

        $settings = WebhookSettings::read($stateDir);
        $folder = "$stateDir/" . WebhookFolder::NAME;
        WebhookFolder::make("$folder/keys");
        WebhookFolder::make("$folder/seen");

        return new self(
            $settings,
            new PublicKeys("$folder/keys", $settings),
            new SeenEvents("$folder/seen"),
            new ReceivedEvents("$stateDir/$spool"),
        );
    }

    /**
     * @param array<string, mixed> $query
     * @param array<string, string> $headers by lower-case name
     * @param string $body MAX_BYTES and one more at most
     */
    public function handle(string $method, array $query, array $headers, string $body): WebhookResponse
    {
        return match ($method) {
            'GET', 'HEAD' => self::challenge($query['challenge'] ?? null),
            'POST' => $this->post($headers, $body),
            default => WebhookResponse::refusal(405, 'use GET or POST'),
        };
    }

    private static function challenge(mixed $challenge): WebhookResponse
    {
        return match (true) {
            $challenge === null
                => WebhookResponse::refusal(400, 'challenge is missing: Adobe I/O Events asks with one, others need not'),
            is_string($challenge) && preg_match(self::CHALLENGE, $challenge) === 1 => WebhookResponse::text($challenge),
            default => WebhookResponse::refusal(400, 'challenge must have 1 to 128 letters, digits, or characters of ._~-'),
        };
    }

    /** @param array<string, string> $headers */
    private function post(array $headers, string $body): WebhookResponse
    {
        if (strlen($body) > self::MAX_BYTES) {
            return WebhookResponse::refusal(413, 'the body is larger than ' . (self::MAX_BYTES >> 20) . ' MiB');
        }

        $content = json_decode($body, true, self::MAX_DEPTH);

        if (!is_array($content) || $content === []) {
            return WebhookResponse::refusal(400, 'the body is not a JSON object or list');
        }

        // Both come without a signature, before there is a registration.
        if (array_keys($content) === ['challenge'] && is_string($content['challenge'])) {
            $answer = self::challenge($content['challenge']);

            return $answer->status === 200 ? WebhookResponse::json($content) : $answer;
        }

        if (array_keys($content) === ['validationUrl']) {
            return self::validation($content['validationUrl']);
        }

        $events = self::events($content);
        $refusal = $events === null
            ? WebhookResponse::refusal(400, 'the body has no events, or more than ' . self::MAX_EVENTS)
            : $this->refuse($events) ?? $this->refuseSignature($headers, $body);

        return $refusal ?? $this->take($events);
    }

    /** Somebody has to open the address: a receiver that followed what it is sent could be led anywhere. */
    private static function validation(mixed $address): WebhookResponse
    {
        return is_string($address) && preg_match(self::VALIDATION, $address) === 1
            ? WebhookResponse::json([], "open this address within five minutes: $address")
            : WebhookResponse::refusal(400, 'validationUrl is not one of Adobe I/O Events');
    }

    /**
     * @param array<array-key, mixed> $content
     * @return ?list<array<string, mixed>>
     */
    private static function events(array $content): ?array
    {
        $events = array_is_list($content) ? $content : [$content];

        foreach ($events as $event) {
            if (!is_array($event) || $event === [] || array_is_list($event)) {
                return null;
            }
        }

        return count($events) <= self::MAX_EVENTS ? $events : null;
    }

    /** @param list<array<string, mixed>> $events */
    private function refuse(array $events): ?WebhookResponse
    {
        foreach ($events as $event) {
            $recipient = $event['recipient_client_id'] ?? null;
            if (!is_string($recipient) || !hash_equals($this->settings->clientId, $recipient)) {
                return WebhookResponse::refusal(403, 'recipient_client_id is not that of this receiver');
            }

            if (self::id($event) === null) {
                return WebhookResponse::refusal(400, 'id is missing, or longer than ' . self::MAX_ID . ' bytes');
            }

            $refusal = $this->refuseTime($event);
            if ($refusal !== null) {
                return $refusal;
            }
        }

        return null;
    }

    /** @param array<string, mixed> $event */
    private function refuseTime(array $event): ?WebhookResponse
    {
        $given = $event['time'] ?? null;
        $type = $event['type'] ?? null;

        if ($given === null && is_string($type) && str_starts_with($type, ProductEvent::TYPE_PREFIX)) {
            // Commerce sends none; what such an event says of a product does not depend on it.
            return null;
        }

        $time = is_string($given) ? EventTime::parse($given) : null;

        return match (true) {
            $time === null => WebhookResponse::refusal(400, 'time is missing or not an RFC 3339 timestamp'),
            $time->seconds < time() - $this->settings->maxAgeSeconds
                => WebhookResponse::refusal(410, "the event is older than {$this->settings->maxAgeSeconds} s"),
            $time->seconds > time() + self::MAX_SECONDS_AHEAD
                => WebhookResponse::refusal(400, 'time is more than a day ahead'),
            default => null,
        };
    }

    /** @param array<string, string> $headers */
    private function refuseSignature(array $headers, string $body): ?WebhookResponse
    {
        $unavailable = null;
        $isSigned = false;

        // One that fits is enough, as documented.
        foreach ([1, 2] as $number) {
            $text = $headers["x-adobe-digital-signature-$number"] ?? '';
            $path = $headers["x-adobe-public-key$number-path"] ?? '';
            $signature = strlen($text) <= self::MAX_SIGNATURE ? base64_decode($text, true) : false;

            if ($signature === false || $signature === '' || $path === '') {
                continue;
            }

            $isSigned = true;

            try {
                $key = $this->keys->find($path);
            } catch (KeyUnavailable $unavailable) {
                continue;
            }

            if ($key !== null && openssl_verify($body, $signature, $key, OPENSSL_ALGO_SHA256) === 1) {
                return null;
            }
        }

        return match (true) {
            $unavailable !== null => WebhookResponse::failure(
                503,
                'the public key cannot be read now: ' . $unavailable->getMessage(),
            ),
            $isSigned => WebhookResponse::refusal(401, 'no signature is one of Adobe I/O Events'),
            default => WebhookResponse::refusal(401, 'a signature and the path of its key are missing'),
        };
    }

    /** @param list<array<string, mixed>> $events */
    private function take(array $events): WebhookResponse
    {
        $new = array_values(array_filter(
            $events,
            fn (array $event): bool => !$this->seen->has((string) self::id($event), $this->settings->maxAgeSeconds),
        ));

        try {
            $isWritten = $new === [] || $this->received->write($new);
        } catch (CommandFailure | \JsonException $e) {
            return WebhookResponse::failure(503, 'the event cannot be written: ' . $e->getMessage());
        }

        if (!$isWritten) {
            return WebhookResponse::failure(503, 'the event cannot be written: check the spool folder and the disk');
        }

        // After the event: if a kill comes between, it is taken in twice, which changes nothing.
        foreach ($new as $event) {
            $this->seen->add((string) self::id($event));
        }

        return WebhookResponse::json(
            ['received' => count($new), 'repeated' => count($events) - count($new)],
            $new === [] ? 'all events were received before' : '',
        );
    }

    /** @param array<string, mixed> $event */
    private static function id(array $event): ?string
    {
        $id = $event['id'] ?? $event['event_id'] ?? $event['eventid'] ?? null;

        return is_string($id) && $id !== '' && strlen($id) <= self::MAX_ID ? $id : null;
    }
}
