<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

use Aco\Cli\Http\WebContext;

/** Asks a server for the headers of an address, to see whether it is there and what time it has. */
final class Probe
{
    private const SECONDS = 10;

    private function __construct(
        /** HTTP status; 0 without a response. */
        public readonly int $status,
        /** Seconds that the server's clock is ahead of this one; null when it does not say. */
        public readonly ?int $ahead,
        /** Why there was no response. */
        public readonly string $error,
    ) {
    }

    public static function head(WebContext $web, string $url): self
    {
        $stream = WebContext::open($url, $web->create($url, ['method' => 'HEAD', 'timeout' => self::SECONDS]));
        if (is_string($stream)) {
            return new self(0, null, $stream);
        }

        $headers = WebContext::headers($stream);
        fclose($stream);

        return self::read($headers);
    }

    /** @param list<string> $headers */
    private static function read(array $headers): self
    {
        $status = WebContext::status($headers);
        $date = WebContext::header($headers, 'date');
        $time = $date === null ? false : strtotime($date);

        return new self($status, $time === false ? null : $time - time(), $status === 0 ? 'no HTTP response' : '');
    }
}
