<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Reads JSON lines: one item a line, empty lines left out. */
final class ItemReader
{
    public const MAX_LINE_BYTES = 33554432;

    private const BOM = "\xEF\xBB\xBF";

    private string $buffer = '';
    private int $offset = 0;
    private int $line = 0;
    private bool $atEnd = false;
    private int $lineBytes = 0;
    private int $repaired = 0;

    public function __construct(private readonly ByteReader $bytes)
    {
    }

    /** Number of the line that was read last, from 1. */
    public function line(): int
    {
        return $this->line;
    }

    public function lineBytes(): int
    {
        return $this->lineBytes;
    }

    /** Lines with invalid UTF-8, which was replaced by U+FFFD. */
    public function repaired(): int
    {
        return $this->repaired;
    }

    public function name(): string
    {
        return $this->bytes->name;
    }

    public function consumed(): int
    {
        return $this->bytes->consumed();
    }

    public function size(): ?int
    {
        return $this->bytes->size;
    }

    /**
     * The next item, or why the line holds none; null at the end.
     *
     * @return array<string, mixed>|BadLine|null
     * @throws SourceException
     */
    public function next(): array|BadLine|null
    {
        do {
            $text = $this->nextLine();
            if ($text === null) {
                return null;
            }
            if ($text === false) {
                return $this->bad('longer than ' . (self::MAX_LINE_BYTES >> 20) . ' MiB');
            }
            $text = trim($text);
        } while ($text === '');

        $item = json_decode($text, true);
        if ($item === null && json_last_error() === JSON_ERROR_UTF8) {
            $item = json_decode($text, true, 512, JSON_INVALID_UTF8_SUBSTITUTE);
            $this->repaired += is_array($item) ? 1 : 0;
        }
        if (is_array($item) && $text[0] === '{') {
            return $item;
        }

        return $this->bad(
            json_last_error() === JSON_ERROR_NONE
                ? 'not a JSON object'
                : 'not JSON (' . lcfirst(json_last_error_msg()) . ')'
        );
    }

    /** False for a line that is too long. */
    private function nextLine(): string|false|null
    {
        $end = strpos($this->buffer, "\n", $this->offset);
        $tooLong = false;
        while ($end === false && !$this->atEnd) {
            $tail = $this->offset === 0 ? $this->buffer : substr($this->buffer, $this->offset);
            $this->offset = 0;
            if (strlen($tail) > self::MAX_LINE_BYTES) {
                $tooLong = true;
                $tail = '';
            }
            $block = $this->bytes->read();
            $this->atEnd = $block === '';
            $this->buffer = $tail . $block;
            // What was searched before is not searched again: a long line stays linear.
            $end = strpos($this->buffer, "\n", strlen($tail));
        }
        if ($end === false) {
            $end = strlen($this->buffer);
            if ($end === $this->offset && !$tooLong) {
                return null;
            }
        }
        $this->line++;
        $text = substr($this->buffer, $this->offset, $end - $this->offset);
        $this->offset = min($end + 1, strlen($this->buffer));
        if ($this->line === 1 && str_starts_with($text, self::BOM)) {
            $text = substr($text, strlen(self::BOM));
        }

        $this->lineBytes = strlen($text);

        return $tooLong || $this->lineBytes > self::MAX_LINE_BYTES ? false : $text;
    }

    private function bad(string $reason): BadLine
    {
        return new BadLine($this->bytes->name, $this->line, $reason);
    }
}
