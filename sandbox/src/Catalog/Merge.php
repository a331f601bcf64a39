<?php

declare(strict_types=1);

namespace Aco\Sandbox\Catalog;

/** What PATCH makes of a stored entity. */
final class Merge
{
    public static function apply(EntityKind $kind, \stdClass $stored, \stdClass $patch): \stdClass
    {
        if ($kind === EntityKind::PriceBooks) {
            return self::priceBook($stored, $patch);
        }

        return self::members($stored, $patch, $kind->mergedLists());
    }

    /** The place of a price book in the tree is fixed, and only a base book has a currency. */
    private static function priceBook(\stdClass $stored, \stdClass $patch): \stdClass
    {
        $merged = clone $stored;
        $merged->name = $patch->name;
        if (isset($stored->currency, $patch->currency)) {
            $merged->currency = $patch->currency;
        }

        return $merged;
    }

    /** @param array<string, list<string>> $mergedLists */
    private static function members(\stdClass $stored, \stdClass $patch, array $mergedLists): \stdClass
    {
        $merged = clone $stored;

        foreach (get_object_vars($patch) as $name => $value) {
            $name = (string) $name;
            $old = $stored->{$name} ?? null;
            $merged->{$name} = match (true) {
                $value instanceof \stdClass && $old instanceof \stdClass => self::members($old, $value, []),
                isset($mergedLists[$name]) && is_array($value) && is_array($old)
                    => self::lists($old, $value, $mergedLists[$name]),
                default => $value,
            };
        }

        return $merged;
    }

    /**
     * Members with a known key take the place of the old ones, others are appended. An empty list clears: it is how
     * a client takes a variant out of its parent.
     *
     * @param list<mixed> $old
     * @param list<mixed> $new
     * @param list<string> $keyMembers
     * @return list<mixed>
     */
    private static function lists(array $old, array $new, array $keyMembers): array
    {
        if ($new === []) {
            return [];
        }
        $merged = [];
        foreach ([...$old, ...$new] as $member) {
            $key = Json::encode(array_map(static fn (string $name): mixed => $member->{$name} ?? null, $keyMembers));
            $merged[$key] = $member;
        }

        return array_values($merged);
    }
}
