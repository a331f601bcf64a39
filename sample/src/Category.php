<?php

declare(strict_types=1);

namespace Aco\Sample;

final class Category
{
    /**
     * @param array{string, string, string} $names
     * @param Category|null $parent null directly below the root
     */
    public function __construct(
        public readonly int $id,
        public readonly string $key,
        public readonly array $names,
        public readonly ?Category $parent,
        public readonly int $position,
        public readonly bool $isActive,
        public readonly bool $isInMenu,
    ) {
    }

    public function urlKey(Language $language): string
    {
        return Slug::of($this->names[$language->value]);
    }

    public function urlPath(Language $language): string
    {
        $own = $this->urlKey($language);

        return $this->parent === null ? $own : $this->parent->urlPath($language) . '/' . $own;
    }

    public function level(): int
    {
        return $this->parent === null ? 2 : $this->parent->level() + 1;
    }

    /**
     * Ids from the root catalog down to this category.
     */
    public function idPath(): string
    {
        $above = $this->parent?->idPath() ?? '1/' . CategoryTree::ROOT_ID;

        return "$above/$this->id";
    }
}
