<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The categories of the shop, four levels below the root.
 */
final class CategoryTree
{
    public const ROOT_ID = 2;

    /** Depth, key, names in English, French and German, what the shop does with it. */
    private const ROWS = [
        [1, 'outdoor', 'Outdoor', 'Plein air', 'Draußen'],
        [2, 'shelter', 'Tents & Shelters', 'Tentes et abris', 'Zelte & Tarps'],
        [3, 'dome', 'Dome Tents', 'Tentes dôme', 'Kuppelzelte'],
        [4, 'winter-tents', 'Four-Season Tents', 'Tentes quatre saisons', 'Ganzjahreszelte'],
        [4, 'family-tents', 'Family Tents', 'Tentes familiales', 'Familienzelte'],
        [3, 'tarps', 'Tarps & Bivvies', 'Bâches et bivouacs', 'Tarps & Biwaksäcke'],
        [2, 'sleep', 'Sleeping', 'Couchage', 'Schlafen'],
        [3, 'bags', 'Sleeping Bags', 'Sacs de couchage', 'Schlafsäcke'],
        [4, 'down-bags', 'Down Bags', 'Sacs en duvet', 'Daunenschlafsäcke'],
        [4, 'synthetic-bags', 'Synthetic Bags', 'Sacs synthétiques', 'Kunstfaserschlafsäcke'],
        [3, 'pads', 'Sleeping Pads', 'Matelas', 'Isomatten'],
        [2, 'packs', 'Packs', 'Sacs à dos', 'Rucksäcke'],
        [3, 'daypacks', 'Daypacks', 'Sacs de randonnée légers', 'Tagesrucksäcke'],
        [3, 'trekking-packs', 'Trekking Packs', 'Sacs de trek', 'Trekkingrucksäcke'],
        [2, 'clothing', 'Clothing', 'Vêtements', 'Bekleidung'],
        [3, 'jackets', 'Jackets', 'Vestes', 'Jacken'],
        [4, 'rain-jackets', 'Rain Jackets', 'Vestes de pluie', 'Regenjacken'],
        [4, 'down-jackets', 'Down Jackets', 'Doudounes', 'Daunenjacken'],
        [3, 'layers', 'Base & Mid Layers', 'Sous-couches et polaires', 'Unterwäsche & Fleece'],
        [3, 'trousers', 'Trousers', 'Pantalons', 'Hosen'],
        [3, 'socks', 'Socks, Hats & Gloves', 'Chaussettes, bonnets et gants', 'Socken, Mützen & Handschuhe'],
        [2, 'camp-kitchen', 'Camp Kitchen', 'Cuisine de camp', 'Campingküche'],
        [3, 'stoves', 'Stoves', 'Réchauds', 'Kocher'],
        [3, 'camp-cookware', 'Pots & Pans', 'Popotes', 'Kochgeschirr'],
        [3, 'bottles', 'Bottles & Flasks', 'Gourdes et bouteilles isothermes', 'Flaschen & Thermoskannen'],
        [1, 'home', 'Home', 'Maison', 'Zuhause'],
        [2, 'kitchen', 'Kitchen', 'Cuisine', 'Küche'],
        [3, 'cast-iron', 'Cast Iron', 'Fonte', 'Gusseisen'],
        [3, 'knives', 'Knives & Boards', 'Couteaux et planches', 'Messer & Bretter'],
        [3, 'tableware', 'Tableware', 'Arts de la table', 'Geschirr'],
        [4, 'mugs', 'Mugs', 'Tasses', 'Becher'],
        [4, 'bowls', 'Bowls & Plates', 'Bols et assiettes', 'Schalen & Teller'],
        [2, 'living', 'Living', 'Salon', 'Wohnen'],
        [3, 'throws', 'Throws & Blankets', 'Plaids et couvertures', 'Plaids & Decken'],
        [3, 'lighting', 'Candles & Lanterns', 'Bougies et lanternes', 'Kerzen & Laternen'],
        [3, 'bedding', 'Bed Linen', 'Linge de lit', 'Bettwäsche'],
        [2, 'bath', 'Bath', 'Salle de bain', 'Bad'],
        [3, 'towels', 'Towels', 'Serviettes', 'Handtücher'],
        [3, 'soaps', 'Soaps', 'Savons', 'Seifen'],
        [2, 'garden', 'Garden', 'Jardin', 'Garten'],
        [3, 'planters', 'Planters', 'Jardinières', 'Pflanzgefäße'],
        [3, 'fire', 'Fire Bowls', 'Braseros', 'Feuerschalen'],
        [3, 'garden-tools', 'Garden Tools', 'Outils de jardin', 'Gartenwerkzeug'],
        [1, 'guides', 'Maps & Guides', 'Cartes et guides', 'Karten & Führer'],
        [2, 'maps', 'Trail Maps', 'Cartes de randonnée', 'Wanderkarten'],
        [2, 'handbooks', 'Handbooks', 'Manuels', 'Handbücher'],
        [1, 'services', 'Repairs & Courses', 'Réparations et stages', 'Reparatur & Kurse'],
        [2, 'repairs', 'Repairs', 'Réparations', 'Reparaturen'],
        [2, 'courses', 'Courses', 'Stages', 'Kurse'],
        [1, 'gifts', 'Gifts & Sets', 'Cadeaux et coffrets', 'Geschenke & Sets'],
        [1, 'trade', 'Trade Counter', 'Espace pro', 'Fachhandel', 'hidden'],
        [2, 'trade-samples', 'Samples', 'Échantillons', 'Muster'],
        [1, 'archive', 'Archive', 'Archives', 'Archiv', 'inactive'],
        [2, 'archive-2019', 'Season 2019/20', 'Saison 2019/20', 'Saison 2019/20'],
    ];

    /** @var array<string, Category> by key, parents before children */
    public readonly array $categories;

    public function __construct()
    {
        $categories = [];
        $open = [];
        $children = [];

        foreach (self::ROWS as $i => $row) {
            [$depth, $key] = $row;
            $parent = $depth > 1 ? $open[$depth - 1] : null;
            $position = $children[$parent?->key ?? ''] = ($children[$parent?->key ?? ''] ?? 0) + 1;
            $state = $row[5] ?? '';
            $category = new Category(
                self::ROOT_ID + 1 + $i,
                $key,
                [$row[2], $row[3], $row[4]],
                $parent,
                $position,
                $parent !== null ? $parent->isActive : $state !== 'inactive',
                $parent !== null ? $parent->isInMenu : $state === '',
            );
            $categories[$key] = $open[$depth] = $category;
        }

        $this->categories = $categories;
    }
}
