<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * The assortment, by the way it is sold.
 */
final class Goods
{
    /** Code, category, domain, names, lowest and highest price in dollars and weight in grams, materials, sizes. */
    private const ROWS = [
        'coloured' => [
            [
                'RJK', 'rain-jackets', 'wear', 'Rain Jacket', 'Veste de pluie', 'Regenjacke', 119, 289, 320, 540,
                'nylon ptfe',
            ],
            ['DJK', 'down-jackets', 'wear', 'Down Jacket', 'Doudoune', 'Daunenjacke', 149, 349, 290, 480, 'down nylon'],
            [
                'FLC', 'layers', 'wear', 'Fleece Pullover', 'Polaire à col zippé', 'Fleecepullover', 59, 129, 260, 410,
                'fleece',
            ],
            ['BAS', 'layers', 'wear', 'Merino Crew', 'Tee-shirt mérinos', 'Merinoshirt', 65, 110, 160, 240, 'merino'],
            [
                'TRS', 'trousers', 'wear', 'Trekking Trousers', 'Pantalon de trek', 'Trekkinghose', 79, 159, 310, 450,
                'nylon elastane',
            ],
            ['BNE', 'socks', 'wear', 'Ribbed Beanie', 'Bonnet côtelé', 'Rippenmütze', 24, 45, 60, 110, 'merino wool'],
            [
                'DPK', 'daypacks', 'pack', 'Daypack', 'Sac à dos journée', 'Tagesrucksack', 69, 149, 540, 890,
                'nylon polyester',
            ],
        ],
        'sized' => [
            [
                'SCK', 'socks', 'wear', 'Hiking Socks', 'Chaussettes de randonnée', 'Wandersocken', 14, 28, 60, 110,
                'merino elastane', 'feet',
            ],
            [
                'GLV', 'socks', 'wear', 'Work Gloves', 'Gants de travail', 'Arbeitshandschuhe', 29, 59, 110, 190,
                'leather wool', 'letters',
            ],
            [
                'LIN', 'bedding', 'living', 'Linen Duvet Cover', 'Housse de couette en lin', 'Leinenbettbezug', 129,
                259, 900, 1700, 'linen', 'beds',
            ],
            [
                'DBG', 'down-bags', 'sleep', 'Down Sleeping Bag', 'Sac de couchage en duvet', 'Daunenschlafsack', 249,
                529, 680, 1350, 'down nylon', 'letters',
            ],
        ],
        'plain' => [
            [
                'WTN', 'winter-tents', 'shelter', 'Four-Season Tent', 'Tente quatre saisons', 'Ganzjahreszelt', 449,
                899, 2600, 4100, 'nylon aluminium',
            ],
            [
                'FTN', 'family-tents', 'shelter', 'Family Tent', 'Tente familiale', 'Familienzelt', 329, 799, 7200,
                14800, 'polyester steel',
            ],
            ['TRP', 'tarps', 'shelter', 'Ridge Tarp', 'Bâche de faîtage', 'Firsttarp', 69, 149, 480, 1100, 'nylon'],
            ['BVY', 'tarps', 'shelter', 'Bivvy', 'Sursac de bivouac', 'Biwaksack', 89, 229, 390, 760, 'nylon ptfe'],
            [
                'SBG', 'synthetic-bags', 'sleep', 'Synthetic Sleeping Bag', 'Sac de couchage synthétique',
                'Kunstfaserschlafsack', 99, 219, 980, 2100, 'polyester',
            ],
            ['PAD', 'pads', 'sleep', 'Inflatable Pad', 'Matelas gonflable', 'Luftmatte', 79, 189, 380, 760, 'nylon'],
            [
                'TPK', 'trekking-packs', 'pack', 'Trekking Pack', 'Sac de trek', 'Trekkingrucksack', 179, 339, 1300,
                2300, 'nylon aluminium',
            ],
            ['STV', 'stoves', 'cook', 'Gas Stove', 'Réchaud à gaz', 'Gaskocher', 39, 149, 85, 420, 'steel titanium'],
            [
                'POT', 'camp-cookware', 'cook', 'Nesting Pot Set', 'Popote gigogne', 'Topfset', 45, 119, 310, 720,
                'titanium aluminium',
            ],
            [
                'FLK', 'bottles', 'cook', 'Vacuum Flask', 'Bouteille isotherme', 'Thermosflasche', 25, 59, 280, 610,
                'steel',
            ],
            [
                'SKL', 'cast-iron', 'cook', 'Cast Iron Skillet', 'Poêle en fonte', 'Gusseisenpfanne', 39, 99, 1800,
                3400, 'iron',
            ],
            [
                'KNF', 'knives', 'cook', 'Paring Knife', 'Couteau d’office', 'Gemüsemesser', 29, 119, 60, 140,
                'steel oak',
            ],
            [
                'BRD', 'knives', 'table', 'Chopping Board', 'Planche à découper', 'Schneidebrett', 29, 89, 700, 2100,
                'oak',
            ],
            [
                'CAFÉ', 'mugs', 'table', 'Stoneware Mug', 'Tasse en grès', 'Steinzeugbecher', 12, 29, 280, 390,
                'stoneware',
            ],
            ['BWL', 'bowls', 'table', 'Serving Bowl', 'Saladier', 'Servierschale', 24, 79, 600, 1500, 'stoneware oak'],
            ['THR', 'throws', 'living', 'Wool Throw', 'Plaid en laine', 'Wollplaid', 69, 189, 800, 1500, 'wool'],
            [
                'LAN', 'lighting', 'living', 'Storm Lantern', 'Lanterne-tempête', 'Sturmlaterne', 29, 99, 500, 1200,
                'steel glass',
            ],
            [
                'CDL', 'lighting', 'living', 'Beeswax Candle', 'Bougie en cire d’abeille', 'Bienenwachskerze', 9, 35,
                120, 480, 'beeswax',
            ],
            [
                'TWL', 'towels', 'bath', 'Waffle Towel', 'Serviette nid d’abeille', 'Waffelhandtuch', 19, 59, 240, 700,
                'cotton linen',
            ],
            ['SOP', 'soaps', 'bath', 'Bar Soap', 'Savon', 'Seifenstück', 6, 14, 90, 130, 'olive'],
            [
                'PLT', 'planters', 'garden', 'Terracotta Planter', 'Jardinière en terre cuite', 'Terrakottakübel', 19,
                129, 1800, 9500, 'terracotta',
            ],
            ['FBW', 'fire', 'garden', 'Fire Bowl', 'Brasero', 'Feuerschale', 99, 399, 6800, 19500, 'steel iron'],
            ['SPD', 'garden-tools', 'garden', 'Border Spade', 'Bêche', 'Gartenspaten', 39, 99, 1500, 2300, 'steel oak'],
        ],
        'virtual' => [
            [
                'REP', 'repairs', 'service', 'Zip Repair', 'Réparation de fermeture', 'Reißverschlussreparatur', 15, 45,
                0, 0, '',
            ],
            ['WSH', 'repairs', 'service', 'Down Wash', 'Lavage de duvet', 'Daunenwäsche', 29, 59, 0, 0, ''],
            [
                'CRS', 'courses', 'service', 'Navigation Course', 'Stage d’orientation', 'Orientierungskurs', 69, 189,
                0, 0, '',
            ],
        ],
        'download' => [
            ['MAP', 'maps', 'guide', 'Trail Map', 'Carte de randonnée', 'Wanderkarte', 4, 15, 0, 0, ''],
            [
                'HBK', 'handbooks', 'guide', 'Field Handbook', 'Manuel de terrain', 'Handbuch für unterwegs', 9, 25, 0,
                0, '',
            ],
        ],
        'set' => [
            ['SET/T', 'gifts', 'set', 'Table Set', 'Coffret de table', 'Tischset', 79, 189, 1500, 4000, ''],
            [
                'SET/C', 'gifts', 'set', 'Camp Starter Kit', 'Kit de bivouac', 'Camping-Starterset', 199, 499, 3000,
                9000, '',
            ],
            ['SET/G', 'gifts', 'set', 'Gift Box', 'Coffret cadeau', 'Geschenkbox', 49, 149, 600, 2500, ''],
        ],
        'sample' => [
            [
                'SMP', 'trade-samples', 'set', 'Fabric Sample', 'Échantillon de tissu', 'Stoffmuster', 0, 0, 10, 30,
                'nylon wool linen',
            ],
        ],
    ];

    /** @var array<string, non-empty-list<Good>> */
    private readonly array $groups;

    public function __construct()
    {
        $groups = [];

        foreach (self::ROWS as $group => $rows) {
            foreach ($rows as $row) {
                $groups[$group][] = new Good(
                    $row[0],
                    $row[1],
                    $row[2],
                    [$row[3], $row[4], $row[5]],
                    [$row[6] * 100, $row[7] * 100],
                    [$row[8], $row[9]],
                    $row[10] === '' ? [] : explode(' ', $row[10]),
                    $row[11] ?? 'letters',
                );
            }
        }

        $this->groups = $groups;
    }

    /**
     * @return non-empty-list<Good>
     */
    public function group(string $name): array
    {
        return $this->groups[$name];
    }
}
