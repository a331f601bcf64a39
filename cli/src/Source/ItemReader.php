<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Reads items from JSON lines, skipping empty ones, or from a JSON array. */
final class ItemReader
{
    private const BOM = "\xEF\xBB\xBF";

    private ?Splitter $splitter = null;
    private int $lineBytes = 0;
    private int $repaired = 0;

    public function __construct(private readonly ByteReader $bytes)
    {
    }

    /** A reader of the same items from the start; null when the input can be read only once. */
    public function reopen(): ?self
    {
        $bytes = $this->bytes->reopen();

        return $bytes === null ? null : new self($bytes);
    }

    /** The place of the latest item. */
    public function place(): string
    {
        return "{$this->bytes->name} {$this->splitter?->unit()} {$this->splitter?->number()}";
    }

    public function lineBytes(): int
    {
        return $this->lineBytes;
    }

    /** Items with invalid UTF-8 or half a surrogate pair, which was replaced by U+FFFD. */
    public function repaired(): int
    {
        return $this->repaired;
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
     * The next item, or why there is none in its place; null at the end.
     *
     * @return array<string, mixed>|BadLine|null
     * @throws SourceException
     */
    public function next(): array|BadLine|null
    {
        $this->splitter ??= $this->splitter();
        $text = $this->splitter->next();
        if ($text === null) {
            return null;
        }
        if ($text === false) {
            return $this->bad('longer than ' . (Splitter::MAX_BYTES >> 20) . ' MiB');
        }

        $this->lineBytes = strlen($text);
        $text = trim($text);

        $item = JsonDecoder::decode($text, $isRepaired);
        if (is_array($item) && $text[0] === '{') {
            $this->repaired += $isRepaired ? 1 : 0;

            return $item;
        }

        return $this->bad(
            json_last_error() === JSON_ERROR_NONE
                ? 'not a JSON object'
                : 'not JSON (' . lcfirst(json_last_error_msg()) . ')'
        );
    }

    /** By the first byte: an array of items begins with a bracket, a line with the brace of its item. */
    private function splitter(): Splitter
    {
        $start = '';

        do {
            $block = $this->bytes->read();
            $start .= $block;
        } while ($block !== '' && strlen($start) < strlen(self::BOM));

        if (str_starts_with($start, self::BOM)) {
            $start = substr($start, strlen(self::BOM));
        }

        $blanks = strspn($start, " \t\r\n");

        return ($start[$blanks] ?? '') === '['
            ? new ArraySplitter($this->bytes, substr($start, $blanks))
            : new LineSplitter($this->bytes, $start);
    }

    private function bad(string $reason): BadLine
    {
        return new BadLine($this->bytes->name, $this->splitter->number(), $reason, $this->splitter->unit());
    }
}
