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
        [$website, $group] = PriceBook::of($item);
        $sku = $item['sku'] ?? null;
        if (!is_string($sku) || $sku === '') {
            $sku = Value::required($sku, 'sku');
        }

        $identity = $group === '' ? "$sku\0" . "0\0$website" : "$sku\0$group\0$website";
        $body = ['sku' => $sku, 'priceBookId' => $group === '' ? $website : "$website::$group"];
        $deleted = $item['deleted'] ?? false;
        if (!is_bool($deleted)) {
            $deleted = Value::flag($deleted, 'deleted');
        }
        if ($deleted || $this->scopes?->isWebsiteDisabled($website)) {
            return new Document('prices', $identity, $body, true);
        }

        $regular = $item['regular'] ?? throw new MappingFailure('is missing', 'regular');
        $body['regular'] = is_float($regular) && is_finite($regular) || is_int($regular)
            ? $regular
            : Value::number($regular, 'regular');

        $list = $item['discounts'] ?? [];
        if ($list !== [] && ($discounts = self::discounts($list)) !== []) {
            $body['discounts'] = $discounts;
        }

        $list = $item['tierPrices'] ?? [];
        if ($list !== [] && ($tiers = self::tierPrices($list)) !== []) {
            $body['tierPrices'] = $tiers;
        }

        return new Document('prices', $identity, $body, false);
    }

    /**
     * @return list<array<string, mixed>>
     */
    private static function discounts(mixed $source): array
    {
        $source = is_array($source) && array_is_list($source) ? $source : Value::list($source, 'discounts');
        $codes = [];

        foreach ($source as $i => $entry) {
            if ($entry !== null) {
                $entry = is_array($entry) ? $entry : Value::array($entry, "discounts.$i");
                $code = $entry['code'] ?? null;
                $codes[$i] = is_string($code) && $code !== '' ? $code : Value::required($code, "discounts.$i.code");
            }
        }

        // asort() compares natively; usort() would call back for every comparison.
        if (count($codes) > 1) {
            asort($codes, SORT_STRING);
        }

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
        $source = is_array($source) && array_is_list($source) ? $source : Value::list($source, 'tierPrices');
        $quantities = [];
        $order = [];

        foreach ($source as $i => $entry) {
            if ($entry !== null) {
                $entry = is_array($entry) ? $entry : Value::array($entry, "tierPrices.$i");
                $qty = $entry['qty'] ?? throw new MappingFailure('is missing', "tierPrices.$i.qty");
                $quantities[$i] = is_int($qty) ? $qty : Value::number($qty, "tierPrices.$i.qty");
                $order[$i] = (float) $quantities[$i];
            }
        }

        if (count($order) > 1) {
            asort($order);
        }

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
        $field = isset($entry['percentage']) ? 'percentage' : 'price';
        $number = $entry[$field] ?? throw new MappingFailure('is missing, and so is percentage', "$list.$i.price");
        $target[$field] = is_float($number) && is_finite($number) || is_int($number)
            ? $number
            : Value::number($number, "$list.$i.$field");

        return $target;
    }
}
