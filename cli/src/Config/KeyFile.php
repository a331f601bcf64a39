<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;

/** The file with the key that encrypts stored secrets: 64 hexadecimal digits. */
final class KeyFile
{
    private const BYTES = 32;

    public function __construct(
        public readonly string $path,
        private readonly bool $mayBeMade,
    ) {
    }

    public function exists(): bool
    {
        return is_file($this->path);
    }

    public function key(): string
    {
        $text = @file_get_contents($this->path, false, null, 0, 4096);
        if ($text === false) {
            throw new CommandFailure(
                $this->exists()
                    ? "The key file {$this->path} cannot be read: grant this user read access."
                    : "The key file {$this->path} is missing: " . ($this->mayBeMade
                        ? 'restore it, or run config:init with the client secret again.'
                        : "create it with (umask 077; openssl rand -hex 32 > {$this->path}) or correct ACO_KEY_FILE.")
            );
        }

        $text = trim($text);
        if (strlen($text) !== 2 * self::BYTES || !ctype_xdigit($text)) {
            throw new CommandFailure(
                "The key file {$this->path} must contain 64 hexadecimal digits and nothing else: restore it, or "
                . ($this->mayBeMade ? 'remove it and run config:init with the client secret again.' : 'correct ACO_KEY_FILE.')
            );
        }

        return (string) hex2bin($text);
    }

    public function keyOrNew(): string
    {
        if (!$this->mayBeMade || $this->exists()) {
            return $this->key();
        }

        $key = random_bytes(self::BYTES);
        $handle = OwnFile::create($this->path, 'x');

        if (
            $handle === false
            || @fwrite($handle, bin2hex($key) . "\n") !== 2 * self::BYTES + 1
            || !@fsync($handle)
        ) {
            if ($handle !== false) {
                @unlink($this->path);
            }

            throw new CommandFailure(
                "The key file {$this->path} cannot be written: check its folder and the free space."
            );
        }

        return $key;
    }
}
