/* SPDX-License-Identifier: MIT */
#include "src/php/classes.h"

#include "zend_enum.h"

#include "src/core/base/count.h"
#include "src/php/feed_arginfo.h"

zend_class_entry *php_aco_feed_ce;

void php_aco_feed_register(void)
{
	php_aco_feed_ce = register_class_Aco_Feed();
}

/* By identity: ArrayObject writes into the properties of enum cases before PHP 8.3. */
aco_feed_id php_aco_feed_id(zend_object *feed)
{
	static const struct {
		const char *name;
		aco_feed_id id;
	} cases[] = {
		{"Products", ACO_FEED_PRODUCTS},
		{"ProductAttributes", ACO_FEED_PRODUCT_ATTRIBUTES},
		{"Categories", ACO_FEED_CATEGORIES},
		{"Prices", ACO_FEED_PRICES},
		{"PriceBooks", ACO_FEED_PRICE_BOOKS},
		{"CategoryAttributes", ACO_FEED_CATEGORY_ATTRIBUTES},
		{"ProductLayers", ACO_FEED_PRODUCT_LAYERS},
	};

	_Static_assert(ACO_COUNT(cases) == ACO_FEED_COUNT, "a case for each feed");

	for (size_t i = 0; i < ACO_FEED_COUNT; i++) {
		if (zend_enum_get_case_cstr(php_aco_feed_ce, cases[i].name) == feed) {
			return cases[i].id;
		}
	}

	ZEND_UNREACHABLE();
}

static const aco_feed *this_feed(zval *this_value)
{
	return &aco_feeds[php_aco_feed_id(Z_OBJ_P(this_value))];
}

PHP_METHOD(Aco_Feed, path)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->path);
}

PHP_METHOD(Aco_Feed, deletePath)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->delete_path);
}

PHP_METHOD(Aco_Feed, takesPatch)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(this_feed(ZEND_THIS)->patchable);
}

PHP_METHOD(Aco_Feed, batchLimit)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long) this_feed(ZEND_THIS)->batch_limit);
}

PHP_METHOD(Aco_Feed, indexer)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->indexer);
}

PHP_METHOD(Aco_Feed, table)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_STRING(this_feed(ZEND_THIS)->table);
}
