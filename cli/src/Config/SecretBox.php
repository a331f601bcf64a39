<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;

/** Encrypts short texts with AES-256-GCM. The name of a text is authenticated with it. */
final class SecretBox
{
    private const CIPHER = 'aes-256-gcm';
    private const PREFIX = 'aes-256-gcm:';
    private const NONCE_BYTES = 12;
    private const TAG_BYTES = 16;

    public function __construct(private readonly KeyFile $keyFile)
    {
    }

    public function seal(string $name, #[\SensitiveParameter] string $text): string
    {
        $nonce = random_bytes(self::NONCE_BYTES);
        $key = $this->keyFile->keyOrNew();
        $sealed = openssl_encrypt($text, self::CIPHER, $key, OPENSSL_RAW_DATA, $nonce, $tag, $name, self::TAG_BYTES);
        if ($sealed === false) {
            throw new CommandFailure('OpenSSL cannot encrypt with AES-256-GCM: check the PHP installation.');
        }

        return self::PREFIX . base64_encode($nonce . $tag . $sealed);
    }

    public function open(string $name, string $sealed): string
    {
        $key = $this->keyFile->key();
        $bytes = str_starts_with($sealed, self::PREFIX)
            ? base64_decode(substr($sealed, strlen(self::PREFIX)), true)
            : false;
        $text = false;

        if ($bytes !== false && strlen($bytes) > self::NONCE_BYTES + self::TAG_BYTES) {
            $text = openssl_decrypt(
                substr($bytes, self::NONCE_BYTES + self::TAG_BYTES),
                self::CIPHER,
                $key,
                OPENSSL_RAW_DATA,
                substr($bytes, 0, self::NONCE_BYTES),
                substr($bytes, self::NONCE_BYTES, self::TAG_BYTES),
                $name,
            );
        }

        if ($text === false) {
            throw new CommandFailure(
                "The stored client secret cannot be decrypted with the key file {$this->keyFile->path}: "
                . 'restore the key it was stored with, or run config:init with the client secret again.'
            );
        }

        return $text;
    }
}
