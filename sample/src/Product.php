<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * What is known of a product before anything is said about it in a language.
 */
final class Product
{
    /**
     * @param string $type as the products feed spells it
     * @param string $line name of the product line
     * @param list<string> $websites codes
     * @param int $cents price in US cents
     * @param string|null $colour key of Options::COLOURS, variants only
     * @param string|null $size key of Options::SIZES, variants only
     */
    public function __construct(
        public readonly int $index,
        public readonly string $sku,
        public readonly string $type,
        public readonly Good $good,
        public readonly string $line,
        public readonly array $websites,
        public readonly int $cents,
        public readonly int $grams,
        public readonly bool $isEnabled,
        public readonly bool $isInStock,
        public readonly bool $isStockLow,
        public readonly string $visibility,
        public readonly ?string $colour,
        public readonly ?string $size,
    ) {
    }

    public function id(): int
    {
        return $this->index + 1;
    }

    public function isVariant(): bool
    {
        return $this->size !== null;
    }

    public function isOn(Website $website): bool
    {
        return in_array($website->code, $this->websites, true);
    }

    public function name(Language $language): string
    {
        $name = $this->good->names[$language->value];
        $name = match ($language) {
            Language::English => "$this->line $name",
            Language::French => "$name «\u{a0}{$this->line}\u{a0}»",
            Language::German => "$name „{$this->line}“",
        };

        if ($this->colour !== null) {
            $name .= ', ' . Options::COLOURS[$this->colour][$language->value];
        }
        if ($this->size !== null) {
            $name .= ', ' . Options::SIZES[$this->good->sizes][$this->size][$language->value];
        }

        return $name;
    }

    public function urlKey(Language $language): string
    {
        return Slug::of($this->name($language)) . '-' . $this->id();
    }
}
