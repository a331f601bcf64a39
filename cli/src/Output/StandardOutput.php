<?php

declare(strict_types=1);

namespace Aco\Cli\Output;

use Symfony\Component\Console\Output\ConsoleOutput;

/** Standard output that knows whether all of it was written; a command carries on without it. */
final class StandardOutput extends ConsoleOutput
{
    /** Why it was not, such as "No space left on device". */
    public ?string $failure = null;

    protected function doWrite(string $message, bool $newline): void
    {
        $bytes = $message . ($newline ? PHP_EOL : '');
        error_clear_last();
        $isWritten = @fwrite($this->getStream(), $bytes) === strlen($bytes) && @fflush($this->getStream());
        $cause = error_get_last()['message'] ?? '';

        // A reader that has ended, such as head, has all it wants.
        if (!$isWritten && !str_contains($cause, 'Broken pipe')) {
            $this->failure ??= preg_match('/errno=\d+ (.+)$/D', $cause, $match) === 1 ? $match[1] : 'unknown cause';
        }
    }
}
