/* SPDX-License-Identifier: MIT */
/*
 * Writes JSON text into a buffer, without building a tree. Commas are set here; the caller is responsible for the
 * structure. Strings are written as they are: `/` and non-ASCII stay, invalid UTF-8 becomes U+FFFD and is counted.
 */
#ifndef ACO_CORE_BASE_JSON_WRITER_H
#define ACO_CORE_BASE_JSON_WRITER_H

#include "src/core/base/blocks.h"

typedef struct aco_json {
	aco_buf buf;
	size_t replaced;
} aco_json;

/* Writes the text of an opened string and its closing quote; false when invalid UTF-8 was replaced. */
bool aco_json_close_string(aco_json *json, const char *text, size_t length);
void aco_json_int(aco_json *json, int64_t value);
/* Finite values only. */
void aco_json_double(aco_json *json, double value);

/* Writes the comma before a member or element, into room that the caller reserved. */
ACO_INLINE void aco_json_separate(aco_json *json)
{
	if (json->buf.length > 0) {
		char last = json->buf.data[json->buf.length - 1];
		if (last != '{' && last != '[' && last != ':') {
			json->buf.data[json->buf.length++] = ',';
		}
	}
}

ACO_INLINE void aco_json_raw(aco_json *json, const char *text, size_t length)
{
	if (ACO_LIKELY(aco_buf_reserve(&json->buf, length + 1))) {
		aco_json_separate(json);
		memcpy(json->buf.data + json->buf.length, text, length);
		json->buf.length += length;
	}
}

#define aco_json_literal(json, literal) aco_json_raw((json), (literal), sizeof(literal) - 1)

/* Names, and values of constant members, are literals that need no escaping. */
#define aco_json_key(json, name) aco_json_literal(json, "\"" name "\":")
#define aco_json_constant_member(json, name, value) aco_json_literal(json, "\"" name "\":\"" value "\"")

/* These two return what aco_json_close_string() does. */
#define aco_json_string_member(json, name, text, length) \
	(aco_json_literal(json, "\"" name "\":\""), aco_json_close_string((json), (text), (length)))

/*
 * Writes a literal that opens a string, its text and the closing quote; returns what aco_json_close_string() does. As
 * with PHP's strings, a NUL has to follow the text, and words of 8 bytes, counted from its beginning, may be read up to
 * the end of the word that holds the NUL. So most texts, which are short, are copied and checked without a call.
 */
ACO_INLINE bool aco_json_add_string(aco_json *json, const char *opening, size_t opening_length, const char *text,
	size_t length)
{
	aco_buf *buf = &json->buf;

#ifdef ACO_BLOCKS
	if (ACO_LIKELY(length < ACO_BLOCK_SIZE && aco_buf_reserve(buf, opening_length + ACO_BLOCK_SIZE + 1))) {
		aco_block bytes = length < 8 ? aco_block_join(aco_load_8(text), 0) : aco_block_load(text);
		char *target = buf->data + buf->length;

		memcpy(target, opening, opening_length);
		target += opening_length;
		aco_block_store(target, bytes);

		/* The NUL, too, is no byte that JSON takes as it is. */
		if (ACO_LIKELY(aco_block_first(aco_block_special(bytes)) == length)) {
			target[length] = '"';
			buf->length += opening_length + length + 1;
			return true;
		}
	}
#endif

	aco_buf_append(buf, opening, opening_length);
	return aco_json_close_string(json, text, length);
}

/*
 * For the hot path, where the caller knows whether a member is the first of its object or follows another: the comma
 * is part of the literal, so nothing needs to be checked. Texts are those of aco_json_add_string().
 */
#define aco_json_append(json, literal) aco_buf_append_literal(&(json)->buf, literal)
#define aco_json_append_string(json, opening, text, length) \
	aco_json_add_string((json), (opening), sizeof(opening) - 1, (text), (length))
#define aco_json_begin_string(json, name, text, length) \
	aco_json_append_string((json), "{\"" name "\":\"", (text), (length))
#define aco_json_first_string(json, name, text, length) \
	aco_json_append_string((json), "\"" name "\":\"", (text), (length))
#define aco_json_next_string(json, name, text, length) \
	aco_json_append_string((json), ",\"" name "\":\"", (text), (length))
#define aco_json_next_array(json, name) aco_json_append(json, ",\"" name "\":[")

ACO_INLINE bool aco_json_string(aco_json *json, const char *text, size_t length)
{
	aco_json_literal(json, "\"");
	return aco_json_close_string(json, text, length);
}

ACO_INLINE void aco_json_begin_object(aco_json *json)
{
	aco_json_raw(json, "{", 1);
}

ACO_INLINE void aco_json_end_object(aco_json *json)
{
	aco_buf_append_char(&json->buf, '}');
}

ACO_INLINE void aco_json_begin_array(aco_json *json)
{
	aco_json_raw(json, "[", 1);
}

ACO_INLINE void aco_json_end_array(aco_json *json)
{
	aco_buf_append_char(&json->buf, ']');
}

ACO_INLINE void aco_json_bool(aco_json *json, bool value)
{
	aco_json_raw(json, value ? "true" : "false", value ? 4 : 5);
}

ACO_INLINE void aco_json_null(aco_json *json)
{
	aco_json_raw(json, "null", 4);
}

#endif
