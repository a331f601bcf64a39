<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The options of select attributes: key => names in English, French and German.
 */
final class Options
{
    public const COLOUR_ATTRIBUTE_ID = 93;
    public const SIZE_ATTRIBUTE_ID = 144;

    /** The fourth member is the swatch: a colour, or the file of an image. */
    public const COLOURS = [
        'MOS' => ['Moss', 'Mousse', 'Moos', '#5b6b3a'],
        'INK' => ['Ink', 'Encre', 'Tinte', '#1d2b44'],
        'RST' => ['Rust', 'Rouille', 'Rost', '#a4502a'],
        'OAT' => ['Oat', 'Avoine', 'Hafer', '#d9cbb0'],
        'SLT' => ['Slate', 'Ardoise', 'Schiefer', '#5a646d'],
        'HTR' => ['Heather', 'Bruyère', 'Heide', '#8d6a8e'],
        'TRT' => ['Tartan', 'Écossais', 'Schottenkaro', 'tartan.png'],
        'SUN' => ['Gorse', 'Ajonc', 'Ginster', '#e3b023'],
        'ICE' => ['Ice', 'Glace', 'Eis', '#dbe8ee'],
        'CRB' => ['Charcoal', 'Charbon', 'Holzkohle', '#2b2b2b'],
        'BRK' => ['Birch Bark', 'Écorce de bouleau', 'Birkenrinde', 'birch-bark.png'],
        'LNG' => ['Lingonberry', 'Airelle', 'Preiselbeere', '#9c1c32'],
    ];

    public const SIZES = [
        'letters' => [
            'XS' => ['XS', 'XS', 'XS'],
            'S' => ['S', 'S', 'S'],
            'M' => ['M', 'M', 'M'],
            'L' => ['L', 'L', 'L'],
            'XL' => ['XL', 'XL', 'XL'],
        ],
        'feet' => [
            '35' => ['US 4–5½', '35–36', '35–36'],
            '37' => ['US 6–7½', '37–39', '37–39'],
            '40' => ['US 8–9½', '40–42', '40–42'],
            '43' => ['US 10–11½', '43–45', '43–45'],
            '46' => ['US 12–13½', '46–48', '46–48'],
        ],
        'beds' => [
            'TWN' => ['Twin, 68" × 86"', '140 × 200 cm', '135 × 200 cm'],
            'TXL' => ['Twin XL, 68" × 90"', '160 × 210 cm', '155 × 220 cm'],
            'FUL' => ['Full, 80" × 86"', '200 × 200 cm', '200 × 200 cm'],
            'QUN' => ['Queen, 88" × 90"', '240 × 220 cm', '200 × 220 cm'],
            'KNG' => ['King, 104" × 90"', '260 × 240 cm', '240 × 220 cm'],
        ],
    ];

    public const MATERIALS = [
        'nylon' => ['Ripstop nylon', 'Nylon ripstop', 'Ripstop-Nylon'],
        'polyester' => ['Recycled polyester', 'Polyester recyclé', 'Recycelter Polyester'],
        'ptfe' => ['PTFE-free membrane', 'Membrane sans PTFE', 'PTFE-freie Membran'],
        'down' => ['Goose down, 800 fill', 'Duvet d’oie 800 cuin', 'Gänsedaune 800 cuin'],
        'fleece' => ['Fleece', 'Polaire', 'Fleece'],
        'merino' => ['Merino wool', 'Laine mérinos', 'Merinowolle'],
        'wool' => ['Lambswool', 'Laine d’agneau', 'Lammwolle'],
        'elastane' => ['Elastane', 'Élasthanne', 'Elasthan'],
        'leather' => ['Goat leather', 'Cuir de chèvre', 'Ziegenleder'],
        'linen' => ['Washed linen', 'Lin lavé', 'Gewaschenes Leinen'],
        'cotton' => ['Organic cotton', 'Coton bio', 'Bio-Baumwolle'],
        'aluminium' => ['Aluminum', 'Aluminium', 'Aluminium'],
        'steel' => ['Stainless steel', 'Acier inoxydable', 'Edelstahl'],
        'titanium' => ['Titanium', 'Titane', 'Titan'],
        'iron' => ['Cast iron', 'Fonte', 'Gusseisen'],
        'oak' => ['Oiled oak', 'Chêne huilé', 'Geölte Eiche'],
        'stoneware' => ['Stoneware', 'Grès', 'Steinzeug'],
        'glass' => ['Mouth-blown glass', 'Verre soufflé', 'Mundgeblasenes Glas'],
        'beeswax' => ['Beeswax', 'Cire d’abeille', 'Bienenwachs'],
        'olive' => ['Olive oil', 'Huile d’olive', 'Olivenöl'],
        'terracotta' => ['Frost-proof terracotta', 'Terre cuite résistant au gel', 'Frostfeste Terrakotta'],
    ];

    public const SEASONS = [
        'spring' => ['Spring', 'Printemps', 'Frühling'],
        'summer' => ['Summer', 'Été', 'Sommer'],
        'autumn' => ['Fall', 'Automne', 'Herbst'],
        'winter' => ['Winter', 'Hiver', 'Winter'],
    ];

    public const COUNTRIES = [
        'NO' => ['Norway', 'Norvège', 'Norwegen'],
        'PT' => ['Portugal', 'Portugal', 'Portugal'],
        'LV' => ['Latvia', 'Lettonie', 'Lettland'],
        'AT' => ['Austria', 'Autriche', 'Österreich'],
        'CI' => ['Côte d’Ivoire', 'Côte d’Ivoire', 'Elfenbeinküste'],
        'VN' => ['Vietnam', 'Viêt Nam', 'Vietnam'],
        'US' => ['United States', 'États-Unis', 'Vereinigte Staaten'],
    ];

    public const BRANDS = ['Northmoor', 'Ørland & Sons', 'Brøggerhütte', 'L’Étang Noir', 'O\'Hara Mill', '½ Acre'];

    public static function colourReference(string $key): string
    {
        $id = 49 + (int) array_search($key, array_keys(self::COLOURS), true);

        return base64_encode('configurable/' . self::COLOUR_ATTRIBUTE_ID . "/$id");
    }

    public static function sizeReference(string $sizes, string $key): string
    {
        $id = 166;
        foreach (self::SIZES as $set => $values) {
            if ($set === $sizes) {
                $id += (int) array_search($key, array_keys($values));
                break;
            }
            $id += count($values);
        }

        return base64_encode('configurable/' . self::SIZE_ATTRIBUTE_ID . "/$id");
    }
}
