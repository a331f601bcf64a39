/* SPDX-License-Identifier: MIT */
#include "src/php/experience/order_mapper.h"

#include "src/php/experience/event.h"
#include "src/php/experience/settings.h"
#include "src/map/orders.h"
#include "src/php/exceptions.h"
#include "src/php/lifetime.h"

#include <ctype.h>

#include "src/php/experience/order_mapper_arginfo.h"

#define MAX_ATTRIBUTES 200
#define MAX_NAME 64
#define MIN_DEPTH 2
#define MAX_DEPTH 8

static zend_class_entry *php_aco_experience_order_mapper_ce;

typedef struct php_aco_experience_order_mapper {
	/* NULL until the object is constructed. The property may differ, as ArrayObject can write to it. */
	zend_object *settings;
	/* The options hold references of their own. */
	aco_order_options options;
	zend_object std;
} php_aco_experience_order_mapper;

PHP_ACO_ASSERT_STD_LAST(php_aco_experience_order_mapper);

#define MAPPER(object) PHP_ACO_FETCH(php_aco_experience_order_mapper, (object))

static zend_object_handlers php_aco_order_mapper_handlers;

enum {
	PROPERTY_SETTINGS,
	PROPERTY_DOCUMENTED_NAMES,
	PROPERTY_ORDER_ATTRIBUTES,
	PROPERTY_ITEM_ATTRIBUTES,
	PROPERTY_TRACKING_PATH,
	PROPERTY_NORMALIZED_IDENTITY
};

static zend_object *php_aco_order_mapper_create(zend_class_entry *class_entry)
{
	return php_aco_object_create(class_entry, &php_aco_order_mapper_handlers);
}

static void free_attributes(aco_order_attributes *attributes)
{
	for (size_t i = 0; i < attributes->count; i++) {
		zend_string_release(attributes->list[i].name);
		zend_string_release(attributes->list[i].path);
	}
	if (attributes->list) {
		efree(attributes->list);
	}
	attributes->list = NULL;
	attributes->count = 0;
}

static void php_aco_order_mapper_free(zend_object *object)
{
	php_aco_remains remains = {0};

	free_attributes(&MAPPER(object)->options.order_attributes);
	free_attributes(&MAPPER(object)->options.item_attributes);
	if (MAPPER(object)->options.tracking_path) {
		zend_string_release(MAPPER(object)->options.tracking_path);
	}
	if (MAPPER(object)->options.environment) {
		zend_string_release(MAPPER(object)->options.environment);
	}

	php_aco_remains_take_object(&remains, &MAPPER(object)->settings);
	zend_object_std_dtor(object);
	php_aco_remains_release(&remains);
}

static HashTable *php_aco_order_mapper_get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (MAPPER(object)->settings) {
		zend_get_gc_buffer_add_obj(buffer, MAPPER(object)->settings);
	}
	return php_aco_gc(object, buffer, table, count);
}

/* Names joined by dots. The first is a tenant's, so that no path can overwrite a standard field. */
static bool is_path(const zend_string *path)
{
	size_t depth = 1, length = 0;

	for (size_t i = 0; i < ZSTR_LEN(path); i++) {
		unsigned char byte = (unsigned char) ZSTR_VAL(path)[i];

		if (byte == '.') {
			if (length == 0) {
				return false;
			}

			depth++;
			length = 0;
		} else if (byte > 127 || !(isalnum(byte) || byte == '_') || ++length > MAX_NAME) {
			return false;
		}
	}

	return length > 0 && depth >= MIN_DEPTH && depth <= MAX_DEPTH
		&& ZSTR_VAL(path)[0] == '_' && ZSTR_VAL(path)[1] != '.' && strncmp(ZSTR_VAL(path), "_id.", strlen("_id.")) != 0;
}

static int compare_attributes(const void *left, const void *right)
{
	const aco_order_attribute *a = left, *b = right;

	/* is_path() has refused NUL bytes. */
	return strcmp(ZSTR_VAL(a->path), ZSTR_VAL(b->path));
}

static void swap_attributes(void *left, void *right)
{
	aco_order_attribute attribute = *(aco_order_attribute *) left;

	*(aco_order_attribute *) left = *(aco_order_attribute *) right;
	*(aco_order_attribute *) right = attribute;
}

/* Among sorted paths, one that collides with a path comes right before it: dots sort before all other characters. */
static bool php_aco_order_mapper_collides(const zend_string *path, const zend_string *next)
{
	size_t length = ZSTR_LEN(path);

	return ZSTR_LEN(next) >= length && memcmp(ZSTR_VAL(next), ZSTR_VAL(path), length) == 0
		&& (ZSTR_LEN(next) == length || ZSTR_VAL(next)[length] == '.');
}

static bool read_attributes(HashTable *given, const char *parameter, aco_order_attributes *attributes)
{
	zend_ulong number;
	zend_string *name;
	zval *path;

	if (!given || zend_hash_num_elements(given) == 0) {
		return true;
	}

	if (zend_hash_num_elements(given) > MAX_ATTRIBUTES) {
		php_aco_throw_argument("%s must not hold more than %d attributes", parameter, MAX_ATTRIBUTES);
		return false;
	}

	attributes->list = safe_emalloc(zend_hash_num_elements(given), sizeof(*attributes->list), 0);

	ZEND_HASH_FOREACH_KEY_VAL(given, number, name, path) {
		ZVAL_DEREF(path);

		if (Z_TYPE_P(path) != IS_STRING || !is_path(Z_STR_P(path))) {
			php_aco_throw_argument("%s must hold paths such as \"_tenant.name\", %d to %d names of letters, digits and _",
				parameter, MIN_DEPTH, MAX_DEPTH);
			return false;
		}

		attributes->list[attributes->count].name = name ? zend_string_copy(name) : zend_long_to_str((zend_long) number);
		attributes->list[attributes->count++].path = zend_string_copy(Z_STR_P(path));
	} ZEND_HASH_FOREACH_END();

	zend_sort(attributes->list, attributes->count, sizeof(*attributes->list), compare_attributes, swap_attributes);

	for (size_t i = 1; i < attributes->count; i++) {
		if (php_aco_order_mapper_collides(attributes->list[i - 1].path, attributes->list[i].path)) {
			php_aco_throw_argument("%s has the path \"%s\" twice, or another one in it", parameter,
				ZSTR_VAL(attributes->list[i - 1].path));
			return false;
		}
	}

	return true;
}

static void set_array(zend_object *object, uint32_t property, HashTable *array)
{
	zval value;

	if (array) {
		ZVAL_ARR(&value, zend_array_dup(array));
	} else {
		ZVAL_EMPTY_ARRAY(&value);
	}
	php_aco_set_property(object, property, &value);
}

static void set_properties(php_aco_experience_order_mapper *mapper, HashTable *order_attributes,
	HashTable *item_attributes, zend_string *tracking_path)
{
	zval value;

	ZVAL_OBJ_COPY(&value, mapper->settings);
	php_aco_set_property(&mapper->std, PROPERTY_SETTINGS, &value);
	ZVAL_BOOL(&value, mapper->options.documented_names);
	php_aco_set_property(&mapper->std, PROPERTY_DOCUMENTED_NAMES, &value);

	set_array(&mapper->std, PROPERTY_ORDER_ATTRIBUTES, order_attributes);
	set_array(&mapper->std, PROPERTY_ITEM_ATTRIBUTES, item_attributes);

	ZVAL_STR_COPY(&value, tracking_path);
	php_aco_set_property(&mapper->std, PROPERTY_TRACKING_PATH, &value);
	ZVAL_BOOL(&value, mapper->options.normalized_identity);
	php_aco_set_property(&mapper->std, PROPERTY_NORMALIZED_IDENTITY, &value);
}

PHP_METHOD(Aco_Experience_OrderMapper, __construct)
{
	php_aco_experience_order_mapper *mapper = MAPPER(Z_OBJ_P(ZEND_THIS));
	HashTable *order_attributes = NULL, *item_attributes = NULL;
	zend_string *tracking_path = ZSTR_EMPTY_ALLOC();
	bool documented = false, normalized = false;
	zend_object *settings;

	ZEND_PARSE_PARAMETERS_START(1, 6)
		Z_PARAM_OBJ_OF_CLASS(settings, php_aco_experience_settings_ce)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(documented)
		Z_PARAM_ARRAY_HT(order_attributes)
		Z_PARAM_ARRAY_HT(item_attributes)
		Z_PARAM_STR(tracking_path)
		Z_PARAM_BOOL(normalized)
	ZEND_PARSE_PARAMETERS_END();

	if (mapper->settings) {
		zend_throw_error(NULL, "Cannot construct Aco\\Experience\\OrderMapper twice");
		RETURN_THROWS();
	}

	if (ZSTR_LEN(tracking_path) > 0 && !is_path(tracking_path)) {
		php_aco_throw_argument(
			"$trackingPath must be a path such as \"_tenant.name\", %d to %d names of letters, digits and _",
			MIN_DEPTH, MAX_DEPTH);
		RETURN_THROWS();
	}

	if (!php_aco_experience_settings_made(settings)
			|| !read_attributes(order_attributes, "$orderAttributes", &mapper->options.order_attributes)
			|| !read_attributes(item_attributes, "$itemAttributes", &mapper->options.item_attributes)) {
		free_attributes(&mapper->options.order_attributes);
		free_attributes(&mapper->options.item_attributes);
		RETURN_THROWS();
	}

	GC_ADDREF(settings);
	mapper->settings = settings;
	mapper->options.environment = zend_string_copy(php_aco_experience_settings_environment(settings));
	mapper->options.documented_names = documented;
	mapper->options.normalized_identity = normalized;
	if (ZSTR_LEN(tracking_path) > 0) {
		mapper->options.tracking_path = zend_string_copy(tracking_path);
	}

	set_properties(mapper, order_attributes, item_attributes, tracking_path);
}

/* A set of the ids; other values than strings are ignored. */
static HashTable *make_set(HashTable *ids)
{
	HashTable *set;
	zval *id;

	if (!ids || zend_hash_num_elements(ids) == 0) {
		return NULL;
	}

	set = zend_new_array(zend_hash_num_elements(ids));

	ZEND_HASH_FOREACH_VAL(ids, id) {
		ZVAL_DEREF(id);

		if (Z_TYPE_P(id) == IS_STRING) {
			zend_hash_add_empty_element(set, Z_STR_P(id));
		}
	} ZEND_HASH_FOREACH_END();

	return set;
}

static void add_event(zval *list, const aco_mapping *map, const aco_order *order, zend_string *order_id,
	zend_string *website)
{
	php_aco_experience_event_parts parts = {
		zend_string_init(order->event_id, ACO_ORDER_EVENT_ID, false),
		zend_string_init(order->event_type, strlen(order->event_type), false),
		order_id,
		website,
		zend_string_init(order->timestamp, order->timestamp_length, false),
		zend_string_init(map->out.buf.data, map->out.buf.length, false),
		&order->omitted,
	};
	zval event;

	php_aco_experience_event_make(&event, &parts);
	add_next_index_zval(list, &event);
	zend_string_release(parts.id);
	zend_string_release(parts.type);
	zend_string_release(parts.timestamp);
	zend_string_release(parts.json);
}

static aco_map_result add_events(zval *list, aco_mapping *map, aco_order *order, HashTable *sent)
{
	zend_string *order_id = zend_string_init(order->id.bytes, order->id.length, false);
	zend_string *website = order->website.length > 0
		? zend_string_init(order->website.bytes, order->website.length, false)
		: ZSTR_EMPTY_ALLOC();
	aco_map_result result;

	while ((result = aco_map_order_next(map, order, sent)) == ACO_MAP_DONE) {
		add_event(list, map, order, order_id, website);
	}

	zend_string_release(order_id);
	zend_string_release(website);
	return result;
}

static aco_map_result map_order(zval *list, php_aco_experience_order_mapper *mapper, aco_mapping *map,
	HashTable *fields, HashTable *sent, HashTable *first_sent)
{
	aco_map_result result;
	aco_text website;
	aco_order order;

	aco_mapping_start(map);

	if (!aco_map_order_website(map, fields, &website)) {
		return ACO_MAP_FAILED;
	}
	if (!php_aco_experience_settings_back_office(
			mapper->settings, website.length > 0 ? website.bytes : NULL, website.length)) {
		return ACO_MAP_SKIPPED;
	}

	result = aco_map_order_begin(map, &mapper->options, fields, &order);
	if (result == ACO_MAP_DONE) {
		order.first_sent = first_sent;
		result = add_events(list, map, &order, sent);
	}

	aco_map_order_free(&order);
	return result;
}

PHP_METHOD(Aco_Experience_OrderMapper, map)
{
	php_aco_experience_order_mapper *mapper = MAPPER(Z_OBJ_P(ZEND_THIS));
	HashTable *fields, *sent_ids = NULL, *first_sent = NULL, *sent;
	aco_mapping *map = php_aco_scratch_mapping();
	aco_map_result result;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ARRAY_HT(fields)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(sent_ids)
		Z_PARAM_ARRAY_HT(first_sent)
	ZEND_PARSE_PARAMETERS_END();

	if (!mapper->settings) {
		zend_throw_error(NULL, "Aco\\Experience\\OrderMapper was not constructed");
		RETURN_THROWS();
	}

	array_init(return_value);
	sent = make_set(sent_ids);
	result = map_order(return_value, mapper, map, fields, sent, first_sent);

	if (sent) {
		zend_array_release(sent);
	}

	if (result == ACO_MAP_FAILED) {
		php_aco_throw_order_mapping(fields, map);
		RETURN_THROWS();
	}

	if (result == ACO_MAP_NO_MEMORY) {
		php_aco_throw_memory();
		RETURN_THROWS();
	}
}

void php_aco_experience_order_mapper_register(void)
{
	php_aco_experience_order_mapper_ce = register_class_Aco_Experience_OrderMapper();
	php_aco_object_register(php_aco_experience_order_mapper_ce, php_aco_order_mapper_create,
		&php_aco_order_mapper_handlers, offsetof(php_aco_experience_order_mapper, std), php_aco_order_mapper_free,
		php_aco_order_mapper_get_gc);
}
