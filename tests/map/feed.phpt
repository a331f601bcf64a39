--TEST--
Feed: where each goes, and what Commerce calls it
--EXTENSIONS--
aco
--FILE--
<?php
foreach (Aco\Feed::cases() as $feed) {
    echo "$feed->name $feed->value {$feed->path()} {$feed->deletePath()} {$feed->batchLimit()} {$feed->indexer()} {$feed->table()}\n";
}
var_dump(Aco\Feed::from('prices') === Aco\Feed::Prices, Aco\Feed::tryFrom('Prices'));
?>
--EXPECT--
Products products /v1/catalog/products /v1/catalog/products/delete 100 catalog_data_exporter_products cde_products_feed
ProductAttributes productAttributes /v1/catalog/products/metadata /v1/catalog/products/metadata/delete 100 catalog_data_exporter_product_attributes cde_product_attributes_feed
Categories categories /v1/catalog/categories /v1/catalog/categories/delete 100 catalog_data_exporter_categories cde_categories_feed
Prices prices /v1/catalog/products/prices /v1/catalog/products/prices/delete 500 catalog_data_exporter_product_prices cde_product_prices_feed
PriceBooks priceBooks /v1/catalog/price-books /v1/catalog/price-books/delete 500 data_exporter_price_books cde_price_books_feed
CategoryAttributes categoryAttributes /v1/catalog/categories/metadata /v1/catalog/categories/metadata/delete 100  aco_category_attributes_feed
ProductLayers productLayers /v1/catalog/products/layers /v1/catalog/products/layers/delete 100  aco_product_layers_feed
bool(true)
NULL
