<?php

declare(strict_types=1);

namespace Aco\Cli\Doctor;

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

    public static function head(string $url, ?string $caFile, ?string $proxy): self
    {
        $http = ['method' => 'HEAD', 'timeout' => self::SECONDS, 'ignore_errors' => true, 'follow_location' => 0];
        if ($proxy !== null && $proxy !== '') {
            $http += self::through($proxy) + ['request_fulluri' => !str_starts_with($url, 'https:')];
        }

        $tls = $caFile === null ? [] : [is_dir($caFile) ? 'capath' : 'cafile' => $caFile];
        $warnings = [];
        set_error_handler(static function (int $level, string $message) use (&$warnings): bool {
            $warnings[] = $message;

            return true;
        });

        try {
            $stream = fopen($url, 'rb', false, stream_context_create(['http' => $http, 'ssl' => $tls]));
        } finally {
            restore_error_handler();
        }

        if ($stream === false) {
            return new self(0, null, self::reason($warnings));
        }

        $headers = stream_get_meta_data($stream)['wrapper_data'] ?? [];
        fclose($stream);

        return self::read(is_array($headers) ? array_values(array_filter($headers, is_string(...))) : []);
    }

    /** @param list<string> $headers */
    private static function read(array $headers): self
    {
        $status = preg_match('~^HTTP/\S+ (\d{3})~', $headers[0] ?? '', $match) === 1 ? (int) $match[1] : 0;
        $dates = preg_grep('/^date:/i', $headers) ?: [];
        $time = $dates === [] ? false : strtotime(trim(substr((string) reset($dates), strlen('date:'))));

        return new self($status, $time === false ? null : $time - time(), $status === 0 ? 'no HTTP response' : '');
    }

    /** @param list<string> $warnings of PHP, of which the first says most */
    private static function reason(array $warnings): string
    {
        $reason = preg_replace('/^fopen\([^)]*\): (?:Failed to open stream: )?/i', '', $warnings[0] ?? 'unknown cause');

        return trim((string) preg_replace('/\s+/', ' ', (string) $reason), ' .');
    }

    /** @return array<string, string> options of the context */
    private static function through(string $proxy): array
    {
        $parts = parse_url(str_contains($proxy, '://') ? $proxy : "http://$proxy");
        $parts = is_array($parts) ? $parts : [];
        $account = isset($parts['user'])
            ? base64_encode(rawurldecode($parts['user']) . ':' . rawurldecode($parts['pass'] ?? ''))
            : null;

        return ['proxy' => 'tcp://' . ($parts['host'] ?? '') . ':' . ($parts['port'] ?? 1080)]
            + ($account === null ? [] : ['header' => "Proxy-Authorization: Basic $account"]);
    }
}
