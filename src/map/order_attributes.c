/* SPDX-License-Identifier: MIT */
/* What a shop defines itself: the custom attributes of orders and lines, and the options of products. */
#include "src/map/order_parts.h"

#include "ext/json/php_json.h"
#include "ext/json/php_json_parser.h"

/* Options are neither that deep nor that long; others are not parsed. */
#define OPTIONS_DEPTH 16
#define OPTIONS_BYTES (1 << 20)

/* The value of the first entry with that name in a list of {name, value}. */
static zval *find_value(HashTable *pairs, const zend_string *name)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(pairs, entry) {
		zval *key;

		if (!(entry = aco_map_plain(entry)) || Z_TYPE_P(entry) != IS_ARRAY
				|| !(key = aco_map_get(Z_ARRVAL_P(entry), ACO_KEY_name))) {
			continue;
		}
		if (Z_TYPE_P(key) == IS_STRING && zend_string_equals(Z_STR_P(key), name)) {
			return aco_map_get(Z_ARRVAL_P(entry), ACO_KEY_value);
		}
	} ZEND_HASH_FOREACH_END();

	return NULL;
}

/* The length of the objects that two paths share: whole names with their dots. */
static size_t common_start(const zend_string *a, const zend_string *b)
{
	size_t common = 0;

	for (size_t i = 0; i < ZSTR_LEN(a) && i < ZSTR_LEN(b) && ZSTR_VAL(a)[i] == ZSTR_VAL(b)[i]; i++) {
		if (ZSTR_VAL(a)[i] == '.') {
			common = i + 1;
		}
	}
	return common;
}

static void close_objects(aco_mapping *mapping, const zend_string *path, size_t from)
{
	for (size_t i = from; i < ZSTR_LEN(path); i++) {
		if (ZSTR_VAL(path)[i] == '.') {
			aco_json_end_object(&mapping->out);
		}
	}
}

/* Writes the names from `at` on, and opens an object after all but the last. They need no escaping. */
static void open_objects(aco_mapping *mapping, const zend_string *path, size_t at)
{
	while (at < ZSTR_LEN(path)) {
		const char *name = ZSTR_VAL(path) + at;
		const char *dot = memchr(name, '.', ZSTR_LEN(path) - at);
		size_t length = dot ? (size_t) (dot - name) : ZSTR_LEN(path) - at;

		aco_json_raw(&mapping->out, "\"", 1);
		aco_buf_append(&mapping->out.buf, name, length);
		aco_buf_append_literal(&mapping->out.buf, "\":");

		if (dot) {
			aco_json_begin_object(&mapping->out);
		}

		at += length + 1;
	}
}

void aco_map_write_at_path(aco_mapping *mapping, const zend_string *path, const aco_text *text,
	const aco_map_path *source)
{
	open_objects(mapping, path, 0);
	aco_map_write_text(mapping, &mapping->out, text, source);
	close_objects(mapping, path, 0);
}

bool aco_map_write_order_attributes(aco_mapping *mapping, const aco_order_attributes *allowed, HashTable *fields,
	const aco_map_path *path)
{
	const zend_string *open = NULL;
	HashTable *pairs;

	if (allowed->count == 0) {
		return true;
	}
	if (!aco_map_list_member(mapping, fields, ACO_KEY_additionalInformation, path, &pairs)) {
		return false;
	}

	for (size_t i = 0; pairs && i < allowed->count; i++) {
		const aco_order_attribute *attribute = &allowed->list[i];
		const aco_map_path list_path = {path, "additionalInformation", 0},
			value_path = {&list_path, ZSTR_VAL(attribute->name), 0};
		zval *value = find_value(pairs, attribute->name);
		aco_text text;
		size_t common = 0;

		if (!value) {
			continue;
		}
		if (!aco_map_text(mapping, value, &value_path, &text)) {
			return false;
		}

		if (open) {
			common = common_start(open, attribute->path);
			close_objects(mapping, open, common);
		}

		open_objects(mapping, attribute->path, common);
		aco_map_write_text(mapping, &mapping->out, &text, &value_path);
		open = attribute->path;
	}

	if (open) {
		close_objects(mapping, open, 0);
	}

	return true;
}

static bool is_text(const zval *value)
{
	return value && (Z_TYPE_P(value) == IS_STRING || Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE);
}

/* Options may have any shape; those without a label and a value are left out. */
static bool write_selected_options(aco_mapping *mapping, HashTable *options, const aco_map_path *path)
{
	zval *attributes = aco_map_get(options, ACO_KEY_attributes_info), *entry;
	aco_map_group group;

	if (!attributes || Z_TYPE_P(attributes) != IS_ARRAY) {
		return true;
	}

	ACO_MAP_OPEN(mapping, &group, "\"selectedOptions\":[");

	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(attributes), entry) {
		zval *label, *value;
		aco_text text;

		if (!(entry = aco_map_plain(entry)) || Z_TYPE_P(entry) != IS_ARRAY) {
			continue;
		}

		label = aco_map_get(Z_ARRVAL_P(entry), ACO_KEY_label);
		value = aco_map_get(Z_ARRVAL_P(entry), ACO_KEY_value);
		if (!is_text(label) || !is_text(value)) {
			continue;
		}
		if (!aco_map_text(mapping, label, path, &text)) {
			return false;
		}

		aco_json_begin_object(&mapping->out);
		ACO_MAP_WRITE_MEMBER(mapping, "attribute", &text, path);
		if (!aco_map_text(mapping, value, path, &text)) {
			return false;
		}

		ACO_MAP_WRITE_MEMBER(mapping, "value", &text, path);
		aco_json_end_object(&mapping->out);
	} ZEND_HASH_FOREACH_END();

	aco_map_close(mapping, &group, "]");
	return true;
}

bool aco_map_write_order_options(aco_mapping *mapping, HashTable *fields, const aco_map_path *parent)
{
	static const char wanted[] = "\"attributes_info\"";
	const aco_map_path path = {parent, "productOptions", 0};
	zval *options = aco_map_get(fields, ACO_KEY_productOptions), decoded;
	php_json_parser parser;
	bool done = true;

	if (!options) {
		return true;
	}
	if (Z_TYPE_P(options) == IS_ARRAY) {
		return write_selected_options(mapping, Z_ARRVAL_P(options), &path);
	}

	/* Most lines have no options, which shows without parsing. */
	if (Z_TYPE_P(options) != IS_STRING || Z_STRLEN_P(options) > OPTIONS_BYTES
			|| !zend_memnstr(Z_STRVAL_P(options), wanted, sizeof(wanted) - 1,
				Z_STRVAL_P(options) + Z_STRLEN_P(options))) {
		return true;
	}

	ZVAL_UNDEF(&decoded);
	php_json_parser_init(&parser, &decoded, Z_STRVAL_P(options), Z_STRLEN_P(options), PHP_JSON_OBJECT_AS_ARRAY,
		OPTIONS_DEPTH);
	if (php_json_parse(&parser) != 0) {
		return true;
	}
	if (Z_TYPE(decoded) == IS_ARRAY) {
		done = write_selected_options(mapping, Z_ARRVAL(decoded), &path);
	}

	zval_ptr_dtor(&decoded);
	return done;
}
