<?php

declare(strict_types=1);

namespace Aco\Bench;

use Aco\Bench\Reference\CategoryMapper;
use Aco\Bench\Reference\MappingFailure;
use Aco\Bench\Reference\PriceBookMapper;
use Aco\Bench\Reference\PriceMapper;
use Aco\Bench\Reference\ProductAttributeMapper;
use Aco\Bench\Reference\ProductMapper;
use Aco\Exception\MappingException;

/**
 * One of the two that are compared: the extension or the reference in PHP.
 */
enum Side: string
{
    case Ours = 'ours';
    case Reference = 'reference';

    /**
     * @return object with a method map(array $item)
     */
    public function mapper(string $feed): object
    {
        if ($this === self::Ours) {
            return new \Aco\Mapper(\Aco\Feed::from($feed));
        }

        return match ($feed) {
            'products' => new ProductMapper(),
            'productAttributes' => new ProductAttributeMapper(),
            'categories' => new CategoryMapper(),
            'prices' => new PriceMapper(),
            'priceBooks' => new PriceBookMapper(),
        };
    }

    /**
     * @param list<array<string, mixed>> $items that can be mapped
     * @return list<object>
     */
    public function documents(object $mapper, array $items): array
    {
        if ($this === self::Ours) {
            // null stands for items that are never submitted.
            return array_values(array_filter($mapper->mapAll($items)));
        }

        $documents = [];

        foreach ($items as $item) {
            $document = $mapper->map($item);
            if ($document !== null) {
                $documents[] = $document;
            }
        }

        return $documents;
    }

    /**
     * @param list<object> $documents
     * @return list<\Stringable|string> their JSON
     */
    public function bodies(array $documents): array
    {
        return $this === self::Ours ? $documents : array_column($documents, 'json');
    }

    public function gzip(string $body): string
    {
        return $this === self::Ours ? \Aco\gzip($body) : (string) gzencode($body);
    }

    /**
     * What became of an item, in a form that can be compared.
     *
     * @param array<string, mixed> $item
     * @return array<string, string|bool>|null
     */
    public function outcome(object $mapper, array $item): ?array
    {
        try {
            $document = $mapper->map($item);
        } catch (MappingFailure | MappingException $e) {
            return ['refused' => $e->field];
        }

        return $document === null ? null : [
            'id' => $document->id,
            'hash' => $document->hash,
            'deleted' => $document->deleted,
            'json' => (string) $this->bodies([$document])[0],
        ];
    }
}
