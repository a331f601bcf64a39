<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

/** What is compared of a product. */
enum Field: string
{
    case Name = 'name';
    case Slug = 'slug';
    case Description = 'description';
    case ShortDescription = 'shortDescription';
    case MetaTags = 'metaTags';
    case Visibility = 'visibility';
    case Attributes = 'attributes';
    case Images = 'images';
    case Categories = 'categories';
    case Price = 'price';
    /** Tells an earlier version from a wrong one; not compared itself. */
    case Modified = 'modified';

    /** @return list<string> */
    public static function names(): array
    {
        return array_column(self::cases(), 'value');
    }

    /** What a query asks for. */
    public function selection(): string
    {
        return match ($this) {
            self::Name => 'name',
            self::Slug => 'urlKey',
            self::Description => 'description',
            self::ShortDescription => 'shortDescription',
            self::MetaTags => 'metaTitle metaDescription',
            self::Visibility => 'visibility',
            self::Attributes => 'attributes(roles: []) { name value }',
            self::Images => 'images(roles: []) { url }',
            self::Categories => 'categories { slug }',
            self::Price => '... on SimpleProductView { price { regular { amount { value currency } } } }',
            self::Modified => 'lastModifiedAt',
        };
    }
}
