--TEST--
The Commerce module's switch of a website leaves out its prices and price books, that of a store view its products
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/scopes.inc';

use Aco\CommerceOptimizer\Model\{Config, ScopeFilter};
use Aco\Feed;

$show = static function (array $settings): void {
    $filter = new ScopeFilter(new Config(new Settings($settings)));
    foreach (Feed::cases() as $feed) {
        if ($feed->indexer() === '') {
            // Commerce exports none.
            continue;
        }
        $excluded = [];
        foreach (['base' => ['en', 'de'], 'other' => ['fr']] as $website => $views) {
            foreach ($views as $view) {
                if ($filter->isExcluded($feed, ['websiteCode' => $website, 'storeViewCode' => $view])) {
                    $excluded[] = "$website/$view";
                }
            }
        }
        echo $feed->value, ': ', implode(' ', $excluded) ?: 'all sent', "\n";
    }
};

echo "-- nothing set\n";
$show([]);
echo "-- website off\n";
$show([Config::PATH_SCOPE_ENABLED['websites'] => ['websites' => ['base' => '0']]]);
echo "-- store view off\n";
$show([Config::PATH_SCOPE_ENABLED['stores'] => ['stores' => ['de' => '0']]]);
echo "-- all store views off but one\n";
$show([Config::PATH_SCOPE_ENABLED['stores'] => ['default' => ['' => '0'], 'stores' => ['fr' => '1']]]);
?>
--EXPECT--
-- nothing set
products: all sent
productAttributes: all sent
categories: all sent
prices: all sent
priceBooks: all sent
-- website off
products: all sent
productAttributes: all sent
categories: all sent
prices: base/en base/de
priceBooks: base/en base/de
-- store view off
products: base/de
productAttributes: base/de
categories: base/de
prices: all sent
priceBooks: all sent
-- all store views off but one
products: base/en base/de
productAttributes: base/en base/de
categories: base/en base/de
prices: all sent
priceBooks: all sent
