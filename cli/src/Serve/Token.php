<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\CommandFailure;
use Aco\Cli\Files\OwnFile;

/** The secret that opens the page: in a file that only this user can read, so that a bookmark stays valid. */
final class Token
{
    private const BYTES = 32;

    private function __construct(#[\SensitiveParameter] private readonly string $text)
    {
    }

    public static function of(string $file, bool $isNew): self
    {
        $fault = OwnFile::fault($file);
        if ($fault !== '') {
            throw new CommandFailure("The token file $file $fault: remove it.");
        }

        $text = $isNew ? '' : trim((string) @file_get_contents($file, false, null, 0, 1024));
        if (preg_match('/^[0-9a-f]{64}$/D', $text) !== 1 || (fileperms($file) & 0077) !== 0) {
            $text = bin2hex(random_bytes(self::BYTES));
            if (!OwnFile::replace($file, "$text\n")) {
                throw new CommandFailure("The token file $file cannot be written: check its folder and the free space.");
            }
        }

        return new self($text);
    }

    public function matches(#[\SensitiveParameter] string $given): bool
    {
        return hash_equals($this->text, $given);
    }

    /** What a form of the page has to send back. */
    public function ofForms(): string
    {
        return hash_hmac('sha256', 'form', $this->text);
    }

    public function matchesForm(string $given): bool
    {
        return hash_equals($this->ofForms(), $given);
    }

    /** For the address that is printed, and the cookie. */
    public function reveal(): string
    {
        return $this->text;
    }
}
