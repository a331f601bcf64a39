<?php

declare(strict_types=1);

namespace Aco\Sandbox\Server;

use Aco\Sandbox\Http\MalformedRequest;
use Aco\Sandbox\Http\Request;

/** The request line and header fields of a request whose body may still be on its way. */
final class RequestHead
{
    private readonly string $path;
    private readonly string $query;

    /** @param array<string, list<string>> $fields by lower-case name */
    public function __construct(
        private readonly string $method,
        string $target,
        private readonly string $version,
        private readonly array $fields,
    ) {
        if (preg_match('~^(?:https?://[^/?#]*)?(/[^?#]*)(?:\?([^#]*))?$~Di', $target, $match) !== 1) {
            throw new MalformedRequest('The request target is not a path.');
        }
        $this->path = $match[1];
        $this->query = $match[2] ?? '';
        if ($version === '1.1' && count($fields['host'] ?? []) !== 1) {
            throw new MalformedRequest('The request needs exactly one Host header.');
        }
    }

    public function wantsContinue(): bool
    {
        return $this->version === '1.1' && strtolower($this->fields['expect'][0] ?? '') === '100-continue';
    }

    /** @throws MalformedRequest when it is not clear where the body ends */
    public function bodyReader(int $maxBytes): BodyReader
    {
        $coding = $this->fields['transfer-encoding'] ?? null;
        $lengths = array_unique($this->fields['content-length'] ?? []);

        if ($coding !== null) {
            if ($lengths !== [] || $this->version === '1.0') {
                throw new MalformedRequest('The length of the body is ambiguous.');
            }
            if (count($coding) !== 1 || strtolower($coding[0]) !== 'chunked') {
                throw new MalformedRequest('The only transfer coding this server knows is chunked.', 501);
            }

            return new ChunkedBodyReader($maxBytes);
        }

        if (count($lengths) > 1 || preg_match('/^\d{1,15}$/D', $lengths[0] ?? '0') !== 1) {
            throw new MalformedRequest('The Content-Length is not one whole number.');
        }

        return new SizedBodyReader((int) ($lengths[0] ?? 0), $maxBytes);
    }

    public function withBody(string $body, bool $tooLarge): Request
    {
        $connection = strtolower(implode(',', $this->fields['connection'] ?? []));
        $options = array_map('trim', explode(',', $connection));
        $keepAlive = $this->version === '1.1'
            ? !in_array('close', $options, true)
            : in_array('keep-alive', $options, true);

        return new Request(
            $this->method,
            $this->path,
            $this->query,
            array_map(static fn (array $values): string => implode(', ', $values), $this->fields),
            $body,
            $tooLarge,
            $keepAlive && !$tooLarge,
        );
    }
}
