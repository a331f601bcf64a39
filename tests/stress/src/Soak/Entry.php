<?php

declare(strict_types=1);

namespace Aco\Stress\Soak;

use Aco\Bench\Reference\Document;
use Aco\Bench\Reference\MappingFailure;
use Aco\Bench\Side;

/**
 * One item as it is given to the extension, what has to become of it, and what is said to have become of it.
 *
 * Id and hash come from the mapping in PHP: the extension does not vouch for itself.
 */
final class Entry
{
    public readonly string $key;

    public readonly string $id;

    public readonly string $hash;

    public readonly bool $deleted;

    /** 200, 400 or 2, as it was reported last; null before that. */
    public ?int $status = null;

    /**
     * @param array<string, mixed> $item
     */
    public function __construct(string $feed, public readonly array $item, public readonly Nature $nature)
    {
        // A delete body names its item even where the rest cannot be mapped.
        $identity = self::document($feed, ['deleted' => true] + $item);
        $document = $nature === Nature::Unmappable ? $identity : self::document($feed, $item);
        $this->key = Wire::key($feed, json_decode($identity->json, true));
        $this->id = $document->id;
        $this->hash = $document->hash;
        $this->deleted = $document->deleted;
    }

    /**
     * @param array<string, mixed> $item
     */
    private static function document(string $feed, array $item): Document
    {
        static $mappers = [];
        $mappers[$feed] ??= Side::Reference->mapper($feed);
        try {
            return $mappers[$feed]->map($item);
        } catch (MappingFailure $e) {
            throw new \LogicException("The benchmark made a bad item: {$e->getMessage()}", 0, $e);
        }
    }

    /** Whether a final status is the right one; 2 is right for all that is sent. */
    public function allows(int $status): bool
    {
        return match ($this->nature) {
            Nature::Good => $status === 200 || $status === 2,
            Nature::Unmappable => $status === 400,
            default => $status === 400 || $status === 2,
        };
    }

    /** Whether a message says of this item why it is rejected. */
    public function explains(string $message, ?string $field): bool
    {
        return match ($this->nature) {
            Nature::Good => false,
            Nature::Refused => str_contains($message, Wire::message($this->key, $this->nature)) && $field === 'sku',
            Nature::Poison => str_contains($message, Wire::message($this->key, $this->nature)),
            Nature::Giant => $message !== '',
            Nature::Unmappable => $message !== '' && ($field === 'name' || $field === 'regular'),
        };
    }
}
