<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Export;

use Aco\CommerceOptimizer\Model\Text;
use Aco\Document;
use Aco\Feed;

/**
 * A feed item whose body is made already. It keeps the fields that Commerce's feed table needs to name and to delete
 * it; all others give way to the body, so that the hash covers what the API receives and nothing else.
 */
class MappedItem
{
    /** The member of an item that holds id, hash and body. */
    private const MEMBER = 'aco';

    /**
     * @param array<string, mixed> $item
     * @param list<string> $kept names of fields
     * @param string $identity name of the field with the id of the entity
     *
     * @return array<string, mixed>
     */
    public static function make(array $item, array $kept, string $identity, ?Document $document): array
    {
        $mapped = array_intersect_key($item, array_flip($kept));
        $mapped[self::MEMBER] = [
            'id' => $document?->id,
            // With the entity, because its row must follow an entity that is deleted and made again with the same body:
            // a row that still names the old one would be deleted with it.
            'hash' => sha1(Text::of($item[$identity] ?? null) . "\0" . $document?->hash),
            'body' => $document === null ? null : (string) $document,
        ];

        return $mapped;
    }

    /**
     * A deleted item is none, even if the body it was sent with is stored with its row.
     *
     * @param array<string, mixed> $item
     */
    public static function is(array $item): bool
    {
        return is_array($item[self::MEMBER] ?? null) && empty($item['deleted']);
    }

    /** @param array<string, mixed> $item */
    public static function id(array $item): ?string
    {
        return self::member($item)['id'];
    }

    /** @param array<string, mixed> $item */
    public static function hash(array $item): string
    {
        return self::member($item)['hash'];
    }

    /**
     * Null: the API has no such entity, such as a root category.
     *
     * @param array<string, mixed> $item
     */
    public static function document(Feed $feed, array $item): ?Document
    {
        ['id' => $id, 'body' => $body] = self::member($item);

        return $id === null || $body === null ? null : Document::fromJson($feed, $id, $body);
    }

    /**
     * @param array<string, mixed> $item
     *
     * @return array{id: ?string, hash: string, body: ?string}
     */
    private static function member(array $item): array
    {
        /** @var array{id: ?string, hash: string, body: ?string} $member */
        $member = $item[self::MEMBER];

        return $member;
    }
}
