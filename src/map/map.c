/* SPDX-License-Identifier: MIT */
#include "src/map/map.h"

#include "src/map/feeds.h"
#include "src/map/price_books.h"
#include "src/map/shaped.h"
#include "src/core/base/utf8.h"

#include <assert.h>

/* The scratch that is kept from item to item; memory above it is released. */
#define SCRATCH_KEPT (1 << 20)

#define IDENTITY_MAX 3

typedef struct feed_rules {
	/* The members that identify an item, as Commerce's feed tables hash them; a group is computed. */
	aco_map_key identity[IDENTITY_MAX];
	size_t identity_count;
	/* The item belongs to a price book, and so to a website; all others belong to a store view. */
	bool by_price_book;
	bool (*write)(aco_mapping *mapping, HashTable *item);
	/* What opens the body of a deletion up to the value of identity[0]; NULL: that is no member of it. */
	const char *delete_opening;
} feed_rules;

static const feed_rules feeds[ACO_FEED_COUNT] = {
	[ACO_FEED_PRODUCTS] = {{ACO_KEY_sku, ACO_KEY_storeViewCode}, 2, false, aco_map_product, "{\"sku\":\""},
	[ACO_FEED_PRODUCT_ATTRIBUTES] = {
		{ACO_KEY_attributeCode, ACO_KEY_storeViewCode}, 2, false, aco_map_product_attribute, "{\"code\":\""},
	[ACO_FEED_CATEGORIES] = {{ACO_KEY_urlPath, ACO_KEY_storeViewCode}, 2, false, aco_map_category, "{\"slug\":\""},
	[ACO_FEED_PRICES] = {
		{ACO_KEY_sku, ACO_KEY_customerGroupCode, ACO_KEY_websiteCode}, 3, true, aco_map_price, "{\"sku\":\""},
	[ACO_FEED_PRICE_BOOKS] = {{ACO_KEY_websiteCode, ACO_KEY_customerGroupCode}, 2, true, aco_map_price_book, NULL},
	[ACO_FEED_CATEGORY_ATTRIBUTES] = {{ACO_KEY_code}, 1, false, aco_map_category_attribute, "{\"code\":\""},
	[ACO_FEED_PRODUCT_LAYERS] = {{ACO_KEY_sku}, 1, false, aco_map_product_layer, "{\"sku\":\""},
};

void aco_mapping_free(aco_mapping *mapping)
{
	aco_buf_free(&mapping->out.buf);
	aco_buf_free(&mapping->inner.buf);
	aco_buf_free(&mapping->identity);
}

void aco_mapping_trim(aco_mapping *mapping)
{
	aco_buf_recycle(&mapping->out.buf, SCRATCH_KEPT);
	aco_buf_recycle(&mapping->inner.buf, SCRATCH_KEPT);
	aco_buf_recycle(&mapping->identity, SCRATCH_KEPT);
}

void aco_mapping_start(aco_mapping *mapping)
{
	aco_mapping_trim(mapping);
	mapping->out.replaced = mapping->inner.replaced = 0;
	mapping->field[0] = mapping->reason[0] = mapping->replaced_field[0] = '\0';
	mapping->deleted = false;
}

/* Constant keys, so that each look-up is compiled to a few instructions. */
static bool read_name(aco_mapping *mapping, aco_feed_id feed, HashTable *item)
{
	switch (feed) {
		case ACO_FEED_PRODUCTS:
		case ACO_FEED_PRICES:
			return aco_map_text_required(mapping, item, ACO_KEY_sku, NULL, &mapping->name);
		case ACO_FEED_PRODUCT_ATTRIBUTES:
			return aco_map_text_required(mapping, item, ACO_KEY_attributeCode, NULL, &mapping->name);
		case ACO_FEED_CATEGORIES:
			return aco_map_text_required(mapping, item, ACO_KEY_urlPath, NULL, &mapping->name);
		case ACO_FEED_CATEGORY_ATTRIBUTES:
			return aco_map_text_required(mapping, item, ACO_KEY_code, NULL, &mapping->name);
		case ACO_FEED_PRODUCT_LAYERS:
			return aco_map_text_required(mapping, item, ACO_KEY_sku, NULL, &mapping->name);
		default:
			return true;
	}
}

/* The items of these feeds name their store view, and layer, in a member `source`, as the API does. */
static zend_always_inline bool has_source(aco_feed_id feed)
{
	return feed > ACO_FEED_PRICE_BOOKS;
}

static void set_identity(aco_mapping *mapping, const aco_text *first, const aco_text *second)
{
	aco_buf *identity = &mapping->identity;

	identity->length = 0;
	aco_buf_append(identity, first->bytes, first->length);
	aco_buf_append_char(identity, '\0');
	aco_buf_append(identity, second->bytes, second->length);
}

static bool build_identity(aco_mapping *mapping, aco_feed_id feed, const feed_rules *rules, HashTable *item)
{
	const aco_text *group = &mapping->book.group;

	if (rules->by_price_book && !aco_map_price_book_key(mapping, item)) {
		return false;
	}
	if (!read_name(mapping, feed, item)) {
		return false;
	}

	if (UNEXPECTED(has_source(feed))) {
		if (!aco_map_read_source(mapping, feed, item)) {
			return false;
		}

		set_identity(mapping, &mapping->name, feed == ACO_FEED_PRODUCT_LAYERS ? &mapping->layer : &mapping->store_view);
		if (feed == ACO_FEED_PRODUCT_LAYERS) {
			aco_buf_append_char(&mapping->identity, '\0');
			aco_buf_append(&mapping->identity, mapping->store_view.bytes, mapping->store_view.length);
		}
	} else if (!rules->by_price_book) {
		if (!aco_map_text_required(mapping, item, ACO_KEY_storeViewCode, NULL, &mapping->store_view)) {
			return false;
		}

		set_identity(mapping, &mapping->name, &mapping->store_view);
	} else if (feed == ACO_FEED_PRICE_BOOKS) {
		set_identity(mapping, &mapping->book.website, group);
	} else {
		set_identity(mapping, &mapping->name, group->length > 0 ? group : &(aco_text) {"0", 1, ""});
		aco_buf_append_char(&mapping->identity, '\0');
		aco_buf_append(&mapping->identity, mapping->book.website.bytes, mapping->book.website.length);
	}

	return true;
}

static bool is_disabled(const aco_mapping *mapping, const feed_rules *rules, HashTable *websites,
	HashTable *store_views)
{
	HashTable *disabled = rules->by_price_book ? websites : store_views;
	const aco_text *code = rules->by_price_book ? &mapping->book.website : &mapping->store_view;

	return disabled && zend_hash_num_elements(disabled) > 0
		&& zend_hash_str_exists(disabled, code->bytes, code->length);
}

static void write_delete_body(aco_mapping *mapping, aco_feed_id feed, const feed_rules *rules)
{
	const char *opening = rules->delete_opening;

	if (opening && !aco_json_add_string(&mapping->out, opening, strlen(opening), mapping->name.bytes,
			mapping->name.length)) {
		aco_map_note_replaced(mapping, ACO_PATH(NULL, aco_map_name(rules->identity[0])));
	}

	if (feed == ACO_FEED_PRODUCT_LAYERS) {
		aco_map_layer_source(mapping);
	} else if (!rules->by_price_book) {
		aco_map_source(mapping);
	} else if (opening) {
		ACO_MAP_WRITE_PRICE_BOOK_ID(mapping, ",\"priceBookId\":\"");
	} else {
		ACO_MAP_WRITE_PRICE_BOOK_ID(mapping, "{\"priceBookId\":\"");
	}

	aco_json_end_object(&mapping->out);
}

static bool is_root_category(HashTable *item)
{
	zval *path = aco_map_get(item, ACO_KEY_urlPath);

	return path && Z_TYPE_P(path) == IS_STRING && Z_STRLEN_P(path) == 0;
}

static aco_map_result write_body(aco_mapping *mapping, aco_feed_id feed, const feed_rules *rules, HashTable *item)
{
	if (mapping->deleted) {
		write_delete_body(mapping, feed, rules);
	} else if (!rules->write(mapping, item)) {
		return ACO_MAP_FAILED;
	}

	if (mapping->out.buf.failed || mapping->inner.buf.failed || mapping->identity.failed) {
		return ACO_MAP_NO_MEMORY;
	}
	return ACO_MAP_DONE;
}

aco_map_result aco_map_item(aco_mapping *mapping, aco_feed_id feed, HashTable *item,
	HashTable *disabled_websites, HashTable *disabled_store_views)
{
	const feed_rules *rules = &feeds[feed];

	assert((size_t) feed < ACO_FEED_COUNT);
	aco_mapping_start(mapping);

	if (feed == ACO_FEED_CATEGORIES && is_root_category(item)) {
		return ACO_MAP_SKIPPED;
	}
	if (!build_identity(mapping, feed, rules, item)
			|| !aco_map_flag_member(mapping, item, ACO_KEY_deleted, NULL, &mapping->deleted)) {
		return ACO_MAP_FAILED;
	}
	if (!mapping->deleted) {
		mapping->deleted = is_disabled(mapping, rules, disabled_websites, disabled_store_views);
	}

	return write_body(mapping, feed, rules, item);
}

aco_map_result aco_map_deletion(aco_mapping *mapping, aco_feed_id feed, HashTable *item)
{
	const feed_rules *rules = &feeds[feed];

	assert((size_t) feed < ACO_FEED_COUNT);
	aco_mapping_start(mapping);

	if (feed == ACO_FEED_CATEGORIES && is_root_category(item)) {
		return ACO_MAP_SKIPPED;
	}
	if (!build_identity(mapping, feed, rules, item)) {
		return ACO_MAP_FAILED;
	}

	mapping->deleted = true;
	return write_body(mapping, feed, rules, item);
}

size_t aco_map_describe_value(HashTable *item, aco_map_key key, char *text, size_t size, size_t length)
{
	zval *value = aco_map_get(item, key);
	char excerpt[65];

	if (value && Z_TYPE_P(value) == IS_STRING) {
		aco_utf8_excerpt(excerpt, sizeof(excerpt), Z_STRVAL_P(value), Z_STRLEN_P(value));
	} else if (value && Z_TYPE_P(value) == IS_LONG) {
		snprintf(excerpt, sizeof(excerpt), ZEND_LONG_FMT, Z_LVAL_P(value));
	} else {
		return length;
	}

	if (length < size) {
		length += (size_t) snprintf(text + length, size - length, "%s%s \"%s\"", length ? ", " : "", aco_map_name(key),
			excerpt);
	}

	return length;
}

void aco_map_describe(aco_feed_id feed, HashTable *item, char *text, size_t size)
{
	const feed_rules *rules = &feeds[feed];
	size_t length = 0;

	text[0] = '\0';
	for (size_t i = 0; i < rules->identity_count; i++) {
		length = aco_map_describe_value(item, rules->identity[i], text, size, length);
	}

	if (has_source(feed)) {
		zval *source = aco_map_get(item, ACO_KEY_source);

		if (source && Z_TYPE_P(source) == IS_ARRAY) {
			length = aco_map_describe_value(Z_ARRVAL_P(source), ACO_KEY_layer, text, size, length);
			aco_map_describe_value(Z_ARRVAL_P(source), ACO_KEY_locale, text, size, length);
		}
	}
}
