<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\MalformedRequest;

/** A body that comes in chunks, each with its size before it. */
final class ChunkedBodyReader implements BodyReader
{
    private const MAX_LINE_BYTES = 1024;
    private const MAX_TRAILERS = 20;

    private string $content = '';
    private ?int $missing = null;
    private int $trailers = 0;
    private bool $inTrailer = false;
    private bool $tooLarge = false;

    public function __construct(private readonly int $maxBytes)
    {
    }

    public function read(string &$buffer): bool
    {
        while (true) {
            if ($this->missing !== null) {
                if (!$this->readChunk($buffer)) {
                    return false;
                }
                continue;
            }

            $line = $this->takeLine($buffer);
            if ($line === null) {
                return false;
            }

            if ($this->inTrailer) {
                if ($line === '') {
                    return true;
                }
                if (++$this->trailers > self::MAX_TRAILERS) {
                    throw new MalformedRequest('The chunked body has too many trailer fields.');
                }
                continue;
            }

            $this->startChunk($line);

            if ($this->tooLarge) {
                return true;
            }
        }
    }

    public function content(): string
    {
        return $this->content;
    }

    public function isTooLarge(): bool
    {
        return $this->tooLarge;
    }

    private function startChunk(string $line): void
    {
        if (preg_match('/^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/Di', $line, $match) !== 1) {
            throw new MalformedRequest('The size of a chunk is not a hexadecimal number.');
        }

        $size = (int) hexdec($match[1]);
        if ($size === 0) {
            $this->inTrailer = true;
        } elseif (strlen($this->content) + $size > $this->maxBytes) {
            $this->tooLarge = true;
            $this->content = '';
        } else {
            $this->missing = $size;
        }
    }

    private function readChunk(string &$buffer): bool
    {
        if ($this->missing > 0) {
            $part = substr($buffer, 0, $this->missing);
            $this->content .= $part;
            $this->missing -= strlen($part);
            $buffer = substr($buffer, strlen($part));
        }

        if ($this->missing > 0 || strlen($buffer) < 2) {
            return false;
        }
        if (!str_starts_with($buffer, "\r\n")) {
            throw new MalformedRequest('A chunk is longer than its size says.');
        }

        $buffer = substr($buffer, 2);
        $this->missing = null;

        return true;
    }

    private function takeLine(string &$buffer): ?string
    {
        $end = strpos($buffer, "\r\n");
        if (($end === false ? strlen($buffer) : $end) > self::MAX_LINE_BYTES) {
            throw new MalformedRequest('A line of the chunked body is too long.');
        }
        if ($end === false) {
            return null;
        }
        $line = substr($buffer, 0, $end);
        $buffer = substr($buffer, $end + 2);

        return $line;
    }
}
