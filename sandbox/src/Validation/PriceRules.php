<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

/**
 * The rules of prices that no schema says. The strict ones stand in the API's prose only, and the prices of real shops
 * break them: special prices equal to the regular one, or a regular price of 0 with discounts.
 */
final class PriceRules
{
    private const MAX_DISCOUNTS = 10;
    private const MIN_PERCENTAGE = 0.01;
    private const MAX_PERCENTAGE = 99.99;

    public function __construct(private readonly bool $strict)
    {
    }

    /** @return iterable<string, array{string, mixed}> path => sentence and value */
    public function check(\stdClass $price): iterable
    {
        $discounts = $price->discounts ?? [];
        $tiers = $price->tierPrices ?? [];
        $regular = $price->regular ?? null;

        yield from $this->notNegative($price, 'regular', '');

        if (count($discounts) > self::MAX_DISCOUNTS) {
            yield 'discounts' => [
                sprintf('A price may have at most %d discounts.', self::MAX_DISCOUNTS),
                (string) count($discounts),
            ];
        }

        yield from $this->unique($discounts, 'discounts', 'code');
        yield from $this->unique($tiers, 'tierPrices', 'qty');

        foreach ($discounts as $index => $discount) {
            yield from $this->amounts($discount, "discounts.$index.");

            if ($this->strict) {
                yield from $this->strictDiscount($discount, $regular, "discounts.$index.");
            }
        }

        foreach ($tiers as $index => $tier) {
            yield from $this->amounts($tier, "tierPrices.$index.");

            if ($tier->qty <= 0) {
                yield "tierPrices.$index.qty" => ['A tier quantity must be above 0.', $tier->qty];
            }
            if ($this->strict) {
                yield from $this->strictTier($tier, $tiers[$index - 1] ?? null, $regular, "tierPrices.$index.");
            }
        }
    }

    /** @return iterable<string, array{string, mixed}> */
    private function amounts(\stdClass $entry, string $prefix): iterable
    {
        yield from $this->notNegative($entry, 'price', $prefix);
        yield from $this->notNegative($entry, 'percentage', $prefix);
        $percentage = $entry->percentage ?? null;
        if (
            $this->strict && $percentage !== null && $percentage >= 0
            && ($percentage < self::MIN_PERCENTAGE || $percentage > self::MAX_PERCENTAGE)
        ) {
            yield $prefix . 'percentage' => ['A percentage must be from 0.01 to 99.99.', $percentage];
        }
    }

    /** @return iterable<string, array{string, mixed}> */
    private function strictDiscount(\stdClass $discount, int|float|null $regular, string $prefix): iterable
    {
        $price = $discount->price ?? null;
        if ($price === 0 || $price === 0.0) {
            yield $prefix . 'price' => ['A fixed discount must be above 0.', $price];
        }
        if ($price !== null && $regular > 0 && $price >= $regular) {
            yield $prefix . 'price' => ['A fixed discount must be below the regular price.', $price];
        }
    }

    /** @return iterable<string, array{string, mixed}> */
    private function strictTier(
        \stdClass $tier,
        ?\stdClass $previous,
        int|float|null $regular,
        string $prefix,
    ): iterable {
        $price = $tier->price ?? null;
        if ($price === 0 || $price === 0.0) {
            yield $prefix . 'price' => ['A tier price must be above 0.', $price];
        }
        if ($price !== null && $regular !== null && $price > $regular) {
            yield $prefix . 'price' => ['A tier price must not be above the regular price.', $price];
        }
        if ($tier->qty > 0 && $tier->qty <= 1) {
            yield $prefix . 'qty' => ['A tier quantity must be above 1.', $tier->qty];
        }
        if ($previous !== null && $tier->qty < $previous->qty) {
            yield $prefix . 'qty' => ['Tier quantities must be in ascending order.', $tier->qty];
        }
    }

    /** @return iterable<string, array{string, mixed}> */
    private function notNegative(\stdClass $entry, string $member, string $prefix): iterable
    {
        if (($entry->{$member} ?? 0) < 0) {
            yield $prefix . $member => ["$prefix$member must not be negative.", $entry->{$member}];
        }
    }

    /**
     * @param list<\stdClass> $entries
     * @return iterable<string, array{string, mixed}>
     */
    private function unique(array $entries, string $list, string $member): iterable
    {
        $first = [];

        foreach ($entries as $index => $entry) {
            $text = is_string($entry->{$member}) ? $entry->{$member} : (string) (float) $entry->{$member};
            if (isset($first["=$text"])) {
                yield "$list.$index.$member" => [
                    sprintf('%s.%d has the same %s. Each may occur once.', $list, $first["=$text"], $member),
                    $entry->{$member},
                ];
            }

            $first["=$text"] ??= $index;
        }
    }
}
