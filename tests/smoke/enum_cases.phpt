--TEST--
Feed and Dialect: what ArrayObject writes into a case, where PHP lets it, changes nothing
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Assets\Dialect;
use Aco\Feed;

foreach ([...Feed::cases(), ...Dialect::cases()] as $case) {
    foreach (['value' => 0x41414141, 'name' => []] as $property => $value) {
        try {
            // PHP 8.5 deprecates objects there.
            $object = @new ArrayObject($case);
            $object[$property] = $value;
        } catch (Throwable) {
        }
    }
}
foreach (Feed::cases() as $feed) {
    echo $feed->path(), ' ', $feed->batchLimit(), ' ', $feed->table(), "\n";
}
$document = (new Aco\Mapper(Feed::Prices))->map(['sku' => 'a', 'websiteCode' => 'b', 'regular' => 1]);
echo $document, ' ', $document->feed === Feed::Prices ? 'Prices' : 'ANOTHER', "\n";
?>
--EXPECT--
/v1/catalog/products 100 cde_products_feed
/v1/catalog/products/metadata 100 cde_product_attributes_feed
/v1/catalog/categories 100 cde_categories_feed
/v1/catalog/products/prices 500 cde_product_prices_feed
/v1/catalog/price-books 500 cde_price_books_feed
/v1/catalog/categories/metadata 100 aco_category_attributes_feed
/v1/catalog/products/layers 100 aco_product_layers_feed
{"sku":"a","priceBookId":"b","regular":1} Prices
