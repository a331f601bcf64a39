/* SPDX-License-Identifier: MIT */
/* The feed products: one item per product and store view. */
#include "src/map/attribute_values.h"
#include "src/map/feeds.h"
#include "src/map/product_lists.h"
#include "src/map/product_options.h"

/* Members of the attribute aco_ac_attributes: as attributes of their own they would collide with it. */
static bool is_reserved_code(const aco_text *code)
{
	return ACO_TEXT_IS(code, "inStock") || ACO_TEXT_IS(code, "lowStock")
		|| ACO_TEXT_IS(code, "weight") || ACO_TEXT_IS(code, "weightType");
}

static bool write_status(aco_mapping *mapping, HashTable *item)
{
	aco_text status, type;
	bool disabled;

	if (!aco_map_text_required(mapping, item, ACO_KEY_status, NULL, &status)
			|| !aco_map_text_member(mapping, item, ACO_KEY_type, NULL, &type)
			|| !aco_map_composite_disabled(mapping, item, &type, &disabled)) {
		return false;
	}

	if (disabled) {
		aco_json_append(&mapping->out, ",\"status\":\"DISABLED\"");
	} else {
		aco_map_write_upper(mapping, ",\"status\":\"", &status, ACO_PATH(NULL, "status"));
	}

	return true;
}

static bool write_visibility(aco_mapping *mapping, HashTable *item)
{
	aco_text visibility;
	const char *at, *end;

	if (!aco_map_text_member(mapping, item, ACO_KEY_visibility, NULL, &visibility)) {
		return false;
	}

	aco_json_next_array(&mapping->out, "visibleIn");

	at = visibility.bytes ? visibility.bytes : "";
	end = at + visibility.length;

	while (at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));
		const char *stop = comma ? comma : end;
		aco_text place;

		while (at < stop && *at == ' ') {
			at++;
		}

		place.bytes = at;
		place.length = (size_t) (stop - at);
		while (place.length > 0 && place.bytes[place.length - 1] == ' ') {
			place.length--;
		}

		if (ACO_TEXT_IS(&place, "Catalog")) {
			aco_json_literal(&mapping->out, "\"CATALOG\"");
		} else if (ACO_TEXT_IS(&place, "Search")) {
			aco_json_literal(&mapping->out, "\"SEARCH\"");
		}

		at = comma ? comma + 1 : end;
	}

	aco_json_end_array(&mapping->out);
	return true;
}

static zend_always_inline bool write_flag_or_null(aco_mapping *mapping, HashTable *item, aco_map_key key)
{
	zval *value = aco_map_get(item, key);
	bool flag;

	if (!value) {
		aco_json_null(&mapping->out);
		return true;
	}

	if (!aco_map_flag(mapping, value, ACO_PATH(NULL, aco_map_name(key)), &flag)) {
		return false;
	}

	aco_json_bool(&mapping->out, flag);
	return true;
}

/* Ends a JSON object that is written as the text of a string: with its last value, the brace and the quote. */
static void close_nested_object(aco_mapping *mapping, const aco_text *text, const aco_map_path *path)
{
	aco_json *inner = &mapping->inner;

	inner->buf.length = 0;
	aco_map_write_text(mapping, inner, text, path);
	aco_json_end_object(inner);
	aco_json_close_string(&mapping->out, inner->buf.data, inner->buf.length);
}

/*
 * Stock and weight are sent as JSON text in one attribute, as the API has no members for them. Only the unit of the
 * weight needs to be escaped; all else is written with its backslashes.
 */
static bool write_stock_and_weight(aco_mapping *mapping, HashTable *item)
{
	aco_buf *buf = &mapping->out.buf;
	aco_text unit;
	zval weight;
	bool found = false;

	aco_buf_append_literal(buf, "{\"code\":\"aco_ac_attributes\",\"values\":[\"{\\\"inStock\\\":");

	if (!write_flag_or_null(mapping, item, ACO_KEY_inStock)) {
		return false;
	}

	aco_buf_append_literal(buf, ",\\\"lowStock\\\":");

	if (!write_flag_or_null(mapping, item, ACO_KEY_lowStock)) {
		return false;
	}

	aco_buf_append_literal(buf, ",\\\"weight\\\":");

	if (!aco_map_number_member(mapping, item, ACO_KEY_weight, NULL, &weight, &found)
			|| !aco_map_text_member(mapping, item, ACO_KEY_weightUnit, NULL, &unit)) {
		return false;
	}

	if (found) {
		aco_map_write_number(&mapping->out, &weight);
	} else {
		aco_json_null(&mapping->out);
	}

	aco_buf_append_literal(buf, ",\\\"weightType\\\":");

	if (unit.bytes) {
		close_nested_object(mapping, &unit, ACO_PATH(NULL, "weightUnit"));
	} else {
		aco_buf_append_literal(buf, "null}\"");
	}

	aco_buf_append_literal(buf, "]}");
	return true;
}

/* Names the option value that the variant stands for: the reference, otherwise the first id of a value. */
static bool write_variant_reference(aco_mapping *mapping, HashTable *attribute, const aco_map_path *parent)
{
	aco_map_path path = {parent, "variantReferenceId", 0};
	zval *reference = aco_map_get(attribute, ACO_KEY_variantReferenceId), *member;
	aco_text text;

	if (!reference) {
		path.name = "valueId";
		reference = aco_map_get(attribute, ACO_KEY_valueId);
		if (reference && Z_TYPE_P(reference) == IS_ARRAY) {
			zval *ids = reference;
			reference = NULL;

			ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(ids), member) {
				if ((reference = aco_map_plain(member))) {
					break;
				}
			} ZEND_HASH_FOREACH_END();
		}
	}

	if (!reference) {
		return true;
	}
	if (!aco_map_text(mapping, reference, &path, &text)) {
		return false;
	}

	ACO_MAP_WRITE_NEXT(mapping, "variantReferenceId", &text, &path);
	return true;
}

static bool collect_attribute(aco_mapping *mapping, HashTable *entry, const aco_map_path *path, aco_map_rows *rows)
{
	aco_map_row *row = aco_map_rows_add(rows, entry, path->index);

	if (!aco_map_text_member(mapping, entry, ACO_KEY_attributeCode, path, &row->key)) {
		return false;
	}
	if (row->key.length == 0 || is_reserved_code(&row->key)) {
		aco_map_rows_drop(rows);
		return true;
	}
	aco_map_row_set_text(row);
	return true;
}

static bool write_attribute(aco_mapping *mapping, aco_map_row *row, const aco_map_path *path)
{
	ACO_MAP_WRITE_FIRST(mapping, "code", &row->key, ACO_PATH(path, "attributeCode"));
	return aco_map_attribute_values(mapping, row->entry, path) && write_variant_reference(mapping, row->entry, path);
}

static const aco_map_list attributes = {ACO_KEY_attributes, ",\"attributes\":[{", collect_attribute, write_attribute};

static bool write_attributes(aco_mapping *mapping, HashTable *item)
{
	bool opened = true;

	aco_json_next_array(&mapping->out, "attributes");
	if (!write_stock_and_weight(mapping, item) || !aco_map_write_entries(mapping, item, NULL, &attributes, &opened)) {
		return false;
	}
	aco_json_end_array(&mapping->out);
	return true;
}

static bool write_external_ids(aco_mapping *mapping, HashTable *item)
{
	aco_text id;

	if (!aco_map_text_member(mapping, item, ACO_KEY_productId, NULL, &id)) {
		return false;
	}

	if (id.length > 0) {
		aco_json_append(&mapping->out, ",\"externalIds\":[{");
		ACO_MAP_WRITE_FIRST(mapping, "id", &id, ACO_PATH(NULL, "productId"));
		aco_json_append(&mapping->out, ",\"origin\":\"AdobeCommerce\"}]");
	}

	return true;
}

bool aco_map_product(aco_mapping *mapping, HashTable *item)
{
	aco_text name, url_key;

	ACO_MAP_BEGIN(mapping, "sku", &mapping->name, ACO_PATH(NULL, "sku"));
	aco_map_source(mapping);

	if (!aco_map_text_required(mapping, item, ACO_KEY_name, NULL, &name)
			|| !aco_map_text_required(mapping, item, ACO_KEY_urlKey, NULL, &url_key)) {
		return false;
	}

	ACO_MAP_WRITE_NEXT(mapping, "name", &name, ACO_PATH(NULL, "name"));
	ACO_MAP_WRITE_NEXT(mapping, "slug", &url_key, ACO_PATH(NULL, "urlKey"));

	if (!write_status(mapping, item)) {
		return false;
	}

	ACO_MAP_NEXT_TEXT(mapping, item, ACO_KEY_description, NULL, "description");
	ACO_MAP_NEXT_TEXT(mapping, item, ACO_KEY_shortDescription, NULL, "shortDescription");

	if (!write_visibility(mapping, item)
			|| !aco_map_meta_tags(mapping, item, ACO_KEY_metaKeyword)
			|| !write_attributes(mapping, item)
			|| !aco_map_images(mapping, item)
			|| !aco_map_links(mapping, item)
			|| !aco_map_routes(mapping, item)
			|| !aco_map_configurations(mapping, item)
			|| !aco_map_bundles(mapping, item)
			|| !write_external_ids(mapping, item)) {
		return false;
	}

	aco_json_end_object(&mapping->out);
	return true;
}
