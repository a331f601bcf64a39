<?php

declare(strict_types=1);

namespace Aco\Cli\Http;

use Aco\Cli\MonotonicClock;

/** One request with a JSON body, and its response: bounded in size and time. */
final class JsonPost
{
    private const SECONDS = 30;
    private const MAX_BYTES = 33_554_432;
    private const CHUNK = 65_536;

    private function __construct(
        /** HTTP status; 0 without a response. */
        public readonly int $status,
        public readonly string $body,
        /** Seconds that the service asks to wait; null when it does not say. */
        public readonly ?int $retryAfter,
        /** Why there was no response, or no whole one. */
        public readonly string $error,
    ) {
    }

    /** @param array<string, string> $headers by name */
    public static function send(WebContext $web, string $url, string $body, array $headers): self
    {
        $lines = ['Content-Type: application/json', 'Accept: application/json', 'Connection: close'];
        foreach ($headers as $name => $value) {
            $lines[] = "$name: $value";
        }

        $deadline = MonotonicClock::seconds() + self::SECONDS;
        $stream = WebContext::open($url, $web->create($url, [
            'method' => 'POST',
            'header' => $lines,
            'content' => $body,
            'timeout' => self::SECONDS,
            'protocol_version' => 1.1,
            'user_agent' => 'aco/' . \Aco\VERSION,
        ]));
        if (is_string($stream)) {
            return new self(0, '', null, $stream);
        }

        try {
            return self::read($stream, $deadline);
        } finally {
            fclose($stream);
        }
    }

    /** @param resource $stream */
    private static function read($stream, float $deadline): self
    {
        $headers = WebContext::headers($stream);
        $length = WebContext::header($headers, 'content-length');
        $body = '';
        while (!feof($stream)) {
            $left = $deadline - MonotonicClock::seconds();
            if ($left <= 0 || strlen($body) > self::MAX_BYTES) {
                return new self(0, '', null, $left <= 0 ? 'the response takes too long' : 'the response is too large');
            }

            stream_set_timeout($stream, (int) ceil($left));
            $read = fread($stream, self::CHUNK);
            if ($read === false) {
                break;
            }
            $body .= $read;
        }

        if ($length !== null && ctype_digit($length) && strlen($body) < (int) $length) {
            return new self(0, '', null, 'the response ends too early');
        }

        $retryAfter = WebContext::header($headers, 'retry-after');

        return new self(WebContext::status($headers), $body, self::seconds($retryAfter), '');
    }

    private static function seconds(?string $retryAfter): ?int
    {
        if ($retryAfter === null || $retryAfter === '') {
            return null;
        }
        if (ctype_digit($retryAfter)) {
            return (int) min((float) $retryAfter, PHP_INT_MAX);
        }

        $time = strtotime($retryAfter);

        return $time === false ? null : max(0, $time - time());
    }
}
