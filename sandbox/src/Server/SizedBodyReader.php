<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

/** A body whose Content-Length is known. */
final class SizedBodyReader implements BodyReader
{
    private string $content = '';

    public function __construct(private readonly int $length, private readonly int $maxBytes)
    {
    }

    public function read(string &$buffer): bool
    {
        if ($this->isTooLarge()) {
            return true;
        }

        $missing = $this->length - strlen($this->content);
        if (strlen($buffer) <= $missing) {
            $this->content .= $buffer;
            $buffer = '';
        } else {
            $this->content .= substr($buffer, 0, $missing);
            $buffer = substr($buffer, $missing);
        }

        return strlen($this->content) === $this->length;
    }

    public function content(): string
    {
        return $this->content;
    }

    public function isTooLarge(): bool
    {
        return $this->length > $this->maxBytes;
    }
}
