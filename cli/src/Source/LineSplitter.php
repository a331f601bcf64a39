<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** JSON lines: one text a line. */
final class LineSplitter implements Splitter
{
    private int $offset = 0;
    private bool $atEnd = false;

    /** @param string $buffer the first bytes, read already */
    public function __construct(private readonly ByteReader $bytes, private string $buffer)
    {
    }

    public function unit(): string
    {
        return 'line';
    }

    public function next(): string|false|null
    {
        $end = strpos($this->buffer, "\n", $this->offset);
        $tooLong = false;
        while ($end === false && !$this->atEnd) {
            $tail = $this->offset === 0 ? $this->buffer : substr($this->buffer, $this->offset);
            $this->offset = 0;
            if (strlen($tail) > self::MAX_BYTES) {
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
        $text = substr($this->buffer, $this->offset, $end - $this->offset);
        $this->offset = min($end + 1, strlen($this->buffer));

        return $tooLong || strlen($text) > self::MAX_BYTES ? false : $text;
    }
}
