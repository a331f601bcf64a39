/* SPDX-License-Identifier: MIT */
#include "src/map/map.h"

#include "src/map/feeds.h"
#include "src/map/price_books.h"
#include "src/core/base/utf8.h"

/* Scratch above this is given back after an item, so that one huge item costs memory only once. */
#define SCRATCH_KEPT (1 << 20)

#define IDENTITY_MAX 3

typedef struct feed_mapping {
	/* Identity of the source item, as Commerce's feed tables hash it. Price feeds compute theirs. */
	aco_map_key identity[IDENTITY_MAX];
	size_t identity_count;
	bool by_price_book;
	bool (*write)(aco_map *map, HashTable *item);
	/* Wire name of identity[0] in the delete body. */
	const char *delete_key;
	size_t delete_key_length;
} feed_mapping;

#define DELETE_KEY(name) "\"" name "\":", sizeof("\"" name "\":") - 1

static const feed_mapping mappings[ACO_FEED_COUNT] = {
	[ACO_FEED_PRODUCTS] = {
		{ACO_KEY_sku, ACO_KEY_storeViewCode}, 2, false, aco_map_product, DELETE_KEY("sku")},
	[ACO_FEED_PRODUCT_ATTRIBUTES] = {
		{ACO_KEY_attributeCode, ACO_KEY_storeViewCode}, 2, false, aco_map_product_attribute, DELETE_KEY("code")},
	[ACO_FEED_CATEGORIES] = {
		{ACO_KEY_urlPath, ACO_KEY_storeViewCode}, 2, false, aco_map_category, DELETE_KEY("slug")},
	[ACO_FEED_PRICES] = {
		{ACO_KEY_sku, ACO_KEY_customerGroupCode, ACO_KEY_websiteCode}, 3, true, aco_map_price, DELETE_KEY("sku")},
	[ACO_FEED_PRICE_BOOKS] = {
		{ACO_KEY_websiteCode, ACO_KEY_customerGroupCode}, 2, true, aco_map_price_book, NULL, 0},
};

void aco_map_free(aco_map *map)
{
	aco_buf_free(&map->out.buf);
	aco_buf_free(&map->inner.buf);
	aco_buf_free(&map->identity);
}

void aco_map_trim(aco_map *map)
{
	aco_buf_recycle(&map->out.buf, SCRATCH_KEPT);
	aco_buf_recycle(&map->inner.buf, SCRATCH_KEPT);
	aco_buf_recycle(&map->identity, SCRATCH_KEPT);
}

void aco_map_start(aco_map *map)
{
	aco_map_trim(map);
	map->out.replaced = map->inner.replaced = 0;
	map->field[0] = map->reason[0] = map->replaced_field[0] = '\0';
	map->deleted = false;
}

bool aco_map_source(aco_map *map, HashTable *item)
{
	aco_text store_view;

	if (!aco_map_text_required(map, item, ACO_KEY_storeViewCode, NULL, &store_view)) {
		return false;
	}
	aco_json_append(&map->out, ",\"source\":{");
	ACO_MAP_WRITE_FIRST(map, "locale", &store_view, ACO_PATH(NULL, "storeViewCode"));
	aco_json_end_object(&map->out);
	return true;
}

static void append_identity(aco_map *map, const aco_text *part)
{
	if (map->identity.length > 0) {
		aco_buf_append_char(&map->identity, '\0');
	}
	aco_buf_append(&map->identity, part->bytes, part->length);
}

static bool build_identity(aco_map *map, aco_feed_id feed, const feed_mapping *mapping, HashTable *item)
{
	aco_price_book_key book;
	aco_text part;

	map->identity.length = 0;
	if (mapping->by_price_book && !aco_map_price_book_key(map, item, feed == ACO_FEED_PRICES ? "0" : "", &book)) {
		return false;
	}

	for (size_t i = 0; i < mapping->identity_count; i++) {
		if (mapping->identity[i] == ACO_KEY_customerGroupCode) {
			append_identity(map, &book.group);
			continue;
		}

		if (!aco_map_text_required(map, item, mapping->identity[i], NULL, &part)) {
			return false;
		}

		append_identity(map, &part);
	}

	return true;
}

static bool is_disabled(aco_map *map, const feed_mapping *mapping, HashTable *item, HashTable *websites, HashTable *store_views)
{
	HashTable *disabled = mapping->by_price_book ? websites : store_views;
	aco_text code;

	if (!disabled || zend_hash_num_elements(disabled) == 0) {
		return false;
	}

	/* A missing or malformed code is reported by the identity. */
	if (!aco_map_text_member(map, item, mapping->by_price_book ? ACO_KEY_websiteCode : ACO_KEY_storeViewCode, NULL, &code)
			|| !code.bytes) {
		return false;
	}

	return zend_hash_str_exists(disabled, code.bytes, code.length);
}

static bool write_delete_body(aco_map *map, const feed_mapping *mapping, HashTable *item)
{
	aco_price_book_key book;
	aco_text text;

	aco_json_begin_object(&map->out);

	if (mapping->delete_key) {
		aco_json_raw(&map->out, mapping->delete_key, mapping->delete_key_length);
		if (!aco_map_text_required(map, item, mapping->identity[0], NULL, &text)) {
			return false;
		}

		aco_map_write_text(map, &map->out, &text, ACO_PATH(NULL, aco_map_name(mapping->identity[0])));
	}

	if (mapping->by_price_book) {
		if (!aco_map_price_book_key(map, item, "", &book)) {
			return false;
		}

		aco_json_key(&map->out, "priceBookId");
		aco_map_write_price_book_id(map, &book);
	} else if (!aco_map_source(map, item)) {
		return false;
	}

	aco_json_end_object(&map->out);
	return true;
}

static bool is_root_category(aco_map *map, HashTable *item)
{
	zval *path = aco_map_get(item, ACO_KEY_urlPath);

	return path && Z_TYPE_P(path) == IS_STRING && Z_STRLEN_P(path) == 0;
}

static aco_map_result write_body(aco_map *map, const feed_mapping *mapping, HashTable *item)
{
	if (!(map->deleted ? write_delete_body(map, mapping, item) : mapping->write(map, item))) {
		return ACO_MAP_FAILED;
	}
	if (map->out.buf.failed || map->inner.buf.failed || map->identity.failed) {
		return ACO_MAP_NO_MEMORY;
	}
	return ACO_MAP_DONE;
}

aco_map_result aco_map_item(aco_map *map, aco_feed_id feed, HashTable *item,
	HashTable *disabled_websites, HashTable *disabled_store_views)
{
	const feed_mapping *mapping = &mappings[feed];

	aco_map_start(map);

	if (feed == ACO_FEED_CATEGORIES && is_root_category(map, item)) {
		return ACO_MAP_SKIPPED;
	}
	if (!build_identity(map, feed, mapping, item) || !aco_map_flag_member(map, item, ACO_KEY_deleted, NULL, &map->deleted)) {
		return ACO_MAP_FAILED;
	}
	if (!map->deleted) {
		map->deleted = is_disabled(map, mapping, item, disabled_websites, disabled_store_views);
	}

	return write_body(map, mapping, item);
}

aco_map_result aco_map_deletion(aco_map *map, aco_feed_id feed, HashTable *item)
{
	const feed_mapping *mapping = &mappings[feed];

	aco_map_start(map);
	if (feed == ACO_FEED_CATEGORIES && is_root_category(map, item)) {
		return ACO_MAP_SKIPPED;
	}
	if (!build_identity(map, feed, mapping, item)) {
		return ACO_MAP_FAILED;
	}
	map->deleted = true;
	return write_body(map, mapping, item);
}

/* One name and value more; what is neither string nor integer is left out. */
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
		length += (size_t) snprintf(text + length, size - length, "%s%s \"%s\"", length ? ", " : "", aco_map_name(key), excerpt);
	}

	return length;
}

void aco_map_describe(aco_feed_id feed, HashTable *item, char *text, size_t size)
{
	const feed_mapping *mapping = &mappings[feed];
	size_t length = 0;

	text[0] = '\0';
	for (size_t i = 0; i < mapping->identity_count; i++) {
		length = aco_map_describe_value(item, mapping->identity[i], text, size, length);
	}
}
