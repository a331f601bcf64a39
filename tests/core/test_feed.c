#include "check.h"

#include "src/core/services/feed.h"

static void table_of_feeds(void **state)
{
	static const aco_feed expected[] = {
		{ACO_FEED_PRODUCTS, "products", "/v1/catalog/products", "/v1/catalog/products/delete",
			"catalog_data_exporter_products", "cde_products_feed", 100, ACO_RATE_PRODUCTS, true},
		{ACO_FEED_PRODUCT_ATTRIBUTES, "productAttributes", "/v1/catalog/products/metadata",
			"/v1/catalog/products/metadata/delete", "catalog_data_exporter_product_attributes",
			"cde_product_attributes_feed", 100, ACO_RATE_NONE, true},
		{ACO_FEED_CATEGORIES, "categories", "/v1/catalog/categories", "/v1/catalog/categories/delete",
			"catalog_data_exporter_categories", "cde_categories_feed", 100, ACO_RATE_NONE, true},
		{ACO_FEED_PRICES, "prices", "/v1/catalog/products/prices", "/v1/catalog/products/prices/delete",
			"catalog_data_exporter_product_prices", "cde_product_prices_feed", 500, ACO_RATE_PRICES, true},
		{ACO_FEED_PRICE_BOOKS, "priceBooks", "/v1/catalog/price-books", "/v1/catalog/price-books/delete",
			"data_exporter_price_books", "cde_price_books_feed", 500, ACO_RATE_NONE, true},
		{ACO_FEED_CATEGORY_ATTRIBUTES, "categoryAttributes", "/v1/catalog/categories/metadata",
			"/v1/catalog/categories/metadata/delete", "", "aco_category_attributes_feed", 100, ACO_RATE_NONE, true},
		{ACO_FEED_PRODUCT_LAYERS, "productLayers", "/v1/catalog/products/layers",
			"/v1/catalog/products/layers/delete", "", "aco_product_layers_feed", 100, ACO_RATE_PRODUCTS, false},
	};

	assert_int_equal(COUNT(expected), ACO_FEED_COUNT);
	for (size_t i = 0; i < ACO_FEED_COUNT; i++) {
		assert_int_equal(aco_feeds[i].id, i);
		assert_int_equal(aco_feeds[i].id, expected[i].id);
		assert_string_equal(aco_feeds[i].name, expected[i].name);
		assert_string_equal(aco_feeds[i].path, expected[i].path);
		assert_string_equal(aco_feeds[i].delete_path, expected[i].delete_path);
		assert_string_equal(aco_feeds[i].indexer, expected[i].indexer);
		assert_string_equal(aco_feeds[i].table, expected[i].table);
		assert_int_equal(aco_feeds[i].batch_limit, expected[i].batch_limit);
		assert_int_equal(aco_feeds[i].rate, expected[i].rate);
		assert_int_equal(aco_feeds[i].patchable, expected[i].patchable);
	}
}

static void largest_limit_is_the_one_that_is_declared(void **state)
{
	size_t largest = 0;

	for (size_t i = 0; i < ACO_FEED_COUNT; i++) {
		largest = aco_feeds[i].batch_limit > largest ? aco_feeds[i].batch_limit : largest;
	}
	assert_int_equal(largest, ACO_BATCH_LIMIT_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(table_of_feeds),
		cmocka_unit_test(largest_limit_is_the_one_that_is_declared),
	};

	return cmocka_run_group_tests_name("feed", tests, NULL, NULL);
}
