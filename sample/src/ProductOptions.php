<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The options (optionsV2, shopperInputOptions) and samples of a product.
 */
final class ProductOptions
{
    private const COLOUR_LABELS = ['Color', 'Couleur', 'Farbe'];
    private const SIZE_LABELS = ['Size', 'Taille', 'Größe'];

    /** Label, whether it is required, how it is rendered, number of parts. */
    private const BUNDLE_OPTIONS = [
        'bundle' => [
            [['Main piece', 'Pièce maîtresse', 'Hauptstück'], true, 'select', 2],
            [['To go with it', 'Pour l’accompagner', 'Dazu'], true, 'radio', 3],
            [['Extras & gifts', 'Extras & cadeaux', 'Extras & Geschenke'], false, 'checkbox', 2],
        ],
        'bundle_fixed' => [
            [['Choose one', 'Choisissez-en un', 'Bitte wählen'], true, 'radio', 3],
            [null, false, 'multi', 2],
        ],
    ];

    private const EMPTY_VALUE = [
        'id' => null,
        'label' => null,
        'sortOrder' => null,
        'isDefault' => null,
        'colorHex' => null,
        'imageUrl' => null,
        'customSwatchValue' => null,
        'qtyMutability' => null,
        'qty' => null,
        'infoUrl' => null,
        'sku' => null,
        'price' => null,
        'priceType' => null,
    ];

    public function __construct(private readonly Products $products)
    {
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function options(Product $product, StoreView $view): ?array
    {
        $options = match ($product->type) {
            'configurable' => $this->configurable($product, $view),
            'bundle', 'bundle_fixed' => $this->bundle($product, $view),
            'grouped' => $this->grouped($product),
            'downloadable' => $this->downloadable($product, $view),
            default => $this->hasEngraving($product) ? [$this->engravingFont($product)] : [],
        };

        return $options ?: null;
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function inputs(Product $product): ?array
    {
        if (!$this->hasEngraving($product)) {
            return null;
        }

        return [[
            'id' => base64_encode("custom-option/{$product->id()}1"),
            'label' => 'Engraving',
            'sortOrder' => 2,
            'required' => false,
            'renderType' => 'field',
            'price' => 12.5,
            'sku' => 'engraving',
            'range' => ['from' => null, 'to' => 24.0],
        ]];
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function samples(Product $product, StoreView $view): ?array
    {
        if ($product->type !== 'downloadable' || intdiv($product->index, Layout::BLOCK) % 2 === 1) {
            return null;
        }

        return [[
            'resource' => [
                'url' => self::sampleUrl($product, $view),
                'label' => "{$product->line}, p. 1/2",
                'roles' => null,
            ],
            'sortOrder' => '1',
        ]];
    }

    /**
     * The value of the attribute ac_downloadable.
     */
    public function downloadableData(Product $product, StoreView $view): string
    {
        $sample = $this->samples($product, $view)[0]['resource'] ?? null;

        return json_encode([
            'purchase_separately' => false,
            'samples' => $sample === null ? [] : [['label' => $sample['label'], 'url' => $sample['url']]],
            'links' => [[
                'uid' => self::downloadId($product),
                'label' => $product->name($view->language),
                'price' => 0,
                'number_of_downloads' => 5,
                'sample_url' => null,
            ]],
        ], JSON_THROW_ON_ERROR);
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function configurable(Product $product, StoreView $view): array
    {
        $language = $view->language->value;
        $variants = $this->products->parts($product);
        if ($variants === []) {
            return [];
        }

        $colours = [];
        $sizes = [];

        foreach ($variants as $variant) {
            if ($variant->isEnabled) {
                $sizes[(string) $variant->size] = true;

                if ($variant->colour !== null) {
                    $colours[$variant->colour] = true;
                }
            }
        }

        $sizeValues = [];

        foreach (array_keys(Options::SIZES[$product->good->sizes]) as $order => $key) {
            if (isset($sizes[$key])) {
                $sizeValues[] = [
                    'id' => Options::sizeReference($product->good->sizes, (string) $key),
                    'label' => Options::SIZES[$product->good->sizes][$key][$language],
                    'sortOrder' => $order,
                ];
            }
        }

        $size = ['id' => 'size', 'label' => self::SIZE_LABELS[$language], 'sortOrder' => 1, 'type' => 'configurable'];

        if ($product->good->sizes === 'letters') {
            $size['swatchType'] = '{"swatch_input_type":"text","update_product_preview_image":"0"}';
        }

        $size['values'] = self::withAllKeys($sizeValues);

        if ($variants[0]->colour === null) {
            return [$size];
        }

        return [$size, [
            'id' => 'color',
            'label' => self::COLOUR_LABELS[$language],
            'sortOrder' => 0,
            'type' => 'configurable',
            'swatchType' => '{"swatch_input_type":"visual","update_product_preview_image":"1",'
                . '"use_product_image_for_swatch":"0"}',
            'values' => self::withAllKeys($this->colourValues(array_keys($colours), $view)),
        ]];
    }

    /**
     * @param list<string> $keys
     * @return list<array<string, mixed>>
     */
    private function colourValues(array $keys, StoreView $view): array
    {
        $values = [];

        foreach ($keys as $key) {
            $colour = Options::COLOURS[$key];
            $isImage = $colour[3][0] !== '#';
            $values[] = [
                'id' => Options::colourReference($key),
                'label' => $colour[$view->language->value],
                'sortOrder' => (int) array_search($key, array_keys(Options::COLOURS), true),
                'colorHex' => $isImage ? null : $colour[3],
                'imageUrl' => $isImage ? "{$view->mediaUrl()}attribute/swatch/$colour[3]" : null,
            ];
        }

        return $values;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function bundle(Product $product, StoreView $view): array
    {
        $parts = $this->products->parts($product);
        $options = [];

        foreach (self::BUNDLE_OPTIONS[$product->type] as $number => [$labels, $required, $renderType, $count]) {
            $optionId = $product->id() * 4 + $number;
            $option = ['id' => (string) $optionId];

            if ($labels !== null) {
                $option['label'] = $labels[$view->language->value];
            }

            $option += [
                'sortOrder' => $number + 1,
                'required' => $required,
                'renderType' => $renderType,
                'type' => 'bundle',
            ];
            $values = [];

            foreach (array_splice($parts, 0, $count) as $i => $part) {
                $qty = $i === 1 ? 2 : 1;
                $selectionId = $optionId * 8 + $i;
                $values[] = [
                    'id' => base64_encode("bundle/$optionId/$selectionId/$qty"),
                    'label' => $part->name($view->language),
                    'sortOrder' => $i + 1,
                    'isDefault' => $required && $i === 0,
                    'qtyMutability' => $i === 0,
                    'qty' => (float) $qty,
                    'sku' => $part->sku,
                    'price' => $product->type === 'bundle_fixed' ? 2.5 * $i : 0.0,
                    'priceType' => 'fixed',
                ];
            }

            $option['values'] = self::withAllKeys($values);
            $options[] = $option;

            if ($values === []) {
                break;
            }
        }

        return $options;
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function grouped(Product $product): array
    {
        $values = [];

        foreach ($this->products->parts($product) as $i => $part) {
            $values[] = [
                'id' => (string) $part->id(),
                'sortOrder' => $i,
                'qtyMutability' => true,
                'qty' => $i === 2 ? 2.5 : (float) $i,
                'sku' => $part->sku,
            ];
        }

        return [['id' => (string) $product->id(), 'type' => 'grouped', 'values' => self::withAllKeys($values)]];
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function downloadable(Product $product, StoreView $view): array
    {
        return [[
            'id' => "link:{$product->id()}",
            'label' => ['Downloads', 'Téléchargements', 'Downloads'][$view->language->value],
            'type' => 'downloadable',
            'values' => self::withAllKeys([[
                'id' => self::downloadId($product),
                'label' => $product->name($view->language),
                'sortOrder' => 1,
                'qty' => 5.0,
                'price' => 0.0,
            ]]),
        ]];
    }

    private function hasEngraving(Product $product): bool
    {
        return $product->index % Layout::BLOCK === 31;
    }

    /**
     * @return array<string, mixed>
     */
    private function engravingFont(Product $product): array
    {
        $values = [];

        foreach (['Serif', 'Script'] as $i => $font) {
            $values[] = [
                'id' => base64_encode("custom-option/{$product->id()}/{$product->id()}$i"),
                'label' => $font,
                'sortOrder' => $i,
                'isDefault' => false,
                'price' => 1.5 * $i,
                'priceType' => 'fixed',
            ];
        }

        return [
            'id' => (string) $product->id(),
            'label' => 'Lettering',
            'sortOrder' => 1,
            'required' => false,
            'renderType' => 'drop_down',
            'type' => 'custom_option',
            'values' => self::withAllKeys($values),
        ];
    }

    /**
     * Every value carries all keys, always in the same order; no values are null, not an empty list.
     *
     * @param list<array<string, mixed>> $values
     * @return list<array<string, mixed>>|null
     */
    private static function withAllKeys(array $values): ?array
    {
        $ordered = [];
        foreach ($values as $value) {
            $ordered[] = array_replace(self::EMPTY_VALUE, $value);
        }

        return $ordered ?: null;
    }

    private static function downloadId(Product $product): string
    {
        return base64_encode("downloadable/{$product->id()}");
    }

    private static function sampleUrl(Product $product, StoreView $view): string
    {
        return "{$view->baseUrl}downloadable/download/sample/sample_id/{$product->id()}";
    }
}
