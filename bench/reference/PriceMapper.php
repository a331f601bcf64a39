<?php

declare(strict_types=1);

namespace Aco\Bench\Reference;

final class PriceMapper implements Mapper
{
    public function __construct(private readonly ?Scopes $scopes = null)
    {
    }

    public function map(array $item): ?Document
    {
        $book = PriceBook::of($item);
        $sku = Value::required($item['sku'] ?? null, 'sku');

        $identity = "$sku\0" . ($book->isBase() ? '0' : $book->group) . "\0$book->website";
        $body = ['sku' => $sku, 'priceBookId' => $book->id()];
        $deleted = isset($item['deleted']) && Value::flag($item['deleted'], 'deleted');
        if ($deleted || $this->scopes?->isWebsiteDisabled($book->website)) {
            return Document::of('prices', $identity, $body, true);
        }

        $regular = $item['regular'] ?? throw new MappingFailure('is missing', 'regular');
        $body['regular'] = is_int($regular) ? $regular : Value::number($regular, 'regular');

        if (isset($item['discounts']) && ($discounts = self::discounts($item['discounts'])) !== []) {
            $body['discounts'] = $discounts;
        }
        if (isset($item['tierPrices']) && ($tiers = self::tierPrices($item['tierPrices'])) !== []) {
            $body['tierPrices'] = $tiers;
        }

        return Document::of('prices', $identity, $body, false);
    }

    /**
     * @return list<array<string, mixed>>
     */
    private static function discounts(mixed $source): array
    {
        $source = Value::list($source, 'discounts');
        $codes = [];

        foreach ($source as $i => $entry) {
            if ($entry !== null) {
                $entry = is_array($entry) ? $entry : Value::array($entry, "discounts.$i");
                $code = $entry['code'] ?? null;
                $codes[$i] = is_string($code) && $code !== '' ? $code : Value::required($code, "discounts.$i.code");
            }
        }

        // asort() compares natively; usort() would call back for every comparison.
        asort($codes, SORT_STRING);

        $discounts = [];

        foreach ($codes as $i => $code) {
            $discounts[] = self::withReduction(['code' => $code], $source[$i], 'discounts', $i);
        }

        return $discounts;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private static function tierPrices(mixed $source): array
    {
        $source = Value::list($source, 'tierPrices');
        $quantities = [];
        $order = [];

        foreach ($source as $i => $entry) {
            if ($entry !== null) {
                $entry = is_array($entry) ? $entry : Value::array($entry, "tierPrices.$i");
                $qty = $entry['qty'] ?? throw new MappingFailure('is missing', "tierPrices.$i.qty");
                $quantities[$i] = Value::number($qty, "tierPrices.$i.qty");
                $order[$i] = (float) $quantities[$i];
            }
        }

        asort($order);

        $tiers = [];

        foreach ($order as $i => $_) {
            $tiers[] = self::withReduction(['qty' => $quantities[$i]], $source[$i], 'tierPrices', $i);
        }

        return $tiers;
    }

    /**
     * Adds the percentage or else the price.
     *
     * @param array<string, mixed> $target
     * @param array<string, mixed> $entry
     * @return array<string, mixed>
     */
    private static function withReduction(array $target, array $entry, string $list, int $i): array
    {
        if (isset($entry['percentage'])) {
            $target['percentage'] = Value::number($entry['percentage'], "$list.$i.percentage");
        } elseif (isset($entry['price'])) {
            $target['price'] = Value::number($entry['price'], "$list.$i.price");
        } else {
            throw new MappingFailure('is missing, and so is percentage', "$list.$i.price");
        }

        return $target;
    }
}
