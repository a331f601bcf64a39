/* SPDX-License-Identifier: MIT */
#include "src/map/shaped.h"

#include "src/map/feeds.h"

typedef enum member_kind {
	MEMBER_TEXT,
	/* A list of texts. */
	MEMBER_TEXTS,
	MEMBER_OBJECT,
	/* A list of objects. */
	MEMBER_OBJECTS
} member_kind;

/* A member of a body, as the API's schema describes it. */
typedef struct schema_member {
	aco_map_key key;
	member_kind kind;
	bool required;
	/* Those of the object, or of each in the list. */
	const struct schema_member *members;
	size_t count;
} schema_member;

/* The members of an object that has a schema of its own. */
#define OF(members) (members), sizeof(members) / sizeof(*(members))

static const schema_member meta_tags_members[] = {
	{ACO_KEY_title, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_description, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_keywords, MEMBER_TEXTS, false, NULL, 0},
};

static const schema_member attribute_members[] = {
	{ACO_KEY_code, MEMBER_TEXT, true, NULL, 0},
	{ACO_KEY_values, MEMBER_TEXTS, true, NULL, 0},
	{ACO_KEY_variantReferenceId, MEMBER_TEXT, false, NULL, 0},
};

static const schema_member image_members[] = {
	{ACO_KEY_url, MEMBER_TEXT, true, NULL, 0},
	{ACO_KEY_label, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_roles, MEMBER_TEXTS, false, NULL, 0},
	{ACO_KEY_customRoles, MEMBER_TEXTS, false, NULL, 0},
};

static const schema_member link_members[] = {
	{ACO_KEY_type, MEMBER_TEXT, true, NULL, 0},
	{ACO_KEY_sku, MEMBER_TEXT, true, NULL, 0},
};

static const schema_member external_id_members[] = {
	{ACO_KEY_id, MEMBER_TEXT, true, NULL, 0},
	{ACO_KEY_origin, MEMBER_TEXT, true, NULL, 0},
};

static const schema_member category_attribute_members[] = {
	{ACO_KEY_label, MEMBER_TEXT, true, NULL, 0},
	{ACO_KEY_dataType, MEMBER_TEXT, true, NULL, 0},
};

static const schema_member product_layer_members[] = {
	{ACO_KEY_name, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_description, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_shortDescription, MEMBER_TEXT, false, NULL, 0},
	{ACO_KEY_metaTags, MEMBER_OBJECT, false, OF(meta_tags_members)},
	{ACO_KEY_attributes, MEMBER_OBJECTS, false, OF(attribute_members)},
	{ACO_KEY_images, MEMBER_OBJECTS, false, OF(image_members)},
	{ACO_KEY_links, MEMBER_OBJECTS, false, OF(link_members)},
	{ACO_KEY_externalIds, MEMBER_OBJECTS, false, OF(external_id_members)},
};

bool aco_map_read_source(aco_mapping *mapping, aco_feed_id feed, HashTable *item)
{
	const aco_map_path path = {NULL, "source", 0};
	HashTable *source;

	if (!aco_map_list_member(mapping, item, ACO_KEY_source, NULL, &source)) {
		return false;
	}
	if (!source) {
		return aco_map_fail(mapping, &path, "is missing");
	}

	if (feed == ACO_FEED_PRODUCT_LAYERS) {
		return aco_map_text_required(mapping, source, ACO_KEY_layer, &path, &mapping->layer)
			&& aco_map_text_member(mapping, source, ACO_KEY_locale, &path, &mapping->store_view);
	}

	return aco_map_text_required(mapping, source, ACO_KEY_locale, &path, &mapping->store_view);
}

void aco_map_layer_source(aco_mapping *mapping)
{
	const aco_map_path path = {NULL, "source", 0};

	aco_json_append(&mapping->out, ",\"source\":{");

	if (mapping->store_view.length > 0) {
		ACO_MAP_WRITE_FIRST(mapping, "locale", &mapping->store_view, ACO_PATH(&path, "locale"));
		ACO_MAP_WRITE_NEXT(mapping, "layer", &mapping->layer, ACO_PATH(&path, "layer"));
	} else {
		ACO_MAP_WRITE_FIRST(mapping, "layer", &mapping->layer, ACO_PATH(&path, "layer"));
	}

	aco_json_end_object(&mapping->out);
}

static bool write_members(aco_mapping *mapping, HashTable *fields, const aco_map_path *parent,
	const schema_member *members, size_t count);

static bool write_text(aco_mapping *mapping, zval *value, const aco_map_path *path, bool required)
{
	aco_text text;

	if (!aco_map_text(mapping, value, path, &text) || (required && !aco_map_check_filled(mapping, path, &text))) {
		return false;
	}
	aco_map_write_text(mapping, &mapping->out, &text, path);
	return true;
}

static bool write_object(aco_mapping *mapping, zval *value, const aco_map_path *path, const schema_member *schema)
{
	HashTable *fields;

	if (!aco_map_entry(mapping, value, path, &fields)) {
		return false;
	}

	aco_json_begin_object(&mapping->out);
	if (!write_members(mapping, fields, path, schema->members, schema->count)) {
		return false;
	}
	aco_json_end_object(&mapping->out);
	return true;
}

static bool write_list(aco_mapping *mapping, zval *value, const aco_map_path *path, const schema_member *schema)
{
	zend_ulong index = 0;
	HashTable *entries;
	zval *entry;

	if (!aco_map_entry(mapping, value, path, &entries)) {
		return false;
	}

	aco_json_begin_array(&mapping->out);

	ZEND_HASH_FOREACH_VAL(entries, entry) {
		const aco_map_path entry_path = {path, NULL, index++};

		if (!(entry = aco_map_plain(entry))) {
			continue;
		}

		if (schema->kind == MEMBER_TEXTS ? !write_text(mapping, entry, &entry_path, false)
				: !write_object(mapping, entry, &entry_path, schema)) {
			return false;
		}
	} ZEND_HASH_FOREACH_END();

	aco_json_end_array(&mapping->out);
	return true;
}

static bool write_value(aco_mapping *mapping, zval *value, const aco_map_path *path, const schema_member *schema)
{
	switch (schema->kind) {
		case MEMBER_TEXT:
			return write_text(mapping, value, path, schema->required);
		case MEMBER_OBJECT:
			return write_object(mapping, value, path, schema);
		default:
			return write_list(mapping, value, path, schema);
	}
}

/* Leaves out what is absent, and objects and lists without anything in them. */
static bool write_members(aco_mapping *mapping, HashTable *fields, const aco_map_path *parent,
	const schema_member *members, size_t count)
{
	aco_buf *buf = &mapping->out.buf;

	for (const schema_member *at = members; at < members + count; at++) {
		const char *name = aco_map_name(at->key);
		const aco_map_path path = {parent, name, 0};
		zval *value = aco_map_get(fields, at->key);
		size_t start = buf->length, value_start;

		if (!value) {
			if (at->required) {
				return aco_map_fail(mapping, &path, "is missing");
			}
			continue;
		}

		aco_json_string(&mapping->out, name, strlen(name));
		aco_buf_append_char(buf, ':');
		value_start = buf->length;

		if (!write_value(mapping, value, &path, at)) {
			return false;
		}
		if (!at->required && at->kind != MEMBER_TEXT && buf->length == value_start + strlen("[]")) {
			buf->length = start;
		}
	}

	return true;
}

bool aco_map_category_attribute(aco_mapping *mapping, HashTable *item)
{
	ACO_MAP_BEGIN(mapping, "code", &mapping->name, ACO_PATH(NULL, "code"));
	aco_map_source(mapping);
	if (!write_members(mapping, item, NULL, OF(category_attribute_members))) {
		return false;
	}
	aco_json_end_object(&mapping->out);
	return true;
}

bool aco_map_product_layer(aco_mapping *mapping, HashTable *item)
{
	ACO_MAP_BEGIN(mapping, "sku", &mapping->name, ACO_PATH(NULL, "sku"));
	aco_map_layer_source(mapping);
	if (!write_members(mapping, item, NULL, OF(product_layer_members))) {
		return false;
	}
	aco_json_end_object(&mapping->out);
	return true;
}
