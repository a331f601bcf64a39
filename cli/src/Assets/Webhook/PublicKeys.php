<?php

declare(strict_types=1);

namespace Aco\Cli\Assets\Webhook;

use Aco\Cli\Files\Matches;
use Aco\Cli\Files\OwnFile;
use Aco\Exception\AcoException;
use Aco\Limits;
use Aco\ServiceReader;
use Aco\Transport;

/**
 * The public keys of Adobe I/O Events, from its address only, and kept for a day as documented. Anybody may name keys,
 * so few unknown ones are asked for in a minute; those that were there before do not count.
 */
final class PublicKeys
{
    private const PATH = '~^/[a-z]{2,16}/keys/(pub-key-[0-9A-Za-z-]{8,64}\.pem)$~D';
    private const LIFE_SECONDS = 86400;
    private const MAX_KEYS = 16;
    private const MAX_KEY_BYTES = 16384;
    private const MIN_BITS = 2048;
    private const UNKNOWN_A_MINUTE = 10;
    private const TIMEOUT_MS = 4000;

    public function __construct(private readonly string $folder, private readonly WebhookSettings $settings)
    {
    }

    /**
     * Null for a path that no key of Adobe has.
     *
     * @throws KeyUnavailable it may be there later
     */
    public function find(string $path): ?\OpenSSLAsymmetricKey
    {
        if (preg_match(self::PATH, $path, $match) !== 1) {
            return null;
        }

        $file = "{$this->folder}/" . sha1($path) . '.pem';
        $handle = is_file($file) ? OwnFile::open($file, 'r') : null;
        $isKnown = $handle !== null;

        if ($isKnown && time() - fstat($handle)['mtime'] < self::LIFE_SECONDS) {
            return self::key((string) stream_get_contents($handle, self::MAX_KEY_BYTES));
        }

        if (!$isKnown && !$this->mayAsk()) {
            throw new KeyUnavailable('too many unknown keys were named in the last minute');
        }

        $pem = $this->fetch($path);
        $key = $pem === null ? null : self::key($pem);

        if ($key !== null) {
            $this->makeRoom();
            OwnFile::replace($file, $pem);
        } elseif ($isKnown) {
            // Adobe has withdrawn it: from now on it is unknown, and asked for as seldom as others.
            @unlink($file);
        }

        return $key;
    }

    /** Null when there is none at that path. */
    private function fetch(string $path): ?string
    {
        try {
            $response = (new ServiceReader(
                null,
                new Transport(
                    $this->settings->caFile,
                    $this->settings->proxy,
                    self::TIMEOUT_MS,
                    self::TIMEOUT_MS,
                ),
                new Limits(maxAttempts: 2, retryBudgetMs: self::TIMEOUT_MS),
            ))->request(rtrim($this->settings->keysUrl, '/') . $path);
        } catch (AcoException $e) {
            throw new KeyUnavailable($e->getMessage());
        }

        return match (true) {
            $response['status'] === 200 => $response['body'],
            $response['status'] >= 500 || $response['status'] === 429
                => throw new KeyUnavailable("HTTP {$response['status']} for the public key"),
            default => null,
        };
    }

    private static function key(string $pem): ?\OpenSSLAsymmetricKey
    {
        $key = strlen($pem) < self::MAX_KEY_BYTES && str_contains($pem, '-----BEGIN PUBLIC KEY-----')
            ? @openssl_pkey_get_public($pem)
            : false;
        $details = $key === false ? false : openssl_pkey_get_details($key);

        return $details !== false && $details['type'] === OPENSSL_KEYTYPE_RSA && $details['bits'] >= self::MIN_BITS
            ? $key
            : null;
    }

    /** Counts in a file, as every request may be another process. */
    private function mayAsk(): bool
    {
        $handle = OwnFile::open("{$this->folder}/asked", 'c+');
        if ($handle === null || !flock($handle, LOCK_EX)) {
            return false;
        }

        [$minute, $count] = array_map('intval', explode(' ', (string) stream_get_contents($handle, 64)) + [0, 0]);
        $now = intdiv(time(), 60);
        $count = $minute === $now ? $count : 0;

        if ($count < self::UNKNOWN_A_MINUTE) {
            ftruncate($handle, 0);
            rewind($handle);
            fwrite($handle, $now . ' ' . ($count + 1));
        }

        fclose($handle);

        return $count < self::UNKNOWN_A_MINUTE;
    }

    private function makeRoom(): void
    {
        $files = Matches::in($this->folder, '*.pem');

        if (count($files) >= self::MAX_KEYS) {
            usort($files, static fn (string $a, string $b): int => filemtime($a) <=> filemtime($b));

            foreach (array_slice($files, 0, count($files) - self::MAX_KEYS + 1) as $file) {
                @unlink($file);
            }
        }
    }
}
