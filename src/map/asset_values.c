/* SPDX-License-Identifier: MIT */
#include "src/map/asset_parts.h"

#include "src/core/base/utf8.h"

void aco_map_asset_values_start(aco_asset_values *values, zval *value)
{
	values->list = value && Z_TYPE_P(value) == IS_ARRAY ? Z_ARRVAL_P(value) : NULL;
	values->scalar = values->list ? NULL : value;
	if (values->list) {
		zend_hash_internal_pointer_reset_ex(values->list, &values->at);
	}
}

size_t aco_map_asset_values_count(const aco_asset_values *values)
{
	return values->list ? zend_hash_num_elements(values->list) : values->scalar ? 1 : 0;
}

zval *aco_map_asset_values_next(aco_asset_values *values)
{
	zval *value;

	if (!values->list) {
		value = values->scalar;
		values->scalar = NULL;
		return value;
	}

	if (!(value = zend_hash_get_current_data_ex(values->list, &values->at))) {
		return NULL;
	}

	zend_hash_move_forward_ex(values->list, &values->at);
	return aco_map_plain(value);
}

zval *aco_map_asset_value(zval *value)
{
	aco_asset_values only;

	if (!value || Z_TYPE_P(value) != IS_ARRAY) {
		return value;
	}
	aco_map_asset_values_start(&only, value);
	return aco_map_asset_values_count(&only) == 1 ? aco_map_asset_values_next(&only) : NULL;
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

void aco_map_trim_text(aco_text *text)
{
	while (text->length > 0 && is_space(text->bytes[0])) {
		text->bytes++;
		text->length--;
	}
	while (text->length > 0 && is_space(text->bytes[text->length - 1])) {
		text->length--;
	}
}

bool aco_map_is_asset_name(const char *text, size_t length)
{
	if (length == 0 || length > ACO_ASSET_NAME_MAX) {
		return false;
	}

	for (size_t i = 0; i < length;) {
		unsigned char byte = (unsigned char) text[i];
		size_t sequence = 1, bad;

		if (byte < 0x20 || byte == 0x7f) {
			return false;
		}
		if (byte >= 0x80 && !(sequence = aco_utf8_sequence((const unsigned char *) text + i, length - i, &bad))) {
			return false;
		}

		i += sequence;
	}

	return true;
}

bool aco_map_check_asset_name(aco_mapping *mapping, const aco_map_path *path, const aco_text *text)
{
	char reason[ACO_MAP_REASON_SIZE];

	if (EXPECTED(aco_map_is_asset_name(text->bytes, text->length))) {
		return true;
	}
	snprintf(reason, sizeof(reason), "must have 1 to %d bytes of UTF-8 without control characters", ACO_ASSET_NAME_MAX);
	return aco_map_fail(mapping, path, reason);
}

zend_string *aco_map_text_string(const aco_text *text, const zval *value)
{
	return Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value) == text->length
		? zend_string_copy(Z_STR_P(value)) : zend_string_init(text->bytes, text->length, false);
}

bool aco_map_check_asset_count(aco_mapping *mapping, const aco_map_path *path, size_t count, size_t most)
{
	char reason[ACO_MAP_REASON_SIZE];

	if (count <= most) {
		return true;
	}
	snprintf(reason, sizeof(reason), "has %zu values, at most %zu are taken", count, most);
	return aco_map_fail(mapping, path, reason);
}
