/* SPDX-License-Identifier: MIT */
#include "src/map/entity.h"

#include "src/map/value.h"

#define MAX_ENTITY_ID 4294967295.0

zend_long aco_map_source_entity_id(aco_feed_id feed, HashTable *item)
{
	static const aco_map_key keys[ACO_FEED_COUNT] = {
		[ACO_FEED_PRODUCTS] = ACO_KEY_productId,
		[ACO_FEED_PRODUCT_ATTRIBUTES] = ACO_KEY_id,
		[ACO_FEED_CATEGORIES] = ACO_KEY_categoryId,
		[ACO_FEED_PRICES] = ACO_KEY_productId,
		[ACO_FEED_PRICE_BOOKS] = ACO_KEY_customerGroupId,
		[ACO_FEED_CATEGORY_ATTRIBUTES] = ACO_KEY_id,
		[ACO_FEED_PRODUCT_LAYERS] = ACO_KEY_productId,
	};
	zval *value = aco_map_get(item, keys[feed]);
	zend_long integer;
	double number = 0;

	if (!value) {
		return 0;
	}

	switch (Z_TYPE_P(value)) {
		case IS_LONG:
			number = (double) Z_LVAL_P(value);
			break;
		case IS_DOUBLE:
			number = Z_DVAL_P(value);
			break;
		case IS_STRING:
			if (is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &integer, &number, false) == IS_LONG) {
				number = (double) integer;
			}
			break;
		default:
			break;
	}

	/* Also for NAN, which is greater than nothing. */
	return number > 0 ? (zend_long) MIN(number, MAX_ENTITY_ID) : 0;
}

bool aco_map_says_deleted(HashTable *item)
{
	zval *value = aco_map_get(item, ACO_KEY_deleted);

	/* No object is asked, as that could run PHP code. */
	return value && Z_TYPE_P(value) != IS_OBJECT && zend_is_true(value);
}
