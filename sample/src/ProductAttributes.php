<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The attribute values of a product in one store view.
 */
final class ProductAttributes
{
    private const SETS = [
        'shelter' => 'Tent',
        'sleep' => 'Sleep',
        'pack' => 'Pack',
        'wear' => 'Clothing',
        'service' => 'Service',
        'guide' => 'Download',
    ];

    public function __construct(private readonly ProductOptions $options)
    {
    }

    /**
     * @return list<array<string, mixed>>
     */
    public function of(Product $product, StoreView $view): array
    {
        $language = $view->language;
        $family = Layout::configurable($product->index) ?? $product->index;
        $random = new Random("attributes/$family");
        $attributes = [
            self::row('brand', [$random->pick(Options::BRANDS)]),
            ...self::news($random),
            ...$this->variant($product, $language),
            ...$this->physical($product, $language, $random),
        ];

        if ($product->isVariant()) {
            return [...$attributes, ...$this->system($product, $view)];
        }
        if ($product->good->materials !== []) {
            $attributes[] = self::row('care', [Texts::care($product, $language)]);
        }

        $attributes[] = self::row('warranty_years', [(string) Texts::warranty($product)]);

        if ($random->below(3) === 0) {
            $attributes[] = self::row('field_test_score', [(string) $random->between(60, 99)]);
        }

        if ($random->below(9) === 0) {
            $attributes[] = self::row('supplier_note', [
                $random->pick([
                    'Lot "B\\12" / EU',
                    "2 × 6 per box\nno mixed lots",
                    'Müller & Søn: 50 % in advance',
                    "Pallets only\u{2028}ask for Ana\u{301}",
                ]),
            ]);
        }

        $attributes[] = self::row('launch_date', $random->below(12) === 0
            ? null
            : [sprintf('%d-%02d-01 00:00:00', $random->between(2023, 2026), $random->between(1, 12))]);

        return [...$attributes, ...$this->system($product, $view)];
    }

    /**
     * @return list<array<string, mixed>>
     */
    private static function news(Random $random): array
    {
        if ($random->below(8) !== 0) {
            return [];
        }

        return [self::row('news_from_date', ['2026-02-01 00:00:00']), self::row('news_to_date', null)];
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function variant(Product $product, Language $language): array
    {
        $rows = [];
        if ($product->colour !== null) {
            $rows[] = self::row('color', [Options::COLOURS[$product->colour][$language->value]])
                + ['valueId' => [Options::colourReference($product->colour)]];
        }
        if ($product->size !== null) {
            $rows[] = self::row('size', [Options::SIZES[$product->good->sizes][$product->size][$language->value]])
                + ['valueId' => [Options::sizeReference($product->good->sizes, $product->size)]];
        }

        return $rows;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function physical(Product $product, Language $language, Random $random): array
    {
        $materials = Texts::materials($product, $language);
        if ($materials === []) {
            return [];
        }
        if ($product->isVariant()) {
            return [self::row('material', $materials)];
        }

        $seasons = [];

        foreach ($random->some(array_keys(Options::SEASONS), $random->between(1, 4)) as $key) {
            $seasons[] = Options::SEASONS[$key][$language->value];
        }

        $rows = [
            self::row('material', $materials),
            self::row('season', $seasons),
            self::row('country_of_origin', [
                Options::COUNTRIES[$random->pick(array_keys(Options::COUNTRIES))][$language->value],
            ]),
        ];

        if (in_array($product->good->domain, ['shelter', 'pack', 'wear'], true)) {
            $rows[] = self::row('waterproof', [in_array('ptfe', $product->good->materials, true) ? 'yes' : 'no']);
        }
        if (in_array($product->good->domain, ['pack', 'cook', 'garden'], true)) {
            $rows[] = self::row('volume_l', [sprintf('%d.%d00000', $random->between(1, 80), $random->below(10))]);
        }

        return $rows;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function system(Product $product, StoreView $view): array
    {
        $rows = [];

        if ($product->type === 'downloadable') {
            $rows[] = self::row('ac_downloadable', [$this->options->downloadableData($product, $view)]);
        }

        $rows[] = self::row('ac_attribute_set', [self::SETS[$product->good->domain] ?? null]);
        $rows[] = self::row('ac_tax_class', [self::taxClass($product)]);
        $rows[] = self::row('ac_inventory', [sprintf(
            '{"manageStock":%s,"cartMinQty":%s,"cartMaxQty":10000,"backorders":"%s",'
                . '"enableQtyIncrements":false,"qtyIncrements":1}',
            $product->grams > 0 ? 'true' : 'false',
            $product->good->code === 'SOP' ? '0.5' : '1',
            $product->index % 13 === 0 ? 'allow_and_notify' : 'no',
        )]);

        return $rows;
    }

    public static function taxClass(Product $product): string
    {
        return $product->cents === 0 ? 'no' : 'Taxable Goods';
    }

    /**
     * @param list<string|null>|null $value null: the entry has no value
     * @return array<string, mixed>
     */
    private static function row(string $code, ?array $value): array
    {
        return $value === null ? ['attributeCode' => $code] : ['attributeCode' => $code, 'value' => $value];
    }
}
