<?php

declare(strict_types=1);

namespace Aco\Sandbox\Monitoring;

use Aco\Cli\Output\Text;
use Aco\Sandbox\Http\Request;

/** Writes one line a request: when, what, the answer and how long it took. Never a query, header or body. */
final class RequestLog
{
    /** @param list<\Closure(string): void> $writers */
    public function __construct(private readonly array $writers)
    {
    }

    public function write(Request $request, string $status, float $seconds, ?string $fault): void
    {
        $line = sprintf(
            '%s %s %s %s %s %d bytes %.1f ms%s',
            gmdate('Y-m-d\TH:i:s\Z'),
            $request->id,
            $request->method,
            $request->path,
            $status,
            strlen($request->body),
            $seconds * 1000,
            $fault === null ? '' : " fault=$fault",
        );
        $this->writeLine($line);
    }

    public function writeMalformed(int $status): void
    {
        $this->writeLine(sprintf('%s - malformed request %d', gmdate('Y-m-d\TH:i:s\Z'), $status));
    }

    public function writeFailure(\Throwable $failure): void
    {
        $this->writeLine(sprintf(
            '%s - internal failure: %s in %s:%d',
            gmdate('Y-m-d\TH:i:s\Z'),
            get_debug_type($failure),
            basename($failure->getFile()),
            $failure->getLine(),
        ));
    }

    private function writeLine(string $line): void
    {
        foreach ($this->writers as $writer) {
            $writer(Text::visible($line));
        }
    }
}
