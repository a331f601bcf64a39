<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

/**
 * One mapped item: the JSON body, the identity of its source item and the hash of the body.
 */
final class Document
{
    private const FLAGS = JSON_UNESCAPED_SLASHES
        | JSON_UNESCAPED_UNICODE
        | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_THROW_ON_ERROR;

    private function __construct(
        public readonly string $feed,
        public readonly string $id,
        public readonly string $hash,
        public readonly bool $deleted,
        public readonly string $json,
    ) {
    }

    /**
     * @param string $identity the identity values of the source item, joined by NUL
     * @param array<string, mixed> $body
     */
    public static function of(string $feed, string $identity, array $body, bool $deleted): self
    {
        $json = json_encode($body, self::FLAGS);

        return new self($feed, sha1($identity), sha1($json), $deleted, $json);
    }

    /**
     * @param array<string, mixed> $value
     */
    public static function encode(array $value): string
    {
        return json_encode($value, self::FLAGS);
    }
}
