/* SPDX-License-Identifier: MIT */
#include "src/core/base/json_document.h"

#include <json-c/json.h>
#include <limits.h>
#include <math.h>

#define MAX_DEPTH 32
#define MAX_NUMBER 32

static bool only_blanks(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') {
			return false;
		}
	}
	return true;
}

aco_json_document *aco_json_document_parse(const aco_buf *body)
{
	struct json_tokener *tokener;
	struct json_object *root = NULL;

	if (body->length == 0 || body->length > INT_MAX || !(tokener = json_tokener_new_ex(MAX_DEPTH))) {
		return NULL;
	}

	root = json_tokener_parse_ex(tokener, body->data, (int) body->length);
	if (root && (json_tokener_get_error(tokener) != json_tokener_success || !json_object_is_type(root, json_type_object)
			|| !only_blanks(body->data + json_tokener_get_parse_end(tokener),
				body->length - json_tokener_get_parse_end(tokener)))) {
		json_object_put(root);
		root = NULL;
	}

	json_tokener_free(tokener);
	return root;
}

void aco_json_document_free(aco_json_document *document)
{
	json_object_put(document);
}

struct json_object *aco_json_get(struct json_object *object, const char *name)
{
	struct json_object *value = NULL;

	return json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, name, &value)
		? value : NULL;
}

struct json_object *aco_json_get_typed(struct json_object *object, const char *name, int type)
{
	struct json_object *value = aco_json_get(object, name);

	return value && json_object_get_type(value) == (enum json_type) type ? value : NULL;
}

bool aco_json_document_string(aco_json_document *document, const char *name, const char **text, size_t *length)
{
	struct json_object *value = aco_json_get_typed(document, name, json_type_string);

	if (!value) {
		return false;
	}
	*text = json_object_get_string(value);
	*length = (size_t) json_object_get_string_len(value);
	return true;
}

bool aco_json_document_int(aco_json_document *document, const char *name, int64_t *number)
{
	struct json_object *value = aco_json_get_typed(document, name, json_type_int);

	if (!value) {
		return false;
	}
	*number = json_object_get_int64(value);
	return true;
}

bool aco_json_document_number(aco_json_document *document, const char *name, double *number)
{
	struct json_object *value = aco_json_get(document, name), *parsed = NULL;
	bool found;

	if (json_object_is_type(value, json_type_string) && json_object_get_string_len(value) < MAX_NUMBER) {
		value = parsed = json_tokener_parse(json_object_get_string(value));
	}

	found = json_object_is_type(value, json_type_int) || json_object_is_type(value, json_type_double);
	*number = found ? json_object_get_double(value) : 0;
	json_object_put(parsed);

	return found && isfinite(*number);
}
