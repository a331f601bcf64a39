<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** Reads the JSON array of an ingestion request within bounds. */
final class RequestBody
{
    private const INFLATE_BYTES = 16_384;
    /** A decoded value takes far more memory than its text: [[],[],[], … is one byte to fifty. */
    private const MAX_VALUES = 2_000_000;

    public function __construct(private readonly int $maxBytes)
    {
    }

    /** @return list<mixed>|Response the items, or the refusal */
    public function read(Request $request): array|Response
    {
        if ($request->bodyTooLarge) {
            return $this->tooLarge();
        }

        if ($request->mediaType() !== 'application/json') {
            return Response::gatewayError(
                415,
                'ErrUnsupportedMediaType',
                '415000',
                'Send Content-Type: application/json.',
            );
        }

        $text = match (strtolower(trim($request->header('content-encoding') ?? ''))) {
            '', 'identity' => $request->body,
            'gzip' => $this->inflate($request->body),
            default => Response::gatewayError(
                415,
                'ErrUnsupportedEncoding',
                '415001',
                'The only Content-Encoding is gzip.',
            ),
        };

        return $text instanceof Response ? $text : $this->decode($text);
    }

    private function inflate(string $gzip): string|Response
    {
        $context = inflate_init(ZLIB_ENCODING_GZIP);
        $text = '';

        foreach (str_split($gzip, self::INFLATE_BYTES) as $part) {
            $piece = @inflate_add($context, $part);
            if ($piece === false) {
                return self::unreadable('The body is not valid gzip.');
            }

            $text .= $piece;
            if (strlen($text) > $this->maxBytes) {
                return $this->tooLarge();
            }

            if (inflate_get_status($context) === ZLIB_STREAM_END) {
                return inflate_get_read_len($context) === strlen($gzip)
                    ? $text
                    : self::unreadable('There are bytes after the end of the gzip body.');
            }
        }

        return self::unreadable('The gzip body ends too early.');
    }

    /** @return list<mixed>|Response */
    private function decode(string $text): array|Response
    {
        $bytes = count_chars($text, 1);
        if (($bytes[ord(',')] ?? 0) + ($bytes[ord('[')] ?? 0) + ($bytes[ord('{')] ?? 0) > self::MAX_VALUES) {
            return $this->tooLarge();
        }

        try {
            $items = Json::decode($text);
        } catch (\JsonException $invalid) {
            return self::unreadable('The body is not valid JSON: ' . $invalid->getMessage() . '.');
        }

        return is_array($items)
            ? $items
            : self::unreadable('The body must be a JSON array of items, also for a single one.');
    }

    private function tooLarge(): Response
    {
        return Response::html(413, sprintf(
            '<html><body><h1>Request entity too large</h1><p>At most %d bytes are accepted.</p></body></html>',
            $this->maxBytes,
        ));
    }

    private static function unreadable(string $message): Response
    {
        return Response::json(400, ['status' => 'FAILED', 'message' => $message]);
    }
}
