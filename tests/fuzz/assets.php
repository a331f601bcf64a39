<?php

/**
 * Feeds mutated metadata to Aco\Assets\SkuMatcher, and looks at the assignments that come out.
 *
 *   php -d extension=modules/aco.so tests/fuzz/assets.php, with the options of rounds.inc
 */

declare(strict_types=1);

use Aco\Assets\Asset;
use Aco\Assets\ExternalMatcher;
use Aco\Assets\SkuMatcher;
use Aco\Exception\MappingException;

require __DIR__ . '/rounds.inc';
require __DIR__ . '/../map/mutate.inc';

final class AssetFuzzer implements Fuzzer
{
    private const MANY = [
        'assetId' => 'urn:aaid:aem:1',
        'assetMetadata' => [
            'commerce:isCommerce' => 'yes', 'dam:status' => 'approved',
            'commerce:skus' => ['24-MB01', 'WS 12', 'x'],
            'commerce:roles' => ['image;small_image', 'thumbnail', ''],
            'commerce:positions' => [1, '2', null],
            'commerce:altTextStoreViews' => ['default', 'de'],
            'commerce:altTextValues' => ['A bag', 'Eine Tasche'],
        ],
        'repositoryMetadata' => ['dc:format' => 'image/jpeg'],
    ];
    private const ONE = [
        'assetId' => '2',
        'assetMetadata' => [
            'commerce:isCommerce' => 'yes', 'dam:status' => 'approved', 'commerce:skus' => '24-MB01',
            'commerce:roles' => 'base;swatch',
            'commerce:position' => 3, 'commerce:altTextStoreViews' => 'default', 'commerce:altTextValues' => 'A bag',
        ],
        'repositoryMetadata' => ['dc:format' => 'video/mp4'],
    ];

    /** @var list<SkuMatcher> */
    private array $matchers;

    private int $eligible = 0;
    private int $others = 0;
    private int $refused = 0;

    public function __construct(private readonly int $seed)
    {
        $this->matchers = [new SkuMatcher(), new SkuMatcher(legacyNames: true), new SkuMatcher('commerce:roles')];
    }

    public function result(): string
    {
        return "$this->eligible assets eligible, $this->others not, $this->refused refused";
    }

    public function run(int $round): void
    {
        $random = random_of($this->seed, $round);
        $asset = $random->of([self::MANY, self::ONE]);
        for ($times = $random->below(3); $times >= 0; $times--) {
            $asset = mutated($asset, $random);
        }
        $before = print_r($asset, true);
        try {
            $found = $random->of($this->matchers)->match($asset);
        } catch (MappingException $e) {
            $this->refused++;
            $e->field !== '' && $e->reason !== '' || throw new Mismatch('an exception names no field or no reason');
            return;
        }
        $before === print_r($asset, true) || throw new Mismatch('the asset was changed');
        $this->check($found);
        $this->checkUnasked($asset, $found);
    }

    private function check(Asset $found): void
    {
        if (!$found->eligible) {
            $this->others++;
            $found->assignments === [] && $found->reason !== '' || throw new Mismatch('an asset that is not eligible has products, or no reason');
            return;
        }
        $this->eligible++;
        $skus = array_column($found->assignments, 'sku');
        count(array_unique($skus, SORT_STRING)) === count($skus) || throw new Mismatch('a SKU comes twice');
        foreach ($found->assignments as $assignment) {
            trim($assignment->sku, " \t\r\n") !== '' || throw new Mismatch('a SKU is blank');
            json_encode([$assignment->sku, $assignment->roles, $assignment->position], JSON_THROW_ON_ERROR);
            count(array_unique($assignment->roles, SORT_STRING)) === count($assignment->roles)
                || throw new Mismatch('a role comes twice');
        }
        json_encode($found->altTexts, JSON_THROW_ON_ERROR);
    }

    /** The external matcher is asked about all that may be eligible. */
    private function checkUnasked(array $asset, Asset $found): void
    {
        try {
            $unasked = ExternalMatcher::withoutAsking($asset);
        } catch (MappingException) {
            !$found->eligible || throw new Mismatch('what is eligible is refused without the SKUs');
            return;
        }
        $unasked === null || (!$unasked->eligible && !$found->eligible) || throw new Mismatch('the external matcher is not asked about what is eligible');
    }
}

run_rounds(new AssetFuzzer(fuzz_seed()));
