<?php

declare(strict_types=1);

namespace Aco\Cli\Http;

use Aco\Cli\Config\Setting;

/** Options of PHP's streams for requests that the extension does not make: certificates and proxy of the settings. */
final class WebContext
{
    /** @param array<string, string> $values the stored settings */
    public function __construct(private readonly array $values)
    {
    }

    /**
     * @param array<string, mixed> $http options of the wrapper `http`; its headers as a list
     * @return resource
     */
    public function create(string $url, array $http)
    {
        $proxy = $this->proxy($url);
        if ($proxy !== null && $proxy !== '') {
            [$address, $headers] = self::through($proxy);
            $http['header'] = [...$http['header'] ?? [], ...$headers];
            $http += ['proxy' => $address, 'request_fulluri' => !str_starts_with($url, 'https:')];
        }

        $caFile = $this->values[Setting::CA_FILE] ?? (string) ini_get('aco.ca_bundle');
        $tls = $caFile === '' ? [] : [is_dir($caFile) ? 'capath' : 'cafile' => $caFile];

        return stream_context_create([
            'http' => $http + ['ignore_errors' => true, 'follow_location' => 0],
            'ssl' => $tls,
        ]);
    }

    /**
     * Opens an address without a warning.
     *
     * @param resource $context
     * @return resource|string the stream, or why there is none
     */
    public static function open(string $url, $context)
    {
        $warnings = [];
        set_error_handler(static function (int $level, string $message) use (&$warnings): bool {
            $warnings[] = $message;

            return true;
        });

        try {
            $stream = fopen($url, 'rb', false, $context);
        } finally {
            restore_error_handler();
        }

        return $stream === false ? self::reason($warnings) : $stream;
    }

    /**
     * Header lines of a response, the status line first.
     *
     * @param resource $stream
     * @return list<string>
     */
    public static function headers($stream): array
    {
        $headers = stream_get_meta_data($stream)['wrapper_data'] ?? [];

        return is_array($headers) ? array_values(array_filter($headers, is_string(...))) : [];
    }

    /** @param list<string> $headers as headers() returns them */
    public static function status(array $headers): int
    {
        return preg_match('~^HTTP/\S+ (\d{3})~', $headers[0] ?? '', $match) === 1 ? (int) $match[1] : 0;
    }

    /**
     * The value of the first header of that name; null when there is none.
     *
     * @param list<string> $headers
     */
    public static function header(array $headers, string $name): ?string
    {
        $lines = preg_grep('/^' . preg_quote($name, '/') . ':/i', $headers) ?: [];

        return $lines === [] ? null : trim(substr((string) reset($lines), strlen($name) + 1));
    }

    /** That of the settings, else what libcurl would take from the environment. */
    private function proxy(string $url): ?string
    {
        $variables = str_starts_with($url, 'https:') ? ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] : [];
        foreach (isset($this->values[Setting::PROXY]) ? [] : $variables as $name) {
            if ((string) getenv($name) !== '') {
                return (string) getenv($name);
            }
        }

        return $this->values[Setting::PROXY] ?? null;
    }

    /** @return array{string, list<string>} address and headers */
    private static function through(string $proxy): array
    {
        $parts = parse_url(str_contains($proxy, '://') ? $proxy : "http://$proxy");
        $parts = is_array($parts) ? $parts : [];
        $account = isset($parts['user'])
            ? base64_encode(rawurldecode($parts['user']) . ':' . rawurldecode($parts['pass'] ?? ''))
            : null;

        return [
            'tcp://' . ($parts['host'] ?? '') . ':' . ($parts['port'] ?? 1080),
            $account === null ? [] : ["Proxy-Authorization: Basic $account"],
        ];
    }

    /** @param list<string> $warnings of PHP, of which the first says most */
    private static function reason(array $warnings): string
    {
        $reason = preg_replace('/^fopen\([^)]*\): (?:Failed to open stream: )?/i', '', $warnings[0] ?? 'unknown cause');

        return trim((string) preg_replace('/\s+/', ' ', (string) $reason), ' .');
    }
}
