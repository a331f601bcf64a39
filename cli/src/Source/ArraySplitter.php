<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Splits one JSON array into its members without decoding them. */
final class ArraySplitter implements Splitter
{
    /** The most frequent first, as it is found soonest. */
    private const BLANKS = "\n \r\t";

    private int $offset = 1;
    private int $number = 0;
    private bool $isClosed = false;

    /** @param string $buffer the first bytes, read already; the opening bracket comes first */
    public function __construct(private readonly ByteReader $bytes, private string $buffer)
    {
    }

    public function unit(): string
    {
        return 'item';
    }

    public function number(): int
    {
        return $this->number;
    }

    public function next(): string|false|null
    {
        if ($this->isClosed) {
            return null;
        }

        $next = $this->peek();
        $isFirst = $this->number === 0;
        if ($isFirst ? $next !== ']' : $next === ',') {
            if (!$isFirst) {
                $this->offset++;
                $this->peek();
            }

            $this->number++;

            return $this->member();
        }

        if ($next !== ']') {
            throw new SourceException("{$this->bytes->name}: the JSON array is damaged");
        }

        $this->offset++;
        $this->isClosed = true;
        if ($this->peek(true) !== '') {
            throw new SourceException("{$this->bytes->name}: there is data after the JSON array");
        }

        return null;
    }

    /** The next byte that is not a blank. */
    private function peek(bool $mayEnd = false): string
    {
        while (true) {
            $this->offset += strspn($this->buffer, self::BLANKS, $this->offset);
            if ($this->offset < strlen($this->buffer)) {
                return $this->buffer[$this->offset];
            }
            if (!$this->more()) {
                return $mayEnd ? '' : throw $this->broken();
            }
        }
    }

    /** From the offset to the comma or bracket behind the member. */
    private function member(): string|false
    {
        $at = $this->offset;
        $depth = 0;
        $skipped = 0;

        while (true) {
            $at += strcspn($this->buffer, '"{}[],', $at);
            $byte = $this->buffer[$at] ?? '';
            if ($byte === '' || ($byte === '"' && ($end = $this->endOfString($at)) === null)) {
                if ($at - $this->offset > self::MAX_BYTES) {
                    // A member that is too long is only skipped.
                    $skipped += $at - $this->offset;
                    $this->offset = $at;
                }

                $at -= $this->offset;

                if (!$this->more()) {
                    throw $this->broken();
                }
                continue;
            }

            if ($depth === 0 && ($byte === ',' || $byte === ']')) {
                $text = substr($this->buffer, $this->offset, $at - $this->offset);
                $this->offset = $at;

                return $skipped + strlen($text) > self::MAX_BYTES ? false : $text;
            }

            $depth += match ($byte) {
                '{', '[' => 1,
                '}', ']' => -1,
                default => 0,
            };

            $at = $byte === '"' ? $end : $at + 1;
        }
    }

    /** The offset behind the string that begins at $at, null when its end is not read yet. */
    private function endOfString(int $at): ?int
    {
        $length = strlen($this->buffer);
        $at++;

        while (($at += strcspn($this->buffer, '"\\', $at)) < $length) {
            if ($this->buffer[$at] === '"') {
                return $at + 1;
            }

            $at += 2;
        }

        if ($length - $this->offset > 2 * self::MAX_BYTES) {
            throw new SourceException("{$this->bytes->name}: a value in the JSON array is longer than "
                . (2 * self::MAX_BYTES >> 20) . ' MiB');
        }

        return null;
    }

    /** Appends the next block and drops what is behind the offset; false at the end. */
    private function more(): bool
    {
        $rest = substr($this->buffer, $this->offset);
        $this->offset = 0;

        // A long text is searched again with every block; blocks as long as the rest keep that linear.
        $this->buffer = '';
        $wanted = strlen($rest);

        do {
            $block = $this->bytes->read();
            $this->buffer .= $block;
        } while ($block !== '' && strlen($this->buffer) < $wanted);
        $isMore = $this->buffer !== '';
        $this->buffer = $rest . $this->buffer;

        return $isMore;
    }

    private function broken(): SourceException
    {
        return new SourceException("{$this->bytes->name}: the JSON array is incomplete");
    }
}
