/* SPDX-License-Identifier: MIT */
#include "src/map/value.h"

#include "src/core/base/blank.h"
#include "src/core/base/utf8.h"

#include <assert.h>
#include <math.h>

static const char not_finite[] = "must be a finite number, INF or NAN given";

static size_t append_path(char *target, size_t size, size_t length, const aco_map_path *path)
{
	int written;

	if (path->parent) {
		length = append_path(target, size, length, path->parent);
	}
	if (length >= size - 1) {
		return length;
	}

	if (path->name) {
		written = snprintf(target + length, size - length, "%s%s", length ? "." : "", path->name);
	} else {
		written = snprintf(target + length, size - length, "%s" ZEND_ULONG_FMT, length ? "." : "", path->index);
	}

	return MIN(length + (size_t) written, size - 1);
}

static void describe_path(char *target, const aco_map_path *path)
{
	target[0] = '\0';
	if (path) {
		append_path(target, ACO_MAP_FIELD_SIZE, 0, path);
	}
}

bool aco_map_fail(aco_mapping *mapping, const aco_map_path *path, const char *reason)
{
	describe_path(mapping->field, path);
	snprintf(mapping->reason, sizeof(mapping->reason), "%s", reason);
	return false;
}

bool aco_map_fail_type(aco_mapping *mapping, const aco_map_path *path, const char *expected, const zval *value)
{
	describe_path(mapping->field, path);
	snprintf(mapping->reason, sizeof(mapping->reason), "must be %s, %s given", expected, zend_zval_type_name(value));
	return false;
}

bool aco_map_number_text(aco_mapping *mapping, zval *value, const aco_map_path *path, aco_text *text)
{
	switch (Z_TYPE_P(value)) {
		case IS_LONG:
			text->bytes = text->number;
			text->length = aco_format_int(text->number, Z_LVAL_P(value));
			text->number[text->length] = '\0';

			return true;
		case IS_DOUBLE:
			if (!isfinite(Z_DVAL_P(value))) {
				return aco_map_fail(mapping, path, not_finite);
			}

			text->bytes = text->number;
			text->length = aco_format_double(text->number, Z_DVAL_P(value));
			text->number[text->length] = '\0';

			return true;
		default:
			return aco_map_fail_type(mapping, path, "a string", value);
	}
}

bool aco_map_check_filled(aco_mapping *mapping, const aco_map_path *path, const aco_text *text)
{
	return text->length > 0 || aco_map_fail(mapping, path, text->bytes ? "is empty" : "is missing");
}

bool aco_map_flag(aco_mapping *mapping, zval *value, const aco_map_path *path, bool *flag)
{
	switch (Z_TYPE_P(value)) {
		case IS_FALSE:
			*flag = false;
			return true;
		case IS_TRUE:
			*flag = true;
			return true;
		case IS_LONG:
			*flag = Z_LVAL_P(value) != 0;
			return true;
		case IS_DOUBLE:
			if (!isfinite(Z_DVAL_P(value))) {
				return aco_map_fail(mapping, path, not_finite);
			}

			*flag = Z_DVAL_P(value) != 0;
			return true;
		case IS_STRING:
			if (Z_STRLEN_P(value) == 1 && (Z_STRVAL_P(value)[0] == '0' || Z_STRVAL_P(value)[0] == '1')) {
				*flag = Z_STRVAL_P(value)[0] == '1';
				return true;
			}

			return aco_map_fail(mapping, path, "must be a boolean, 0 or 1, another string given");
		default:
			return aco_map_fail_type(mapping, path, "a boolean, 0 or 1", value);
	}
}

static bool read_number(aco_mapping *mapping, zval *value, const aco_map_path *path, const char *expected, zval *number)
{
	zend_long integer;
	double fraction;

	switch (Z_TYPE_P(value)) {
		case IS_LONG:
			ZVAL_LONG(number, Z_LVAL_P(value));
			return true;
		case IS_DOUBLE:
			ZVAL_DOUBLE(number, Z_DVAL_P(value));
			break;
		case IS_STRING:
			switch (is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &integer, &fraction, false)) {
				case IS_LONG:
					ZVAL_LONG(number, integer);
					return true;
				case IS_DOUBLE:
					ZVAL_DOUBLE(number, fraction);
					break;
				default:
					return aco_map_fail_type(mapping, path, expected, value);
			}
			break;
		default:
			return aco_map_fail_type(mapping, path, expected, value);
	}

	if (!isfinite(Z_DVAL_P(number))) {
		return aco_map_fail(mapping, path, not_finite);
	}

	return true;
}

bool aco_map_int(aco_mapping *mapping, zval *value, const aco_map_path *path, zend_long *number)
{
	zval read;

	if (!read_number(mapping, value, path, "an integer", &read)) {
		return false;
	}

	if (Z_TYPE(read) == IS_DOUBLE) {
		/* Not zend_dval_to_lval(), which warns from PHP 8.5 on. */
		if (!ZEND_DOUBLE_FITS_LONG(Z_DVAL(read)) || (double) (zend_long) Z_DVAL(read) != Z_DVAL(read)) {
			return aco_map_fail(mapping, path, "must be an integer, a fraction or a number beyond 64 bits given");
		}

		ZVAL_LONG(&read, (zend_long) Z_DVAL(read));
	}

	*number = Z_LVAL(read);
	return true;
}

bool aco_map_number(aco_mapping *mapping, zval *value, const aco_map_path *path, zval *number)
{
	return read_number(mapping, value, path, "a number", number);
}

void aco_map_note_replaced(aco_mapping *mapping, const aco_map_path *path)
{
	if (!mapping->replaced_field[0]) {
		describe_path(mapping->replaced_field, path);
	}
}

void aco_map_write_upper(aco_mapping *mapping, const char *opening, const aco_text *text, const aco_map_path *path)
{
	aco_buf *scratch = &mapping->inner.buf;

	scratch->length = 0;
	if (!aco_buf_reserve(scratch, text->length + sizeof(uint64_t))) {
		return;
	}

	aco_map_copy_upper(scratch->data, text->bytes, text->length);
	if (UNEXPECTED(!aco_json_add_string(&mapping->out, opening, strlen(opening), scratch->data, text->length))) {
		aco_map_note_replaced(mapping, path);
	}
}

void aco_map_write_number(aco_json *json, const zval *number)
{
	if (Z_TYPE_P(number) == IS_LONG) {
		aco_json_int(json, Z_LVAL_P(number));
	} else {
		aco_json_double(json, Z_DVAL_P(number));
	}
}

void aco_map_write_keywords(aco_mapping *mapping, aco_json *json, const aco_text *text, const aco_map_path *path,
	bool *any)
{
	const char *at = text->bytes, *end = text->bytes + text->length;

	*any = false;
	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t) (end - at));
		const char *next;
		aco_text word;

		if (!line_end) {
			line_end = end;
		}

		next = line_end + 1;

		while (at < line_end && aco_is_blank(*at)) {
			at++;
		}

		while (line_end > at && aco_is_blank(line_end[-1])) {
			line_end--;
		}

		if (at < line_end) {
			if (!*any) {
				aco_json_key(json, "keywords");
				aco_json_begin_array(json);
				*any = true;
			}

			word.bytes = at;
			word.length = (size_t) (line_end - at);
			aco_map_write_text(mapping, json, &word, path);
		}

		at = next;
	}

	if (*any) {
		aco_json_end_array(json);
	}
}

void aco_map_open(aco_mapping *mapping, aco_map_group *group, const char *name, size_t length)
{
	group->start = mapping->out.buf.length;
	aco_json_raw(&mapping->out, name, length);
	group->empty = mapping->out.buf.length;
}

void aco_map_close(aco_mapping *mapping, const aco_map_group *group, const char *end)
{
	assert(mapping->out.buf.length >= group->empty);

	if (mapping->out.buf.length == group->empty) {
		mapping->out.buf.length = group->start;
	} else {
		aco_buf_append_text(&mapping->out.buf, end);
	}
}

bool aco_map_meta_tags(aco_mapping *mapping, HashTable *item, aco_map_key keywords)
{
	aco_map_group group;
	aco_text text;
	bool any;

	ACO_MAP_OPEN(mapping, &group, "\"metaTags\":{");
	ACO_MAP_OPTIONAL_TEXT(mapping, item, ACO_KEY_metaTitle, NULL, "title");
	ACO_MAP_OPTIONAL_TEXT(mapping, item, ACO_KEY_metaDescription, NULL, "description");

	if (!aco_map_text_member(mapping, item, keywords, NULL, &text)) {
		return false;
	}
	if (text.bytes) {
		aco_map_write_keywords(mapping, &mapping->out, &text, ACO_PATH(NULL, aco_map_name(keywords)), &any);
	}

	aco_map_close(mapping, &group, "}");
	return true;
}
