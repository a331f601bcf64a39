<?php

declare(strict_types=1);

namespace Aco\Sandbox\Validation;

use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Item;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Catalog\Operation;

/**
 * Judges the items of one request: schema first, then the rules that need more than a schema. It gives up on a request
 * with very many errors; the items after that are named when the rest is sent again.
 */
final class BatchCheck
{
    public const MAX_ERRORS_PER_ITEM = 20;
    public const MAX_ERRORS = 2000;
    private const MAX_PRODUCT_BYTES = 200_000;

    private SchemaCheck $schemas;
    private PriceRules $prices;

    public function __construct(bool $strictPrices)
    {
        $this->schemas = new SchemaCheck(self::MAX_ERRORS_PER_ITEM);
        $this->prices = new PriceRules($strictPrices);
    }

    /** @param list<mixed> $values */
    public function check(EntityKind $kind, Operation $operation, array $values): BatchResult
    {
        $items = $errors = $seen = [];
        $invalid = 0;
        $schema = $kind->schema($operation)
            ?? throw new \LogicException("{$kind->value} has no {$operation->value}.");

        foreach ($values as $index => $value) {
            $found = $this->schemas->check($schema, $index, $value);
            if ($found === []) {
                $key = $kind->keyOf($value);
                $first = $seen[(string) $key] ??= $index;
                if ($first !== $index) {
                    $found[] = new ItemError(
                        $index,
                        $kind->idMember(),
                        "This repeats the key of item $first. Send each entity once in a request.",
                        $key->id,
                    );
                }

                $json = $this->encode($kind, $index, $value, $found);
                $this->applyRules($kind, $operation, $index, $value, $found);
                $items[] = new Item($key, $value, $json);
            }

            if ($found !== []) {
                $invalid++;
                array_push($errors, ...array_slice($found, 0, self::MAX_ERRORS_PER_ITEM));
            }

            if (count($errors) >= self::MAX_ERRORS) {
                break;
            }
        }

        return new BatchResult($invalid === 0 ? $items : [], array_slice($errors, 0, self::MAX_ERRORS), $invalid);
    }

    /** @param list<ItemError> $errors */
    private function encode(EntityKind $kind, int $index, \stdClass $value, array &$errors): string
    {
        try {
            $json = Json::encode($value);
        } catch (\JsonException) {
            // JSON has no limit for numbers, a double has: 1e999 was read as infinity.
            $errors[] = new ItemError($index, $kind->idMember(), 'The item has a number that is too large.');

            return '';
        }

        if ($kind === EntityKind::Products && strlen($json) > self::MAX_PRODUCT_BYTES) {
            $errors[] = new ItemError(
                $index,
                $kind->idMember(),
                sprintf('The product has %d bytes; at most %d are allowed.', strlen($json), self::MAX_PRODUCT_BYTES),
                $kind->keyOf($value)->id,
            );
        }

        return $json;
    }

    /** @param list<ItemError> $errors */
    private function applyRules(
        EntityKind $kind,
        Operation $operation,
        int $index,
        \stdClass $value,
        array &$errors,
    ): void {
        $broken = match (true) {
            $operation === Operation::Delete => [],
            $kind === EntityKind::Products => self::bundles($value),
            $kind === EntityKind::Prices => $this->prices->check($value),
            default => [],
        };
        foreach ($broken as $code => [$message, $offender]) {
            $errors[] = new ItemError($index, $code, $message, $offender);
        }
    }

    /**
     * A product is in a bundle once, whatever the number of groups.
     *
     * @return iterable<string, array{string, mixed}>
     */
    private static function bundles(\stdClass $product): iterable
    {
        $seen = [];
        foreach ($product->bundles ?? [] as $group => $bundle) {
            foreach ($bundle->items as $position => $item) {
                if (isset($seen["=$item->sku"])) {
                    yield "bundles.$group.items.$position.sku" => ['Duplicate SKU found in bundle items.', $item->sku];
                }
                $seen["=$item->sku"] = true;
            }
        }
    }
}
