<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * POST requests with ext/curl, several at once. Handles are used again, and with them what they have set up.
 */
final class Transfers
{
    private readonly \CurlMultiHandle $multi;

    /** @var list<\CurlHandle> */
    private array $idle = [];

    /** @var array<int, int> by handle under way: number of items in its request */
    private array $underWay = [];

    public int $requests = 0;

    public int $accepted = 0;

    /** Bytes of bodies. */
    public int $bytesSent = 0;

    /**
     * @param list<string> $headers
     * @param \Closure(int, string, int): bool $isAccepted by status and body of the answer, and number of items
     */
    public function __construct(
        string $url,
        string $caFile,
        int $concurrency,
        array $headers,
        private readonly \Closure $isAccepted,
    ) {
        $this->multi = curl_multi_init();
        curl_multi_setopt($this->multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
        curl_multi_setopt($this->multi, CURLMOPT_MAX_HOST_CONNECTIONS, $concurrency);
        for ($i = 0; $i < $concurrency; $i++) {
            $handle = curl_init($url);
            curl_setopt_array($handle, self::options($caFile) + [CURLOPT_POST => true, CURLOPT_HTTPHEADER => $headers]);
            $this->idle[] = $handle;
        }
    }

    /**
     * @return array<int, mixed>
     */
    public static function options(string $caFile): array
    {
        return [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_2TLS,
            CURLOPT_PIPEWAIT => true,
            CURLOPT_TCP_KEEPALIVE => 1,
            CURLOPT_CAINFO => $caFile,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_CONNECTTIMEOUT_MS => 5000,
            CURLOPT_TIMEOUT_MS => 30000,
            CURLOPT_PROXY => '',
        ];
    }

    public static function token(string $url, string $caFile): string
    {
        $handle = curl_init($url);
        curl_setopt_array($handle, self::options($caFile) + [
            CURLOPT_POSTFIELDS => http_build_query(
                ['grant_type' => 'client_credentials', 'client_id' => 'bench', 'client_secret' => 's3cret'],
            ),
        ]);
        $answer = json_decode((string) curl_exec($handle), true);

        return $answer['access_token'] ?? throw new \RuntimeException('No token: ' . curl_error($handle));
    }

    /** Waits for a free handle when all are under way. */
    public function post(string $body, int $items): void
    {
        while ($this->idle === []) {
            $this->advance(true);
        }
        $handle = array_pop($this->idle);
        curl_setopt($handle, CURLOPT_POSTFIELDS, $body);
        curl_multi_add_handle($this->multi, $handle);
        $this->underWay[spl_object_id($handle)] = $items;
        $this->requests++;
        $this->advance(false);
    }

    public function finish(): void
    {
        while ($this->underWay !== []) {
            $this->advance(true);
        }
    }

    private function advance(bool $wait): void
    {
        if ($wait) {
            curl_multi_select($this->multi, 1.0);
        }
        curl_multi_exec($this->multi, $running);
        while ($message = curl_multi_info_read($this->multi)) {
            $this->read($message['handle'], $message['result']);
        }
    }

    private function read(\CurlHandle $handle, int $result): void
    {
        $items = $this->underWay[spl_object_id($handle)];
        unset($this->underWay[spl_object_id($handle)]);
        curl_multi_remove_handle($this->multi, $handle);

        if ($result !== CURLE_OK) {
            throw new \RuntimeException('A request failed: ' . curl_error($handle));
        }

        $status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        if (!($this->isAccepted)($status, (string) curl_multi_getcontent($handle), $items)) {
            throw new \RuntimeException("The answer to a request of $items items has status $status");
        }

        $this->accepted += $items;
        $this->bytesSent += curl_getinfo($handle, CURLINFO_SIZE_UPLOAD_T);

        // The body goes at once, not when the handle is used next.
        curl_setopt($handle, CURLOPT_POSTFIELDS, '');
        $this->idle[] = $handle;
    }
}
