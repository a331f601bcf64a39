<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * One mapped item: the JSON body, the identity of its source item and the hash of the body.
 */
final class Document
{
    public const JSON = JSON_UNESCAPED_SLASHES
        | JSON_UNESCAPED_UNICODE
        | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_THROW_ON_ERROR;

    public readonly string $id;

    public readonly string $hash;

    public readonly string $json;

    /**
     * @param string $identity the identity values of the source item, joined by NUL
     * @param array<string, mixed> $body
     */
    public function __construct(
        public readonly string $feed,
        string $identity,
        array $body,
        public readonly bool $deleted,
    ) {
        $this->json = $json = json_encode($body, self::JSON);
        $this->id = sha1($identity);
        $this->hash = sha1($json);
    }
}
