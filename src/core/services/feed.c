/* SPDX-License-Identifier: MIT */
#include "src/core/services/feed.h"

#define CATALOG "/v1/catalog/"

const aco_feed aco_feeds[ACO_FEED_COUNT] = {
	{ACO_FEED_PRODUCTS, "products", CATALOG "products", CATALOG "products/delete",
		"catalog_data_exporter_products", "cde_products_feed", 100, ACO_RATE_PRODUCTS, true},
	{ACO_FEED_PRODUCT_ATTRIBUTES, "productAttributes", CATALOG "products/metadata", CATALOG "products/metadata/delete",
		"catalog_data_exporter_product_attributes", "cde_product_attributes_feed", 100, ACO_RATE_NONE, true},
	{ACO_FEED_CATEGORIES, "categories", CATALOG "categories", CATALOG "categories/delete",
		"catalog_data_exporter_categories", "cde_categories_feed", 100, ACO_RATE_NONE, true},
	{ACO_FEED_PRICES, "prices", CATALOG "products/prices", CATALOG "products/prices/delete",
		"catalog_data_exporter_product_prices", "cde_product_prices_feed", 500, ACO_RATE_PRICES, true},
	{ACO_FEED_PRICE_BOOKS, "priceBooks", CATALOG "price-books", CATALOG "price-books/delete",
		"data_exporter_price_books", "cde_price_books_feed", 500, ACO_RATE_NONE, true},
	{ACO_FEED_CATEGORY_ATTRIBUTES, "categoryAttributes", CATALOG "categories/metadata",
		CATALOG "categories/metadata/delete", "", "aco_category_attributes_feed", 100, ACO_RATE_NONE, true},
	{ACO_FEED_PRODUCT_LAYERS, "productLayers", CATALOG "products/layers", CATALOG "products/layers/delete", "",
		"aco_product_layers_feed", 100, ACO_RATE_PRODUCTS, false},
};
