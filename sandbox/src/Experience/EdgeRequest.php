<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Http\Request;

/** Reads the events of a request to the Edge Network within its bounds. */
final class EdgeRequest
{
    /** Documented: eight fragments of 8 KiB. */
    public const MAX_BYTES = 65_536;
    public const FRAGMENT_BYTES = 8_192;

    private const MEDIA_TYPES = ['application/json', 'text/plain', 'text/javascript'];

    /** @return list<mixed>|EdgeProblem the events, unchecked */
    public static function events(Request $request, bool $isBatch): array|EdgeProblem
    {
        if ($request->bodyTooLarge || strlen($request->body) > self::MAX_BYTES) {
            return new EdgeProblem(
                EdgeCode::BodyTooLarge,
                sprintf('A request has at most %d bytes.', self::MAX_BYTES),
            );
        }

        if ($request->body === '') {
            return new EdgeProblem(EdgeCode::BodyEmpty, 'The body is empty.');
        }

        if (!in_array($request->mediaType(), self::MEDIA_TYPES, true)) {
            return new EdgeProblem(
                EdgeCode::ContentType,
                'Send one of these content types: ' . implode(', ', self::MEDIA_TYPES) . '.',
            );
        }

        if (!in_array(strtolower($request->header('content-encoding') ?? ''), ['', 'identity'], true)) {
            return new EdgeProblem(EdgeCode::ContentType, 'Compressed bodies are not documented: send plain JSON.');
        }

        try {
            $body = Json::decode($request->body);
        } catch (\JsonException) {
            return new EdgeProblem(EdgeCode::JsonInvalid, 'The body is not valid JSON.');
        }

        if (!$isBatch) {
            return isset($body->event) ? [$body->event] : EventCheck::missing('event');
        }
        if (!isset($body->events)) {
            return EventCheck::missing('events');
        }

        return is_array($body->events) && $body->events !== []
            ? $body->events
            : EventCheck::invalid('events', 'must be a list that is not empty');
    }

    public static function fragments(Request $request): int
    {
        return max(1, (int) ceil(strlen($request->body) / self::FRAGMENT_BYTES));
    }
}
