<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** JSON lines: one text a line. */
final class LineSplitter implements Splitter
{
    /** What trim() takes away; the most frequent first, which is found soonest. */
    private const BLANKS = "\n\r \t\0\x0B";

    private int $offset = 0;
    private int $number = 0;
    /** Number of lines before the offset. */
    private int $passed = 0;

    /** @param string $buffer the first bytes, read already */
    public function __construct(private readonly ByteReader $bytes, private string $buffer)
    {
    }

    public function unit(): string
    {
        return 'line';
    }

    public function number(): int
    {
        return $this->number;
    }

    public function next(): string|false|null
    {
        if (!$this->passBlanks()) {
            return null;
        }

        $this->number = $this->passed + 1;
        $end = strpos($this->buffer, "\n", $this->offset);
        $isTooLong = false;

        while ($end === false) {
            if ($this->offset > 0) {
                $this->buffer = substr($this->buffer, $this->offset);
                $this->offset = 0;
            }

            if (strlen($this->buffer) > self::MAX_BYTES) {
                $isTooLong = true;
                $this->buffer = '';
            }

            // Appended in place and searched once, so that a long line stays linear with small blocks.
            $searched = strlen($this->buffer);
            $block = $this->bytes->read();
            if ($block === '') {
                $end = $searched;
                break;
            }

            $this->buffer .= $block;
            $end = strpos($this->buffer, "\n", $searched);
        }

        $isTooLong = $isTooLong || $end - $this->offset > self::MAX_BYTES;
        $text = $isTooLong ? false : substr($this->buffer, $this->offset, $end - $this->offset);
        $this->offset = min($end + 1, strlen($this->buffer));
        $this->passed++;

        return $text;
    }

    /** Skips blank lines at once, as a small gzip file may hold billions of them; false at the end. */
    private function passBlanks(): bool
    {
        while (true) {
            $blanks = strspn($this->buffer, self::BLANKS, $this->offset);
            $this->passed += substr_count($this->buffer, "\n", $this->offset, $blanks);
            $this->offset += $blanks;
            if ($this->offset < strlen($this->buffer)) {
                return true;
            }

            $this->offset = 0;
            $this->buffer = $this->bytes->read();
            if ($this->buffer === '') {
                return false;
            }
        }
    }
}
