<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Sentences about products by domain; %s is the name of the product line.
 */
final class Texts
{
    private const INTROS = [
        'shelter' => [
            [
                'The %s went up in a Force 7 at Rannoch and was still standing at breakfast.',
                'Pitches in four minutes, outer first, so the inside of the %s stays dry.',
            ],
            [
                'La %s a passé la nuit par force 7 sur le Rannoch ; au petit-déjeuner, elle tenait encore.',
                'Montée en quatre minutes, toile extérieure d’abord : l’intérieur de la %s reste sec.',
            ],
            [
                'Das %s stand im Rannoch bei Windstärke 7 – und beim Frühstück immer noch.',
                'In vier Minuten aufgebaut, Außenzelt zuerst: Innen bleibt das %s trocken.',
            ],
        ],
        'sleep' => [
            [
                'Warm feet, room to turn over: %s is cut wider at the knee than it has to be.',
                'We filled %s by hand and weighed every chamber twice.',
            ],
            [
                'Les pieds au chaud et la place de se retourner : %s est plus large aux genoux qu’il ne le faudrait.',
                'Chaque compartiment de %s est rempli à la main et pesé deux fois.',
            ],
            [
                'Warme Füße und Platz zum Umdrehen: %s ist am Knie weiter geschnitten, als es sein müsste.',
                'Jede Kammer von %s wird von Hand gefüllt und zweimal gewogen.',
            ],
        ],
        'pack' => [
            [
                'One compartment, two straps, no whistles. %s carries the way a pack should.',
                'The back of %s is adjustable over 12 cm / 4¾", without tools.',
            ],
            [
                'Une poche, deux bretelles, pas de gadgets : %s porte comme un sac doit porter.',
                'Le dos de %s se règle sur 12 cm, sans outil.',
            ],
            [
                'Ein Fach, zwei Träger, kein Schnickschnack: %s trägt sich, wie ein Rucksack soll.',
                'Der Rücken von %s lässt sich um 12 cm verstellen, ohne Werkzeug.',
            ],
        ],
        'wear' => [
            [
                'Cut long in the back & short in the collar, %s moves with you and not against you.',
                'Worn in, washed, worn again: %s was on the hill for 200 days before we sold the first one.',
                'Flat seams, deep pockets, a hem that doesn’t ride up. That’s %s.',
            ],
            [
                'Dos long, col court : %s suit le mouvement au lieu de le gêner.',
                'Porté, lavé, reporté : %s a passé 200 jours en montagne avant la première vente.',
                'Coutures plates, poches profondes, un bas qui ne remonte pas : voilà %s.',
            ],
            [
                'Hinten lang, am Kragen kurz: %s geht mit und hält nicht auf.',
                'Getragen, gewaschen, wieder getragen: %s war 200 Tage am Berg, bevor wir das erste Stück verkauften.',
                'Flache Nähte, tiefe Taschen, ein Saum, der nicht hochrutscht – das ist %s.',
            ],
        ],
        'cook' => [
            [
                'Boils half a litre while you look for the spoon. %s fits inside itself.',
                '%s takes a flame, an ember or an induction hob, and forgives all three.',
            ],
            [
                'Un demi-litre bout le temps de trouver la cuillère. %s se range dans lui-même.',
                'Flamme, braise ou induction : %s accepte tout et ne garde pas rancune.',
            ],
            [
                'Ein halber Liter kocht, während man den Löffel sucht. %s passt in sich selbst.',
                'Flamme, Glut oder Induktion: %s macht alles mit und nimmt nichts übel.',
            ],
        ],
        'table' => [
            [
                'Turned and glazed in a workshop of five; no two pieces of %s are alike.',
                '%s goes from the oven to the table to the dishwasher. It likes the first two better.',
            ],
            [
                'Tourné et émaillé dans un atelier de cinq personnes : pas deux pièces de %s pareilles.',
                '%s passe du four à la table, puis au lave-vaisselle. Il préfère les deux premiers.',
            ],
            [
                'In einer Werkstatt zu fünft gedreht und glasiert; kein Stück von %s gleicht dem anderen.',
                '%s darf aus dem Ofen auf den Tisch und in die Spülmaschine. Die ersten beiden sind ihm lieber.',
            ],
        ],
        'living' => [
            ['Evenings get longer with %s on the arm of the chair.', '%s softens with every wash & every winter.'],
            [
                'Avec %s sur l’accoudoir, les soirées s’allongent.',
                '%s s’adoucit à chaque lavage et à chaque hiver.',
            ],
            [
                'Mit %s auf der Lehne werden die Abende länger.',
                '%s wird mit jeder Wäsche und jedem Winter weicher.',
            ],
        ],
        'bath' => [
            ['%s dries quickly and smells of nothing, or of laurel.'],
            ['%s sèche vite et ne sent rien, ou le laurier.'],
            ['%s trocknet schnell und riecht nach nichts – oder nach Lorbeer.'],
        ],
        'garden' => [
            ['Left out all winter on purpose: %s does not crack, bend or complain.'],
            ['Laissé dehors tout l’hiver, exprès : %s ne fend pas, ne plie pas, ne se plaint pas.'],
            ['Mit Absicht den ganzen Winter draußen gelassen: %s reißt nicht, biegt nicht und klagt nicht.'],
        ],
        'service' => [
            ['Send it in or bring it by; the %s bench turns most jobs round in ten days.'],
            ['Envoyez ou déposez : l’atelier %s rend la plupart des travaux en dix jours.'],
            ['Einschicken oder vorbeibringen: Die Werkbank %s braucht meist zehn Tage.'],
        ],
        'guide' => [
            ["Unzip %s to C:\\Maps\\Northmoor or straight to your phone; 1:25,000, ridges & bogs included. 🥾"],
            ["Décompressez %s dans C:\\Cartes\\Northmoor ou sur votre téléphone ; 1:25 000, crêtes et tourbières. 🥾"],
            ["%s nach C:\\Karten\\Northmoor oder direkt aufs Telefon entpacken; 1:25.000, mit Graten & Mooren. 🥾"],
        ],
        'set' => [
            ['%s: a box of things that already know each other. 🎁', 'Start with %s, add the rest over the years.'],
            [
                '%s : un coffret de choses qui se connaissent déjà. 🎁',
                'Commencez par %s, complétez au fil des ans.',
            ],
            ['%s: eine Kiste voller Dinge, die sich schon kennen. 🎁', 'Mit %s anfangen, den Rest über die Jahre.'],
        ],
    ];

    private const CARE = [
        [
            'Machine wash at 85 °F, don\'t tumble dry',
            'Wipe clean',
            "Hand wash only.\nDry flat, away from \"direct\" heat.",
            'Oil once a year, never soak',
        ],
        [
            'Lavage en machine à 30 °C, pas de sèche-linge',
            'Essuyer avec un chiffon humide',
            "Lavage à la main.\nSécher à plat, loin de toute source de chaleur « directe ».",
            'Huiler une fois par an, ne jamais laisser tremper',
        ],
        [
            'Maschinenwäsche bei 30 °C, nicht in den Trockner',
            'Feucht abwischen',
            "Nur Handwäsche.\nLiegend trocknen, fern von „direkter“ Hitze.",
            'Einmal im Jahr ölen, nie einweichen',
        ],
    ];

    private const TABLE = [
        ["Material:\t%s", "Weight:\t%s", "Warranty:\t%d years", "Care:\t%s"],
        ["Matière :\t%s", "Poids :\t%s", "Garantie :\t%d ans", "Entretien :\t%s"],
        ["Material:\t%s", "Gewicht:\t%s", "Garantie:\t%d Jahre", "Pflege:\t%s"],
    ];

    private const META = [
        '%s – tested on the moor, repaired for life. Ships in 1/2 days.',
        '%s – testé sur la lande, réparé à vie. Expédié sous 1/2 jours.',
        '%s – im Moor erprobt, ein Leben lang repariert. Versand in 1/2 Tagen.',
    ];

    /**
     * The short description, without mark-up.
     */
    public static function intro(Product $product, Language $language): string
    {
        $intros = self::INTROS[$product->good->domain][$language->value];

        return sprintf($intros[$product->index % count($intros)], $product->line);
    }

    /**
     * The long description: HTML with a list of facts.
     */
    public static function description(Product $product, Language $language): string
    {
        $labels = self::TABLE[$language->value];
        $facts = [];
        $materials = self::materials($product, $language);
        if ($materials !== []) {
            $facts[] = sprintf($labels[0], implode(' / ', $materials));
        }
        if ($product->grams > 0) {
            $facts[] = sprintf($labels[1], self::weight($product->grams, $language));
        }

        $facts[] = sprintf($labels[2], self::warranty($product));

        if ($materials !== []) {
            $facts[] = sprintf($labels[3], self::care($product, $language));
        }

        $list = '';

        foreach ($facts as $fact) {
            $list .= "\n<li>" . htmlspecialchars($fact, ENT_NOQUOTES) . '</li>';
        }

        $list = "<ul>$list\n</ul>";

        if ($product->isVariant()) {
            return $list;
        }

        $intro = htmlspecialchars(self::intro($product, $language), ENT_NOQUOTES);

        return "<p class=\"intro\">$intro</p>\n$list";
    }

    public static function meta(Product $product, Language $language): string
    {
        return sprintf(self::META[$language->value], $product->name($language));
    }

    public static function care(Product $product, Language $language): string
    {
        $care = self::CARE[$language->value];

        return $care[crc32($product->good->code) % count($care)];
    }

    public static function warranty(Product $product): int
    {
        return [2, 5, 10][$product->index % 3];
    }

    /**
     * @return list<string>
     */
    public static function materials(Product $product, Language $language): array
    {
        $materials = [];
        foreach ($product->good->materials as $key) {
            $materials[] = Options::MATERIALS[$key][$language->value];
        }

        return $materials;
    }

    private static function weight(int $grams, Language $language): string
    {
        if ($language === Language::English) {
            $ounces = intdiv($grams * 10, 283);

            return $ounces < 16 ? "$ounces oz" : intdiv($ounces, 16) . ' lb ' . $ounces % 16 . ' oz';
        }
        $digits = sprintf('%d,%02d', intdiv($grams, 1000), intdiv($grams % 1000, 10));

        return "$digits\u{a0}kg";
    }
}
