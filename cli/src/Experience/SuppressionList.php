<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\CommandFailure;

/**
 * Shoppers whose orders are not sent, by the SHA-256 of their e-mail address (trimmed, lower case): one in each line of
 * a file. Lines that are empty or begin with # are left out.
 */
final class SuppressionList
{
    private const MAX = 5_000_000;

    /** @param array<string, true> $hashes raw ones */
    private function __construct(private readonly array $hashes)
    {
    }

    public static function none(): self
    {
        return new self([]);
    }

    public static function read(string $file): self
    {
        $handle = @fopen($file, 'rb');
        if ($handle === false || is_dir($file)) {
            throw new CommandFailure("The suppression list $file cannot be read: nothing is sent without it.");
        }

        $hashes = [];

        for ($number = 1; ($line = fgets($handle, 1024)) !== false; $number++) {
            $line = trim($line);
            if ($line === '' || $line[0] === '#') {
                continue;
            }

            if (preg_match('/^[0-9a-f]{64}$/Di', $line) !== 1 || count($hashes) >= self::MAX) {
                fclose($handle);
                throw new CommandFailure(
                    "Line $number of the suppression list $file is not a SHA-256 hash in hexadecimal digits"
                    . ' (or there are too many lines): nothing is sent.'
                );
            }

            // The prefix keeps PHP from turning digits into an integer key.
            $hashes['h' . hex2bin($line)] = true;
        }

        fclose($handle);

        return new self($hashes);
    }

    public function isEmpty(): bool
    {
        return $this->hashes === [];
    }

    public function has(string $email): bool
    {
        if ($this->hashes === []) {
            return false;
        }
        $address = trim($email);

        // Also matches lists whose addresses were not converted to lower case.
        return isset($this->hashes['h' . hash('sha256', mb_strtolower($address, 'UTF-8'), true)])
            || isset($this->hashes['h' . hash('sha256', $address, true)]);
    }
}
