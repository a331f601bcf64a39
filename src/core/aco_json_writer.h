/*
 * Writes JSON text into a buffer, without a tree. The caller keeps the structure right; commas are
 * set here. Strings are taken as they come: `/` and non-ASCII stay, invalid UTF-8 becomes U+FFFD
 * and is counted.
 */
#ifndef ACO_JSON_WRITER_H
#define ACO_JSON_WRITER_H

#include "aco_buf.h"

#include <stdint.h>

typedef struct aco_json {
	aco_buf buf;
	size_t replaced;
} aco_json;

void aco_json_string(aco_json *json, const char *text, size_t length);
/* What belongs into a string that is open: no quotes, no comma. */
void aco_json_escape(aco_json *json, const char *text, size_t length);
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

/* The name is a literal that needs no escaping. */
#define aco_json_key(json, name) aco_json_raw((json), "\"" name "\":", sizeof("\"" name "\":") - 1)

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
