<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The product attributes feed: every attribute in every store view.
 */
final class AttributeItems
{
    /**
     * Id, code, backend type, frontend input, labels (null: none in that language), letters for what is on:
     * m multi, r required, u unique, g global, v visible, s searchable, f filterable, c in compare list, l in listing,
     * o sortable, p on the product page, q filterable in search, t used for rules, n user-defined.
     */
    private const ROWS = [
        [73, 'name', 'varchar', 'text', ['Product Name', 'Nom du produit', 'Produktname'], 'rvslo', 5.0],
        [74, 'sku', 'static', 'text', ['SKU', 'Référence', 'Artikelnummer'], 'rugvsc', 6.0],
        [75, 'description', 'text', 'textarea', ['Description', 'Description', 'Beschreibung'], 'vsc'],
        [
            76, 'short_description', 'text', 'textarea',
            ['Short Description', 'Description courte', 'Kurzbeschreibung'], 'vscl',
        ],
        [77, 'price', 'decimal', 'price', ['Price', 'Prix', 'Preis'], 'rgvsfloq'],
        [78, 'special_price', 'decimal', 'price', ['Special Price', 'Prix spécial', 'Sonderpreis'], 'gvl'],
        [81, 'cost', 'decimal', 'price', ['Cost', 'Coût', 'Einkaufspreis'], 'gvn'],
        [82, 'weight', 'decimal', 'weight', ['Weight', 'Poids', 'Gewicht'], 'gv'],
        [83, 'brand', 'int', 'select', ['Brand', 'Marque', 'Marke'], 'gvsfcqtn', 2.5],
        [84, 'meta_title', 'varchar', 'text', ['Meta Title', 'Méta-titre', 'Meta-Titel'], 'v'],
        [85, 'meta_keyword', 'text', 'textarea', ['Meta Keywords', 'Méta-mots-clés', 'Meta-Schlüsselwörter'], 'v'],
        [87, 'image', 'varchar', 'media_image', ['Base', 'Image principale', 'Hauptbild'], 'v'],
        [88, 'small_image', 'varchar', 'media_image', ['Small', 'Petite image', 'Kleines Bild'], 'vl'],
        [90, 'media_gallery', 'static', 'gallery', ['Media Gallery', 'Galerie', 'Mediengalerie'], 'gv'],
        [91, 'old_id', 'int', 'text', [null, null, null], 'g'],
        [92, 'tier_price', 'decimal', 'text', ['Tier Price', 'Prix dégressif', 'Staffelpreis'], 'gvl'],
        [93, 'color', 'int', 'select', ['Color', 'Couleur', 'Farbe'], 'gvsflqtn', 3.0],
        [94, 'news_from_date', 'datetime', 'date', ['New From', 'Nouveau à partir du', 'Neu ab'], 'gvl'],
        [95, 'news_to_date', 'datetime', 'date', ['New To', 'Nouveau jusqu’au', 'Neu bis'], 'gvl'],
        [97, 'status', 'int', 'select', ['Enable Product', 'Activer le produit', 'Produkt aktivieren'], 'gvl'],
        [99, 'visibility', 'int', 'select', ['Visibility', 'Visibilité', 'Sichtbarkeit'], 'v'],
        [105, 'category_ids', 'static', 'text', ['Categories', 'Catégories', 'Kategorien'], 'gv'],
        [107, 'required_options', 'static', 'text', [null, null, null], 'gl'],
        [112, 'created_at', 'static', 'date', [null, null, null], 'g'],
        [121, 'url_key', 'varchar', 'text', ['URL Key', 'Clé d’URL', 'URL-Schlüssel'], 'vsl'],
        [125, 'price_type', 'int', 'boolean', ['Dynamic Price', 'Prix dynamique', 'Dynamischer Preis'], 'rgvl'],
        [130, 'links_purchased_separately', 'int', 'text', ['', '', ''], 'gl'],
        [135, 'tax_class_id', 'int', 'select', ['Tax Class', 'Classe de taxe', 'Steuerklasse'], 'gvsl'],
        [136, 'swatch_image', 'varchar', 'media_image', ['Swatch', 'Échantillon', 'Farbmuster'], 'vl'],
        [140, 'material', 'text', 'multiselect', ['Material', 'Matière', 'Material'], 'mgvsfpqn', 1.5],
        [141, 'season', 'text', 'multiselect', ['Season', 'Saison', 'Jahreszeit'], 'mgvfpqn'],
        [142, 'country_of_origin', 'varchar', 'select', ['Made in', 'Fabriqué en', 'Hergestellt in'], 'gvcpn'],
        [143, 'waterproof', 'int', 'boolean', ['Waterproof', 'Imperméable', 'Wasserdicht'], 'gvfcpqn'],
        [144, 'size', 'int', 'select', ['Size', 'Taille', 'Größe'], 'gvsflqn'],
        [145, 'volume_l', 'decimal', 'text', ['Volume (l)', 'Volume (l)', 'Volumen (l)'], 'gvfcopqn', 0.75],
        [146, 'warranty_years', 'int', 'text', ['Warranty, years', 'Garantie, années', 'Garantie in Jahren'], 'gvcpn'],
        [147, 'field_test_score', 'int', 'price', ['Field test', 'Essai sur le terrain', 'Praxistest'], 'gvon'],
        [148, 'care', 'text', 'textarea', ['Care', 'Entretien', 'Pflege'], 'vpn'],
        [149, 'launch_date', 'datetime', 'date', ['On sale since', 'En vente depuis', 'Im Verkauf seit'], 'gvn'],
        [150, 'supplier_note', 'varchar', 'text', ['Supplier note', null, 'Lieferantennotiz'], 'gn'],
        [157, 'ac_downloadable', 'OBJECT', 'textarea', ['Downloadable data', null, null], 'v'],
        [158, 'ac_attribute_set', 'static', 'textarea', ['Attribute set', 'Jeu d’attributs', 'Attributsatz'], 'v'],
        [159, 'ac_tax_class', 'text', 'textarea', ['Tax class', 'Classe de taxe', 'Steuerklasse'], 'v'],
        [160, 'ac_inventory', 'OBJECT', 'textarea', ['Inventory data', null, null], 'v'],
        [161, 'internal_margin', 'decimal', null, [null, null, null], 'n'],
    ];

    public function __construct(private readonly Shop $shop)
    {
    }

    /**
     * @return \Generator<int, array<string, mixed>>
     */
    public function items(): \Generator
    {
        foreach (self::ROWS as $row) {
            foreach ($this->shop->storeViews as $view) {
                yield $this->item($row, $view);
            }
        }
    }

    /**
     * @param array{int, string, string, string|null, array{string|null, string|null, string|null}, string, 6?: float}
     *        $row
     * @return array<string, mixed>
     */
    private function item(array $row, StoreView $view): array
    {
        [$id, $code, $dataType, $input, $labels, $letters] = $row;
        $on = array_fill_keys(str_split($letters), true);
        $boolean = $input === 'boolean' && $dataType === 'int';

        $item = [
            'id' => (string) $id,
            'storeCode' => $view->website->storeCode,
            'websiteCode' => $view->website->code,
            'storeViewCode' => $view->code,
            'attributeCode' => $code,
            'attributeType' => 'catalog_product',
            'dataType' => $dataType,
            'multi' => isset($on['m']),
        ];
        $label = $labels[$view->language->value] ?? $labels[0];
        if ($label !== null) {
            $item['label'] = $label;
        }
        if ($input !== null) {
            $item['frontendInput'] = $input;
        }

        return $item + [
            'required' => isset($on['r']),
            'unique' => isset($on['u']),
            'global' => isset($on['g']),
            'visible' => isset($on['v']),
            'searchable' => isset($on['s']),
            'filterable' => isset($on['f']),
            'visibleInCompareList' => isset($on['c']),
            'visibleInListing' => isset($on['l']),
            'sortable' => isset($on['o']),
            'visibleInSearch' => isset($on['p']),
            'filterableInSearch' => isset($on['q']),
            'searchWeight' => $row[6] ?? 1.0,
            'usedForRules' => isset($on['t']),
            'boolean' => $boolean,
            'systemAttribute' => isset($on['n']),
            'numeric' => !$boolean && in_array($input, ['price', 'weight', 'text'], true)
                && in_array($dataType, ['decimal', 'int'], true),
            'deleted' => false,
            'modifiedAt' => Shop::MODIFIED_AT,
        ];
    }
}
