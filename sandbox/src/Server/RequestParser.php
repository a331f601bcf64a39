<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\MalformedRequest;
use Aco\Sandbox\Http\Request;

/** Cuts the byte stream of one connection into HTTP/1.1 requests. Everything it keeps is bounded. */
final class RequestParser
{
    private const MAX_HEAD_BYTES = 16_384;
    private const MAX_FIELDS = 100;
    private const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private string $buffer = '';
    private ?RequestHead $head = null;
    private ?BodyReader $body = null;
    private bool $continueWanted = false;

    public function __construct(private readonly int $maxBodyBytes)
    {
    }

    public function push(string $bytes): void
    {
        $this->buffer .= $bytes;
    }

    public function isMidRequest(): bool
    {
        return $this->head !== null || $this->buffer !== '';
    }

    /** Whether the client waits for "100 Continue" before it sends the body. True once per request. */
    public function takeContinueWanted(): bool
    {
        $wanted = $this->continueWanted;
        $this->continueWanted = false;

        return $wanted;
    }

    /**
     * The head of the next request, whose body may still be on its way.
     *
     * @throws MalformedRequest
     */
    public function head(): ?RequestHead
    {
        if ($this->head === null) {
            $this->readHead();
        }

        return $this->head;
    }

    /**
     * @return Request|null null when more bytes are needed
     * @throws MalformedRequest
     */
    public function next(): ?Request
    {
        if ($this->head() === null || !$this->body->read($this->buffer)) {
            return null;
        }

        $this->continueWanted = false;
        $request = $this->head->withBody($this->body->content(), $this->body->isTooLarge());
        $this->head = $this->body = null;

        return $request;
    }

    private function readHead(): void
    {
        $this->buffer = ltrim($this->buffer, "\r\n");
        if ($this->buffer === '') {
            return;
        }

        // Judge the first bytes at once: a TLS hello or noise never sends the empty line that ends a head.
        if (preg_match('/^' . self::TOKEN . '(?: |$)/D', substr($this->buffer, 0, 64)) !== 1) {
            throw new MalformedRequest('This is not an HTTP request.');
        }

        $start = substr($this->buffer, 0, self::MAX_HEAD_BYTES);
        if (preg_match('/\r?\n\r?\n/', $start, $end, PREG_OFFSET_CAPTURE) !== 1) {
            if (strlen($this->buffer) >= self::MAX_HEAD_BYTES) {
                throw new MalformedRequest('The request line and headers are longer than 16 KiB.', 431);
            }

            $firstLine = strpos($this->buffer, "\n");
            if ($firstLine !== false) {
                self::requestLine(rtrim(substr($this->buffer, 0, $firstLine), "\r"));
            }

            return;
        }

        [$text, $offset] = $end[0];
        $this->head = $this->parseHead(substr($this->buffer, 0, $offset));
        $this->body = $this->head->bodyReader($this->maxBodyBytes);
        $this->continueWanted = $this->head->wantsContinue();
        $this->buffer = substr($this->buffer, $offset + strlen($text));
    }

    private function parseHead(string $text): RequestHead
    {
        $lines = preg_split('/\r?\n/', $text);
        [$method, $target, $version] = self::requestLine(array_shift($lines));

        if (count($lines) > self::MAX_FIELDS) {
            throw new MalformedRequest('The request has more than ' . self::MAX_FIELDS . ' header fields.', 431);
        }

        $field = '/^(' . self::TOKEN . '):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*?)[ \t]*$/D';
        $fields = [];

        foreach ($lines as $line) {
            if (preg_match($field, $line, $match) !== 1) {
                throw new MalformedRequest('A header field is not well formed.');
            }

            $fields[strtolower($match[1])][] = $match[2];
        }

        return new RequestHead($method, $target, $version, $fields);
    }

    /** @return array{string, string, string} method, target and version */
    private static function requestLine(string $line): array
    {
        if (preg_match('/^(' . self::TOKEN . ') ([\x21-\x7e]+) HTTP\/(\d\.\d)$/D', $line, $match) !== 1) {
            throw new MalformedRequest('The request line is not well formed.');
        }
        if ($match[3] !== '1.1' && $match[3] !== '1.0') {
            throw new MalformedRequest('This server speaks HTTP/1.1.', 505);
        }

        return [$match[1], $match[2], $match[3]];
    }
}
